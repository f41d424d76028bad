import { kwaliteitInBeeld2 as edition, findNorm } from "@toetssteen/norms";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerRow, Dossier } from "@toetssteen/server/self-evaluation/dossier";
import { canonical, type SubmissionDocument } from "@toetssteen/server/submission/document";
import { freeze } from "@toetssteen/server/submission/freeze";
import { noEvidence } from "@toetssteen/server/submission/freeze-evidence";

/** What is submitted is one text: written by RFC 8785, and the same for the same dossier. */
const member = { personId: "0199a000-0000-7000-8000-000000000001", name: "Noor" };

function dossierOf(answers: readonly AnswerRow[], runsIdo = true): Dossier {
  const dossier: Dossier = {
    organisation: { id: "0199a000-0000-7000-8000-000000000002", name: "Bibliotheek Waterlinie" },
    cycle: {
      id: "0199a000-0000-7000-8000-000000000003",
      edition: edition.code,
      certificateExpiresOn: null,
      announcedQuarter: null,
      auditOn: null,
    },
    edition,
    profile: { vobMember: true, runsIdo, locations: 4 },
    answers: new Map(answers.map((answer) => [answer.indicator, answer])),
    work: new Map(),
    passages: new Map(),
    plans: new Map(),
    discussions: [],
    actor: { personId: member.personId, hat: null, rights: new Map() },
    threads: new Map(),
    openThreads: [],
    beginning: { ambitions: false, profileChanged: false, colleagues: false },
    evidence: new Map(),
    get reading() {
      const { organisation, actor } = dossier;
      const editions = new Map([[edition.code, edition]]);
      const placesOf = async () => [];
      return { organisationId: organisation.id, actor, editions, dossier, placesOf };
    },
  };
  return dossier;
}

const answer = (
  indicator: string,
  explanation: string,
  more: Partial<AnswerRow> = {},
): AnswerRow => ({
  indicator,
  verdict: "nee",
  neeLabel: null,
  explanation,
  version: 1,
  changedAt: "2026-11-23T10:00:00Z",
  changedBy: member,
  ...more,
});
const codes = ["4.1", "4.2", "4.3", "4.4"];
const submitted = (dossier: Dossier) => canonical(freeze(dossier, noEvidence, "4")!);

/** RFC 8785 in a few lines of its own: keys by UTF-16 code units, values as JSON.stringify writes them. */
function byTheBook(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(byTheBook).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${byTheBook(inner)}`).join(",")}}`;
}

const anyText = fc.string({ unit: "grapheme", maxLength: 40 });
const anyAnswers = fc.tuple(anyText, anyText, anyText, anyText);

test("is written by RFC 8785, whatever somebody typed", () => {
  fc.assert(
    fc.property(anyAnswers, fc.boolean(), (texts, runsIdo) => {
      const dossier = dossierOf(
        codes.map((code, place) => answer(code, texts[place]!)),
        runsIdo,
      );
      const { text } = submitted(dossier);
      expect(text).toBe(byTheBook(freeze(dossier, noEvidence, "4")));
      expect(JSON.parse(text)).toEqual(freeze(dossier, noEvidence, "4"));
    }),
  );
});

test("sorts keys as the example of RFC 8785 does", () => {
  const example = {
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis",
  };
  const { text, sha256 } = canonical(example as unknown as SubmissionDocument);
  expect(Object.values(JSON.parse(text))).toHaveLength(7);
  const places = ["Carriage", "One", "Control", "Latin", "Euro", "Emoji", "Hebrew"].map((word) =>
    text.indexOf(`"${word}`),
  );
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});

describe("the same dossier", () => {
  test("is the same document, in whatever order its answers came", () => {
    fc.assert(
      fc.property(anyAnswers, fc.shuffledSubarray(codes, { minLength: 4 }), (texts, order) => {
        const made = (some: readonly string[]) =>
          submitted(dossierOf(some.map((code) => answer(code, texts[codes.indexOf(code)]!))));
        expect(made(order)).toEqual(made(codes));
      }),
    );
  });

  test("is the same document, whoever wrote it and however often", () => {
    const others = {
      version: 9,
      changedAt: "2027-01-01T00:00:00Z",
      changedBy: { ...member, name: "Milan" },
    };
    const once = codes.map((code) => answer(code, `Over ${code}.`));
    const often = codes.map((code) => answer(code, `Over ${code}.`, others));
    expect(submitted(dossierOf(often))).toEqual(submitted(dossierOf(once)));
  });

  test("is another document when one letter, verdict or fact is another", () => {
    const all = codes.map((code) => answer(code, "Tekst."));
    const versions = [
      dossierOf(all),
      dossierOf([...all.slice(0, 3), answer("4.4", "Tekst")]),
      dossierOf([...all.slice(0, 3), answer("4.4", "Tekst.", { verdict: "ja" })]),
      dossierOf(all, false),
    ];
    expect(new Set(versions.map((dossier) => submitted(dossier).sha256)).size).toBe(
      versions.length,
    );
  });
});

test("holds the words of the norm as they were, and only what applies", () => {
  const frozen = freeze(
    dossierOf(
      codes.map((code) => answer(code, code)),
      false,
    ),
    noEvidence,
    "4",
  );
  const norm = findNorm(edition, "4")!;
  expect(frozen).toMatchObject({
    edition: { code: edition.code, revision: edition.revision },
    profile: { vobMember: true, runsIdo: false },
    norms: [{ code: "4", title: norm.title, question: norm.question }],
  });
  expect(frozen?.norms[0]?.indicators.map(({ code, statement }) => [code, statement])).toEqual(
    norm.indicators.slice(0, 3).map(({ code, statement }) => [code, statement]),
  );
});

test("is not there for a norm that the edition doesn't have", () => {
  expect(freeze(dossierOf([]), noEvidence, "8")).toBeNull();
});
