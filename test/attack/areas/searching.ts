import { unicodeClasses } from "../../support/unicode-classes.ts";
import type { Area, Range } from "../range.ts";
import { succeeded } from "../../support/readers.ts";
import type { Verdict } from "../tally.ts";

/** Whatever somebody may write is found again by what they typed, and what is marked is that. */
export const searching: Area = {
  name: "searching",
  async run(range) {
    for (const [kind, characters] of range.some(Object.entries(unicodeClasses), 3))
      for (const one of range.some<string>(characters, 1))
        await range.tally.attempt("searching", `${kind} ${JSON.stringify(one)}`, () =>
          foundAgain(range, one),
        );
  },
};

interface Marked {
  readonly text: string;
  readonly marks: readonly number[];
}

/** Written by a coordinator through the door of pages, between letters that stand nowhere else. */
async function foundAgain(range: Range, characters: string): Promise<Verdict> {
  const { fixture } = range;
  const { library, personas } = fixture;
  const by = personas.quality_coordinator.caller;
  const typed = `zoekq${characters}zwoord`;
  const [row] = await fixture.world.rows<{ version: number }>(
    "select version from toetssteen.passage where organisation_id = $1 and cycle_id = $2 and part = '4' and field = 'facts'",
    [library.id, library.cycleId],
  );
  const written = await fixture.server.ask(
    by,
    "mutation ($input: WritePassageInput!) { writePassage(input: $input) { __typename } }",
    {
      input: {
        organisationId: library.id,
        cycleId: library.cycleId,
        part: "4",
        field: "FACTS",
        body: `Daarvóór. ${typed} Daarna.`,
        baseVersion: row?.version ?? 0,
      },
    },
  );
  if (written.code === "INVALID_INPUT") return "refused";
  succeeded(written);
  // What is looked for is one line of words, and no longer than this.
  const isWhole = typed.length <= 200 && !/[\s\u0085]/u.test(typed.normalize("NFKD"));
  const asked = await fixture.server.ask(
    by,
    "query ($of: ID!, $text: String!) { search(organisationId: $of, text: $text) { hits { snippet { text marks } } } }",
    { of: library.id, text: isWhole ? typed : "zoekq" },
  );
  const hits = succeeded(asked).data.search.hits as { snippet: Marked }[];
  const marked = hits.map(({ snippet: { text, marks } }) => text.slice(marks[0], marks[1]));
  const right = isWhole ? typed : "zoekq";
  if (marked.includes(right)) return "allowed";
  return { unlike: `marked ${JSON.stringify(marked)}, not ${JSON.stringify(right)}` };
}
