import { expect, test } from "vitest";
import * as drafts from "./draft.ts";
import type { Draft, Latest } from "./draft.ts";
import { mergerOf, rules } from "./merge-words.ts";

type Words = { readonly verdict: "JA" | "NEE" | null; readonly explanation: string };

const empty = latest(0, "");

function latest(version: number, explanation: string, name = "Sanne"): Latest<Words> {
  return {
    words: { verdict: version === 0 ? null : "NEE", explanation },
    version,
    changedAt: version === 0 ? null : "2026-11-03T13:02:00Z",
    changedBy: version === 0 ? null : { personId: name, name },
  };
}

function typed(draft: Draft<Words>, explanation: string): Draft<Words> {
  return drafts.write(draft, { verdict: "NEE", explanation });
}

test("an answer nobody touched is clean and keeps nothing in the browser", () => {
  const draft = drafts.begin(empty, null);
  expect(drafts.phase(draft)).toBe("clean");
  expect(drafts.keep(draft)).toBeNull();
});

test("text counts as saved only after the server said so", () => {
  let draft = typed(drafts.begin(empty, null), "Wij kiezen.");
  expect(drafts.phase(draft)).toBe("waiting");
  draft = drafts.send(draft);
  expect(drafts.phase(draft)).toBe("sending");
  expect(drafts.keep(draft)?.words.explanation).toBe("Wij kiezen.");
  draft = drafts.confirm(draft, latest(1, "Wij kiezen."));
  expect(drafts.phase(draft)).toBe("clean");
  expect(drafts.keep(draft)).toBeNull();
});

test("what was typed while a text was on its way goes next, on the new version", () => {
  let draft = drafts.send(typed(drafts.begin(empty, null), "Wij"));
  draft = typed(draft, "Wij kiezen");
  draft = drafts.confirm(draft, latest(1, "Wij"));
  expect(drafts.phase(draft)).toBe("waiting");
  expect(draft.words.explanation).toBe("Wij kiezen");
  expect(drafts.keep(draft)?.baseVersion).toBe(1);
});

test("somebody else's text and mine are both there when they saved first", () => {
  const draft = drafts.refuse(
    drafts.send(typed(drafts.begin(empty, null), "Van mij.")),
    latest(1, "Van Noor.", "Noor"),
  );
  expect(drafts.phase(draft)).toBe("clashing");
  expect(draft.clash?.theirs.words.explanation).toBe("Van Noor.");
  expect(draft.words.explanation).toBe("Van mij.");
});

test("a reply that got lost is no clash with oneself", () => {
  let draft = drafts.fail(drafts.send(typed(drafts.begin(empty, null), "Van mij.")), "connection");
  draft = drafts.send(typed(draft, "Van mij, en meer."));
  draft = drafts.refuse(draft, latest(1, "Van mij."));
  expect(drafts.phase(draft)).toBe("waiting");
  expect(draft.latest.version).toBe(1);
  expect(draft.words.explanation).toBe("Van mij, en meer.");
});

test("two people who wrote the same need not choose", () => {
  const draft = drafts.refuse(
    drafts.send(typed(drafts.begin(empty, null), "Gelijk.")),
    latest(1, "Gelijk.", "Noor"),
  );
  expect(drafts.phase(draft)).toBe("clean");
});

test("choosing theirs sends nothing, and my text can come back", () => {
  let draft = drafts.refuse(
    drafts.send(typed(drafts.begin(empty, null), "Van mij.")),
    latest(1, "Van Noor.", "Noor"),
  );
  draft = drafts.choose(draft, latest(1, "Van Noor.").words);
  expect(drafts.phase(draft)).toBe("clean");
  draft = drafts.reconsider(draft);
  expect(drafts.phase(draft)).toBe("clashing");
  expect(draft.words.explanation).toBe("Van mij.");
});

test("choosing mine is sent on the version of theirs, and theirs can come back", () => {
  let draft = drafts.refuse(
    drafts.send(typed(drafts.begin(empty, null), "Van mij.")),
    latest(1, "Van Noor.", "Noor"),
  );
  draft = drafts.choose(draft, draft.words);
  expect(drafts.phase(draft)).toBe("waiting");
  expect(draft.latest.version).toBe(1);
  draft = drafts.confirm(drafts.send(draft), latest(2, "Van mij."));
  draft = drafts.reconsider(draft);
  expect(draft.clash?.theirs.words.explanation).toBe("Van Noor.");
  draft = drafts.choose(draft, { verdict: "NEE", explanation: "Van Noor." });
  expect(drafts.phase(draft)).toBe("waiting");
  expect(draft.latest.version).toBe(2);
});

test("a text that grew during the choice goes along as it is on screen", () => {
  let draft = drafts.refuse(
    drafts.send(typed(drafts.begin(empty, null), "Van mij.")),
    latest(1, "Van Noor.", "Noor"),
  );
  draft = typed(draft, "Van mij, af.");
  expect(drafts.phase(draft)).toBe("clashing");
  draft = drafts.choose(draft, draft.words);
  expect(draft.words.explanation).toBe("Van mij, af.");
});

test("news from the server fills a clean answer and never overwrites typed text", () => {
  const clean = drafts.hear(drafts.begin(empty, null), latest(1, "Van Noor.", "Noor"));
  expect(clean.words.explanation).toBe("Van Noor.");
  const dirty = drafts.hear(
    typed(drafts.begin(empty, null), "Van mij."),
    latest(1, "Van Noor.", "Noor"),
  );
  expect(drafts.phase(dirty)).toBe("clashing");
  expect(dirty.words.explanation).toBe("Van mij.");
});

test("older news than what we know is ignored", () => {
  const draft = drafts.begin(latest(3, "Nieuw."), null);
  expect(drafts.hear(draft, latest(2, "Oud."))).toBe(draft);
});

test("text kept from a closed tab goes on where it was", () => {
  const kept = drafts.keep(typed(drafts.begin(latest(2, "Oud."), null), "Oud, en verder."));
  const draft = drafts.begin(latest(2, "Oud."), kept);
  expect(drafts.phase(draft)).toBe("waiting");
  expect(draft.words.explanation).toBe("Oud, en verder.");
});

test("text kept from a closed tab meets what somebody else saved since", () => {
  const kept = drafts.keep(typed(drafts.begin(latest(2, "Oud."), null), "Van mij."));
  const draft = drafts.begin(latest(3, "Van Noor.", "Noor"), kept);
  expect(drafts.phase(draft)).toBe("clashing");
});

test("text that was still on its way when the tab closed is recognised as saved", () => {
  const kept = drafts.keep(drafts.send(typed(drafts.begin(latest(2, "Oud."), null), "Van mij.")));
  expect(drafts.phase(drafts.begin(latest(3, "Van mij."), kept))).toBe("clean");
  const more = drafts.keep(
    typed(drafts.send(typed(drafts.begin(latest(2, "Oud."), null), "Van mij.")), "Van mij, en."),
  );
  const draft = drafts.begin(latest(3, "Van mij."), more);
  expect(drafts.phase(draft)).toBe("waiting");
  expect(draft.latest.version).toBe(3);
});

test("a clash that nobody chose in is still a clash after the tab was closed", () => {
  const clash = drafts.refuse(
    drafts.send(typed(drafts.begin(empty, null), "Van mij.")),
    latest(1, "Van Noor.", "Noor"),
  );
  const draft = drafts.begin(latest(1, "Van Noor.", "Noor"), drafts.keep(clash));
  expect(drafts.phase(draft)).toBe("clashing");
});

test("a label that changes alone is a change, and goes along with the text", () => {
  type Labelled = { readonly label: string | null; readonly text: string };
  const stands: Latest<Labelled> = {
    words: { label: "not_yet", text: "Wij." },
    version: 3,
    changedAt: null,
    changedBy: null,
  };
  const draft = drafts.write(drafts.begin(stands, null), { label: null });
  expect(drafts.phase(draft)).toBe("waiting");
  expect(drafts.send(draft).sent).toEqual({ label: null, text: "Wij." });
});

test("text that was taken back while it was on its way is taken back on the server too", () => {
  let draft = drafts.send(typed(drafts.begin(latest(1, "Oud."), null), "Nieuw."));
  draft = typed(draft, "Oud.");
  expect(drafts.keep(draft)?.unheard.map(({ explanation }) => explanation)).toEqual(["Nieuw."]);
  const lost = drafts.fail(draft, "connection");
  expect(drafts.phase({ ...lost, trouble: null })).toBe("waiting");
  draft = drafts.refuse(drafts.send(lost), latest(2, "Nieuw."));
  expect(drafts.phase(draft)).toBe("waiting");
  expect(draft.words.explanation).toBe("Oud.");
});

test("what the server refused for good was not written, so taking it back leaves nothing to send", () => {
  const refused = drafts.fail(
    drafts.send(typed(drafts.begin(latest(1, "Oud."), null), "Te lang.")),
    "invalid",
  );
  expect(drafts.phase(typed(refused, "Oud."))).toBe("clean");
});

const merge = mergerOf(rules.answer);
const nee = (explanation: string) => ({ verdict: "NEE" as const, neeLabel: null, explanation });
const stands = (version: number, explanation: string) => ({
  words: nee(explanation),
  version,
  changedAt: null,
  changedBy: { personId: "noor", name: "Noor" },
});

/** I wrote a sentence to `Aa.`, and Noor was first. */
function met(mine: string, theirs: string) {
  const draft = drafts.write(drafts.begin(stands(1, "Aa."), null, merge), nee(mine));
  return drafts.refuse(drafts.send(draft), stands(2, theirs), merge);
}

test("two sentences that don't touch are one text, which is sent by itself on what stands", () => {
  const draft = met("Aa. Mijn zin.", "Aa. Haar zin.");
  expect(drafts.phase(draft)).toBe("waiting");
  expect(draft.words.explanation).toBe("Aa. Haar zin. Mijn zin.");
  expect(draft.settled).toMatchObject({ isMerged: true, theirs: { version: 2 } });
  const saved = drafts.confirm(drafts.send(draft), stands(3, draft.words.explanation));
  expect(drafts.phase(saved)).toBe("clean");
  // Typing on collides with nothing any more.
  const more = drafts.write(saved, nee("Aa. Haar zin. Mijn zin. Meer."));
  expect(drafts.phase(drafts.hear(more, stands(3, saved.words.explanation), merge))).toBe(
    "waiting",
  );
});

test("a merge can be undone: both texts are there as they were, with what was written since", () => {
  const draft = met("Aa. Mijn zin.", "Aa. Haar zin.");
  const undone = drafts.reconsider(draft, merge);
  expect(undone.words.explanation).toBe("Aa. Mijn zin.");
  expect(undone.clash?.theirs.words.explanation).toBe("Aa. Haar zin.");
  const typed = drafts.write(draft, nee("Aa. Haar zin. Mijn zin. Meer."));
  expect(drafts.reconsider(typed, merge).words.explanation).toBe("Aa. Mijn zin. Meer.");
});

test("what collides still waits for a person, and goes by itself once they were given something else", () => {
  const draft = met("Bb.", "Cc.");
  expect(drafts.phase(draft)).toBe("clashing");
  expect(drafts.phase(drafts.hear(draft, stands(3, "Aa. Dd."), merge))).toBe("waiting");
});

test("what was kept of a closed tab is merged with what stands when its page opens", () => {
  const kept = {
    words: nee("Aa. Mijn zin."),
    base: nee("Aa."),
    baseVersion: 1,
    unheard: [],
    isClash: false,
  };
  const draft = drafts.begin(stands(2, "Aa. Haar zin."), kept, merge);
  expect(draft.words.explanation).toBe("Aa. Haar zin. Mijn zin.");
  expect(drafts.phase(draft)).toBe("waiting");
});
