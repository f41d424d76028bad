import { v7 as uuidv7 } from "uuid";
import { hasUnsaved, textsEndWithPage } from "../../network/open-texts.ts";
import { leaveDialog } from "../shell/leave-dialog.ts";
import { mark } from "../../network/unsent-mark.ts";
import type { DraftStore } from "../writing/autosave.ts";
import type { Kept, Words } from "../writing/draft.ts";
import type { Desk } from "../writing/send-text.ts";
import { addressOf } from "../writing/text-place.ts";
import type { TextPlace } from "../writing/text-place.ts";
import { browserLocks } from "./locks.ts";
import type { Locks } from "./locks.ts";
import { byTime } from "./unsent.ts";
import type { Unsent } from "./unsent.ts";
import { openUnsentDatabase } from "./unsent-database.ts";
import type { UnsentDatabase } from "./unsent-database.ts";

/**
 * What one person typed on this device and what the server doesn't have. A text is in somebody's hands as long as the page
 * lives where it was typed: that page sends it. What nobody holds any more was left behind by a closed tab; it is picked
 * up where its place is opened again, or sent by `replay`.
 */
export class Outbox {
  #all = new Map<string, Unsent>();
  /** What a text on this page answers for, with how to let go. */
  readonly #ours = new Map<string, { release(): void }>();
  /** Of this page, and sent or thrown away: reading them again may come before that was written. */
  readonly #gone = new Set<string>();
  #elsewhere: ReadonlySet<string> = new Set();
  #listeners = new Set<() => void>();
  #left: readonly Unsent[] = [];

  constructor(
    readonly personId: string,
    private readonly database: UnsentDatabase,
    readonly locks: Locks,
  ) {}

  /** Whether what is kept outlives the page. */
  get isLasting(): boolean {
    return this.database.isLasting;
  }

  /** Looks again what there is: other tabs leave texts behind, and take them up. */
  async look(): Promise<void> {
    await this.database.settled();
    const [kept, held] = await Promise.all([this.database.of(this.personId), this.locks.held()]);
    const ours = [...this.#all.values()].filter(({ id }) => this.#ours.has(id));
    const others = kept.filter(({ id }) => !this.#ours.has(id) && !this.#gone.has(id));
    this.#elsewhere = new Set(others.flatMap(({ id }) => (held.has(lockOf(id)) ? [id] : [])));
    this.#become(new Map([...others, ...ours].map((unsent) => [unsent.id, unsent])));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What nobody is writing in, earliest first. The same list as long as nothing changes. */
  readonly left = (): readonly Unsent[] => this.#left;

  /** What a text on this page still has to send, earliest first. */
  underWay(): Unsent[] {
    return [...this.#all.values()].filter(({ id }) => this.#ours.has(id)).toSorted(byTime);
  }

  /** Whether something was left behind in a place. */
  hasLeft(organisationId: string, place: TextPlace): boolean {
    return this.#findLeft(organisationId, place) !== undefined;
  }

  /** Where a text that is opened on this page keeps what the server doesn't have. */
  storeFor<W extends Words>({ organisationId, hat }: Desk, place: TextPlace): DraftStore<W> {
    let id: string = uuidv7();
    return {
      find: () => {
        const left = this.#findLeft(organisationId, place);
        if (!left) return null;
        ({ id } = left);
        this.#take(id);
        this.#become(this.#all);
        return left.kept as Kept<W>;
      },
      keep: (kept, trouble) => {
        const typedAt = this.#all.get(id)?.typedAt ?? new Date().toISOString();
        const owner = { personId: this.personId, organisationId, hat };
        this.#take(id);
        this.put({ id, ...owner, place, kept, trouble, typedAt });
      },
      forget: () => {
        if (!this.#all.has(id)) return;
        this.remove(id);
        // What is typed from here on is another text, with a time of its own.
        id = uuidv7();
      },
    };
  }

  put(unsent: Unsent): void {
    this.#gone.delete(unsent.id);
    this.database.put(unsent);
    this.#become(new Map([...this.#all, [unsent.id, unsent]]));
  }

  remove(id: string): void {
    this.#gone.add(id);
    this.database.remove(id);
    this.#ours.get(id)?.release();
    this.#ours.delete(id);
    this.#become(new Map([...this.#all].filter(([other]) => other !== id)));
  }

  #findLeft(organisationId: string, place: TextPlace): Unsent | undefined {
    const address = addressOf(place);
    return this.#left.findLast(
      (unsent) => unsent.organisationId === organisationId && addressOf(unsent.place) === address,
    );
  }

  #take(id: string): void {
    if (!this.#ours.has(id)) this.#ours.set(id, this.locks.hold(lockOf(id)));
  }

  /** Unless another tab kept something since this one looked. */
  async #unmark(): Promise<void> {
    await this.database.settled();
    const kept = await this.database.of(this.personId);
    mark(this.personId, kept.length > 0);
  }

  #become(all: Map<string, Unsent>): void {
    this.#all = all;
    if (all.size > 0) mark(this.personId, true);
    else void this.#unmark();
    const isLeft = ({ id }: Unsent) => !this.#ours.has(id) && !this.#elsewhere.has(id);
    const left = [...all.values()].filter(isLeft).toSorted(byTime);
    const isSame =
      left.length === this.#left.length && left.every((one, at) => one === this.#left[at]);
    if (isSame) return;
    this.#left = left;
    for (const listener of this.#listeners) listener();
  }
}

export function lockOf(id: string): string {
  return `toetssteen.unsent:${id}`;
}

/** Asks before a page is left with text that would be lost, where a browser lets nothing be kept. */
function guard(outbox: Outbox): void {
  window.addEventListener("beforeunload", (event) => {
    if (!outbox.isLasting && hasUnsaved()) event.preventDefault();
  });
}

let opened: Promise<Outbox> | null = null;
let ready: Outbox | null = null;

/** The outbox of the person whom this document belongs to, with what there is now. */
export async function openOutbox(personId: string): Promise<Outbox> {
  // What asks before signing out is needed when there may be no connection to fetch it.
  leaveDialog.fetchAhead();
  opened ??= openUnsentDatabase().then((database) => {
    ready = new Outbox(personId, database, browserLocks());
    guard(ready);
    if (!ready.isLasting) textsEndWithPage();
    return ready;
  });
  const outbox = await opened;
  await outbox.look().catch(() => undefined);
  return outbox;
}

/** For what is shown after a loader opened it. */
export function theOutbox(): Outbox {
  if (ready === null) throw new Error("A page was shown before its loader opened the outbox");
  return ready;
}
