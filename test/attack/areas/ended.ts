import { byTheTable, documents, everyWay } from "../../roles/by-the-table.ts";
import { inputsFor } from "../../roles/mutation-inputs.ts";
import { outcomeOf } from "../../roles/outcome.ts";
import { ownLibrary, type Right } from "../../roles/right-by-field.table.ts";
import type { FieldDocument } from "../../support/field-documents.ts";
import { afterwards } from "../../support/run.ts";
import { endingsOf, keepRights, withdrawOversight, type Ending } from "../endings.ts";
import { openFileClient } from "../files/file-client.ts";
import type { Area, Range } from "../range.ts";
import { openRemote, type Remote } from "../remote.ts";
import type { Verdict } from "../tally.ts";

/**
 * A right that ends between two requests of one session, over one connection: what was answered before is refused to the
 * very next request. Every root field by itself, since the first answer after the end is the one that might still stand
 * on what was known before.
 */
export const ended: Area = {
  name: "ended",
  async run(whole) {
    // Ids of its own: what was made under those of the others may have been changed since.
    const range = { ...whole, inputs: inputsFor(whole.fixture) };
    const remote = openRemote(range.fixture.server.origin, range.fixture.world.database.secret, 1);
    remote.onReply = range.watch.reply;
    afterwards(async () => remote.close());
    const papers = await printedAndKept(range);
    for (const ending of range.some(await endingsOf(range), 9)) {
      const doors = range.some(fieldsUntil(range, remote, ending), 2);
      const paper = range.some(papers(remote, ending), 1);
      for (const door of [...doors, ...paper]) await tryDoor(range, ending, door);
    }
    await lessSeen(range, remote);
  },
};

/** Something that somebody may ask until the end. */
interface Door {
  readonly name: string;
  readonly ask: () => Promise<"got" | "refused" | { readonly unlike: string }>;
}

async function tryDoor(range: Range, { what, of, end }: Ending, door: Door): Promise<void> {
  const restore = await keepRights(range, of);
  const attempt = (when: string, expected: "got" | "refused", verdict: Verdict) =>
    range.tally.attempt("ended", `${what} of ${of}, ${when}: ${door.name}`, async () => {
      if (expected === "refused") await end();
      const got = await door.ask();
      if (typeof got === "object") return got;
      return got === expected ? verdict : { unlike: `it is ${got}` };
    });
  try {
    await attempt("before its end", "got", "allowed");
    await attempt("at the next request", "refused", "refused");
  } finally {
    await restore();
  }
  await attempt("given back", "got", "allowed");
}

/** Every root field that is open to them before and to nobody whom they are afterwards. */
function fieldsUntil(range: Range, remote: Remote, { of, leaves }: Ending): Door[] {
  const { caller } = range.fixture.personas[of];
  return everyWay(of)
    .filter(({ path, below }) => path.length === 1 && below.length === 0)
    .filter(({ path }) => byTheTable(of, path) !== "refused")
    .filter(({ path }) => leaves.every((right) => byTheTable(right, path) === "refused"))
    .map((way) => ({
      name: way.path.join(),
      async ask() {
        const answer = await remote.ask(caller, way.text, await variablesOf(range, of, way));
        const outcomes = [true, false].map((signedIn) => outcomeOf(signedIn, way, answer));
        if (outcomes.includes("refused")) return "refused";
        const [outcome = ""] = outcomes;
        return ["something", "nothing"].includes(outcome) ? "got" : { unlike: outcome };
      },
    }));
}

async function variablesOf(range: Range, right: Right, { path, takes }: FieldDocument) {
  const variables: Record<string, unknown> = {};
  for (const name of takes) variables[name] = await range.inputs(right, path, name);
  return variables;
}

/** A file, also where it went along with what was handed in, and what is printed. */
async function printedAndKept(range: Range): Promise<(remote: Remote, ending: Ending) => Door[]> {
  const { world, library, ids, personas } = range.fixture;
  const files = openFileClient(range);
  // What belongs to a submission reaches whom its document reaches.
  const bytes = Buffer.from("%PDF-1.7\n% kanarie-library-submission.document\n%%EOF\n");
  const file = await files.upload(await files.item("SHARED"), bytes);
  await world.rows(
    `insert into toetssteen.submission_file (organisation_id, submission_id, file_id, name, size, media_type, sha256, object_id)
     select organisation_id, $2, id, name, size, media_type, sha256, object_id from toetssteen.evidence_file where id = $1`,
    [file, ids.submission],
  );
  const own = ["self-evaluation/pdf?norm=4", "self-evaluation/docx?norm=4"];
  const handedIn = [`submissions/${ids.submission}/pdf`, `submissions/${ids.submission}/docx`];
  const isInside = (right: Right) => ownLibrary.some((own) => own === right);
  return (remote, { of, leaves }) => {
    const { cookie = "", hat = "" } = personas[of].caller;
    const isOwn = isInside(of);
    if ((!isOwn && of !== "auditor within the mandate") || leaves.some(isInside)) return [];
    const prints = [...(isOwn ? own : []), ...handedIn].map(
      (path) => `/prints/${library.id}/${path}`,
    );
    return [`/files/${library.id}/${file}?hat=${hat}`, ...prints].map((path) => ({
      name: path.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "…"),
      async ask() {
        const { status, text } = await remote.send({ path, headers: { cookie, "x-hat": hat } });
        if (status === 200) return "got";
        return [401, 403, 404].includes(status) ? "refused" : { unlike: `${status} ${text}` };
      },
    }));
  };
}

/** An adviser goes on seeing other libraries; of the one that withdrew nothing is left in any answer. */
async function lessSeen(range: Range, remote: Remote): Promise<void> {
  const { fixture, tally } = range;
  const { caller } = fixture.personas.adviser;
  const whole = documents.filter(
    ({ path, below }) =>
      path.length === 1 &&
      path[0]?.startsWith("Query.") &&
      below.length > 0 &&
      byTheTable("adviser", [...path, ...below]) === "something",
  );
  const speaks = async (way: FieldDocument) => {
    const { text } = await remote.ask(caller, way.text, await variablesOf(range, "adviser", way));
    return text.includes("kanarie-library-") || text.includes(fixture.library.id);
  };
  for (const way of whole) {
    if (!(await speaks(way))) continue;
    const restore = await keepRights(range, "adviser");
    try {
      await tally.attempt(
        "ended",
        `the oversight, at the next request: ${way.path.join()}`,
        async () => {
          await withdrawOversight(range);
          return (await speaks(way)) ? { unlike: "the library is still in it" } : "refused";
        },
      );
    } finally {
      await restore();
    }
    await tally.attempt("ended", `the oversight, given back: ${way.path.join()}`, async () =>
      (await speaks(way)) ? "allowed" : { unlike: "the library is not in it" },
    );
  }
}
