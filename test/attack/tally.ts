import { AsyncLocalStorage } from "node:async_hooks";

/** What became of one try: held off, answered as is declared, or something else, which is told. */
export type Verdict = "refused" | "allowed" | { readonly unlike: string };

/** What must not be: something got out, a fault of ours, or another answer than is declared. */
export interface Found {
  readonly kind: "leaked" | "5xx" | "unlike";
  readonly area: string;
  readonly trial: string;
  readonly what: string;
}

interface Trial {
  readonly area: string;
  readonly name: string;
  readonly found: Found[];
}

/** Counts tries and keeps what was found. A try with something found counts as neither refused nor allowed. */
export class Tally {
  tried = 0;
  refused = 0;
  allowed = 0;
  readonly found: Found[] = [];
  readonly byArea = new Map<string, number>();
  readonly #trials = new AsyncLocalStorage<Trial>();
  readonly #named: string;

  /** @param named makes only the tries whose names contain this */
  constructor(named = "") {
    this.#named = named;
  }

  /** Makes one try. Whatever is noticed while it lasts, in any answer, belongs to it. */
  async attempt(area: string, name: string, work: () => Promise<Verdict>): Promise<void> {
    if (!name.includes(this.#named)) return;
    const trial: Trial = { area, name, found: [] };
    this.tried += 1;
    this.byArea.set(area, (this.byArea.get(area) ?? 0) + 1);
    const verdict = await this.#trials.run(trial, async () => {
      try {
        return await work();
      } catch (error) {
        return {
          unlike: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
        };
      }
    });
    if (typeof verdict === "object") this.#add(trial, "unlike", verdict.unlike);
    else if (trial.found.length === 0) this[verdict] += 1;
    this.found.push(...trial.found);
  }

  /** Something got out or went wrong in the try that is under way. */
  notice(kind: "leaked" | "5xx", what: string): void {
    const trial = this.#trials.getStore();
    if (trial) this.#add(trial, kind, what);
    else this.found.push({ kind, area: "outside of a try", trial: "", what });
  }

  get lastLine(): string {
    const faults = this.#count("5xx");
    return `tried ${this.tried}, refused ${this.refused}, allowed as declared ${this.allowed}, leaked ${this.#count("leaked")}, unexplained 5xx ${faults}`;
  }

  #add({ area, name, found }: Trial, kind: Found["kind"], what: string): void {
    found.push({ kind, area, trial: name, what });
  }

  #count(kind: Found["kind"]): number {
    return this.found.filter((found) => found.kind === kind).length;
  }
}
