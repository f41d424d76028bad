import type { Save } from "../writing/autosave.ts";
import { after } from "../writing/autosave.ts";
import { begin, keep, phase, send } from "../writing/draft.ts";
import type { Words } from "../writing/draft.ts";
import { lockOf } from "./outbox.ts";
import type { Outbox } from "./outbox.ts";
import { needsSomebody } from "./unsent.ts";
import type { Unsent } from "./unsent.ts";

export interface Replayed {
  /** What the server has now. */
  readonly sent: readonly Unsent[];
  /** Whether it ended because there is no connection, or nobody is signed in. */
  readonly isCutOff: boolean;
}

/** A lost reply takes two: first what stands turns out to be one's own, then what was typed since goes. */
const mostAttempts = 3;

/**
 * Sends what was left behind for one organisation, in the order in which it was typed, each once: one tab at a time does it,
 * and what another tab holds is that tab's to send. What meets somebody else's text stays, for a person to choose.
 */
export async function replay(
  outbox: Outbox,
  organisationId: string,
  saverOf: (unsent: Unsent) => Save<Words>,
): Promise<Replayed> {
  const name = `toetssteen.replay:${outbox.personId}:${organisationId}`;
  const done = await outbox.locks.whileHolding(name, async () => {
    await outbox.look();
    const sent: Unsent[] = [];
    for (const unsent of outbox.left()) {
      if (unsent.organisationId !== organisationId || needsSomebody(unsent)) continue;
      const result = await outbox.locks.whileHolding(lockOf(unsent.id), () =>
        sendOne(outbox, unsent, saverOf(unsent)),
      );
      if (result === "sent") sent.push(unsent);
      if (result === "cut off") return { sent, isCutOff: true };
    }
    return { sent, isCutOff: false };
  });
  return done ?? { sent: [], isCutOff: false };
}

async function sendOne(
  outbox: Outbox,
  unsent: Unsent,
  save: Save<Words>,
): Promise<"sent" | "cut off" | "stays"> {
  const { base, baseVersion } = unsent.kept;
  // What the server has now isn't known; it was typed on this, and the server tells when that is not what stands.
  const latest = { words: base, version: baseVersion, changedAt: null, changedBy: null };
  let draft = begin(latest, unsent.kept);
  for (let attempt = 0; attempt < mostAttempts && phase(draft) === "waiting"; attempt += 1) {
    const { words, latest: based } = draft;
    draft = send(draft);
    // Kept with what is under way, in case the page ends before the answer comes.
    const underway = keep(draft);
    if (underway !== null) outbox.put({ ...unsent, kept: underway });
    draft = after(draft, await save(words, based.version, false));
  }
  const kept = keep(draft);
  if (kept === null) {
    outbox.remove(unsent.id);
    return "sent";
  }
  outbox.put({ ...unsent, kept, trouble: draft.trouble });
  return draft.trouble === "connection" || draft.trouble === "signed-out" ? "cut off" : "stays";
}
