import type { Person } from "./cohort.ts";

/** What somebody means to write. Its words occur nowhere else, so what is found later tells which write it was. */
export type Intent =
  | {
      readonly kind: "answer";
      readonly by: Person;
      readonly part: string;
      readonly baseVersion: number;
      readonly words: string;
    }
  | {
      readonly kind: "comment";
      readonly by: Person;
      readonly id: string;
      readonly part: string;
      /** The comment that it goes on after; null where it begins a thread. */
      readonly thread: string | null;
      readonly words: string;
      readonly mentions: readonly Person[];
    }
  | {
      readonly kind: "item";
      readonly by: Person;
      readonly id: string;
      readonly baseVersion: number;
      readonly words: string;
    }
  | {
      readonly kind: "use";
      readonly by: Person;
      readonly id: string;
      readonly part: string;
      readonly itemId: string;
      readonly words: string;
    }
  | {
      readonly kind: "upload";
      readonly by: Person;
      readonly id: string;
      readonly itemId: string;
      readonly bytes: Buffer;
      /** Hexadecimal. */
      readonly sha256: string;
    };

/**
 * How it stands with a write: `unknown` may be there or not, and is sent again until it isn't unknown; `overtaken` met
 * somebody else's words, after its own may have stood there for a while if an earlier attempt was `unknown`.
 */
export type Outcome = "acknowledged" | "overtaken" | "refused" | "unknown";

export interface Write {
  readonly intent: Intent;
  outcome: Outcome;
  /** Whether an attempt is left of which nobody knows what became. */
  mayStand: boolean;
  attempts: number;
}

/** One kind of it. */
export type IntentOf<Kind extends Intent["kind"]> = Extract<Intent, { kind: Kind }>;

/** Everything that was meant in a round, and what became of it. */
export class Ledger {
  readonly writes: Write[] = [];
  /** What must not be, found while people worked. */
  readonly found: Found[] = [];
  /** By library and part: the newest version that somebody was told of. */
  readonly #newest = new Map<string, number>();
  /** Items of which their writer knows that they are there, by writer, with their version. */
  readonly items = new Map<Person, Map<string, number>>();
  /** Beginnings of threads that are there, by library. */
  readonly threads = new Map<string, IntentOf<"comment">[]>();

  begin(intent: Intent): Write {
    const write: Write = { intent, outcome: "unknown", mayStand: false, attempts: 0 };
    this.writes.push(write);
    return write;
  }

  of<Kind extends Intent["kind"]>(
    kind: Kind,
    outcome?: Outcome,
  ): (Write & { intent: IntentOf<Kind> })[] {
    return this.writes.filter(
      (write): write is Write & { intent: IntentOf<Kind> } =>
        write.intent.kind === kind && (outcome === undefined || write.outcome === outcome),
    );
  }

  count(outcome: Outcome): number {
    return this.writes.filter((write) => write.outcome === outcome).length;
  }

  newest(by: Person, part: string): number {
    return this.#newest.get(`${by.library.id} ${part}`) ?? 0;
  }

  saw(by: Person, part: string, version: number): void {
    this.#newest.set(`${by.library.id} ${part}`, Math.max(version, this.newest(by, part)));
  }

  keepItem(by: Person, id: string, version: number): void {
    const own = this.items.get(by) ?? new Map<string, number>();
    this.items.set(by, own.set(id, version));
  }

  keepThread(begun: IntentOf<"comment">): void {
    const { id } = begun.by.library;
    this.threads.set(id, [...(this.threads.get(id) ?? []), begun]);
  }
}

/**
 * What must not be: of an acknowledged write something is missing (`lost`); something is there more than once or that
 * nobody wrote (`doubled`); or the product behaves otherwise than it promises (`unlike`).
 */
export interface Found {
  readonly kind: "lost" | "doubled" | "unlike";
  readonly what: string;
}
