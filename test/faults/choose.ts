import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Random } from "../attack/random.ts";
import { indicators, questions, type Person } from "./cohort.ts";
import type { Intent, Ledger } from "./write.ts";

let worded = 0;

/** Words that no other write has. */
function newWords(random: Random, least = 1): string {
  worded += 1;
  const letters = "partner afspraak bibliotheek gemeente cursus overleg ".repeat(
    least + random.below(3),
  );
  return `${letters.trim()} ${worded}`;
}

/** What somebody does next, as far as it writes: mostly answering, now and then something beside it. */
export function chooseWrite(by: Person, random: Random, ledger: Ledger): Intent {
  const own = [...(ledger.items.get(by) ?? [])];
  const dice = random.next();
  if (dice < 0.45) {
    const part = random.pick(indicators);
    const baseVersion = ledger.newest(by, part);
    return { kind: "answer", by, part, baseVersion, words: newWords(random, 8) };
  }
  if (dice < 0.7) return chooseComment(by, random, ledger);
  if (dice < 0.8 || own.length === 0) {
    const [id, baseVersion] = random.next() < 0.3 ? (own.at(-1) ?? []) : [];
    return {
      kind: "item",
      by,
      id: id ?? uuidv7(),
      baseVersion: baseVersion ?? 0,
      words: newWords(random),
    };
  }
  const [itemId] = random.pick(own);
  if (dice < 0.92)
    return {
      kind: "use",
      by,
      id: uuidv7(),
      part: random.pick(questions),
      itemId,
      words: newWords(random),
    };
  const bytes = Buffer.from(`${newWords(random)}\n`.repeat(1 + random.below(2_000)));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { kind: "upload", by, id: uuidv7(), itemId, bytes, sha256 };
}

/** Something said: half of the time to people, who get a mail. */
export function chooseComment(by: Person, random: Random, ledger: Ledger): Intent {
  const threads = ledger.threads.get(by.library.id) ?? [];
  const begun = threads.length > 0 && random.next() < 0.4 ? random.pick(threads) : null;
  const mentions = random.some(by.colleagues(), random.below(3));
  const part = begun?.part ?? random.pick([...indicators, ...questions]);
  return {
    kind: "comment",
    by,
    id: uuidv7(),
    part,
    thread: begun?.id ?? null,
    words: newWords(random),
    mentions,
  };
}
