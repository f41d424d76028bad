import { canariesIn, plantCanaries } from "../../roles/plant-canaries.ts";
import type { Right } from "../../roles/right-by-field.table.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { readWord } from "../../support/read-word.ts";
import { unicodeClasses } from "../../support/unicode-classes.ts";
import type { Area, Range } from "../range.ts";
import type { Reply } from "../remote.ts";
import type { Verdict } from "../tally.ts";

/**
 * Whatever was accepted once comes out again: characters of every class of Unicode in every text of a library, and texts
 * that are slow to set, which may keep nobody else waiting.
 */
export const exits: Area = {
  name: "exits",
  async run(range) {
    const before = new Map<string, number>();
    for (const path of await written(range, " gewoon"))
      before.set(path, (await columnsIn(range, path)).length);
    for (const [kind, characters] of range.some(Object.entries(unicodeClasses), 2)) {
      const paths = await written(range, ` ${characters.join(" x ")} einde`);
      for (const path of paths)
        await range.tally.attempt("exits", `${kind}: ${path}`, async () => {
          const columns = await columnsIn(range, path);
          return columns.length >= (before.get(path) ?? 1)
            ? "allowed"
            : { unlike: `nothing came out of ${columns.length} of ${before.get(path)} columns` };
        });
    }
    await written(range, `\n${"- a\n".repeat(40)}`);
    await range.tally.attempt("exits", "another's print while a slow one is made", () =>
      besideASlowOne(range),
    );
    await written(range, "");
  },
};

/** Writes it behind every text of the library, past the door: it may have been accepted by an earlier release. */
async function written({ house }: Range, more: string): Promise<string[]> {
  await plantCanaries(house.world, house.library.id, "library", more);
  return ["pdf", "docx"].map((format) => `/prints/${house.library.id}/self-evaluation/${format}`);
}

/** The columns of which a text is in a document that somebody gets. */
async function columnsIn(range: Range, path: string): Promise<string[]> {
  const reply = await get(range, "quality_coordinator", path);
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text.slice(0, 200)}`);
  const { text, unlawful } = await textOf(reply);
  if (unlawful.length > 0) throw new Error("Word opens no document with these characters");
  // A line may break within a canary.
  return [
    ...new Set(
      canariesIn(text.replaceAll(/(?<=[a-z_.-]) (?=[a-z_.])/g, "")).map(({ column }) => column),
    ),
  ];
}

async function textOf({ headers, bytes }: Reply) {
  if (headers["content-type"] !== "application/pdf") return readWord(bytes);
  return { ...(await readPdf(bytes)), unlawful: [] };
}

async function besideASlowOne(range: Range): Promise<Verdict> {
  const { house } = range;
  const other = house.standings["coordinator of another library"].person?.organisationId ?? "";
  const ended: string[] = [];
  const slow = [1, 2].map(() =>
    get(range, "quality_coordinator", `/prints/${house.library.id}/self-evaluation/pdf`).then(
      (reply) => {
        ended.push("slow");
        return reply;
      },
    ),
  );
  const ordinary = get(
    range,
    "coordinator of another library",
    `/prints/${other}/self-evaluation/docx?norm=4`,
  ).then((reply) => {
    ended.push("ordinary");
    return reply;
  });
  const [{ status }, ...theirs] = await Promise.all([ordinary, ...slow]);
  if (status !== 200) return { unlike: `the other got ${status}` };
  const unlike = theirs.find((reply) => reply.status !== 200 && reply.status !== 413);
  if (unlike) return { unlike: `the slow one got ${unlike.status}` };
  return ended[0] === "ordinary" ? "allowed" : { unlike: "it waited for one that was slow" };
}

function get({ house }: Range, right: Right, path: string): Promise<Reply> {
  const { cookie, hat } = house.standings[right].caller;
  const headers = {
    ...(cookie !== undefined && { cookie }),
    ...(hat !== undefined && { "x-hat": hat }),
  };
  return house.server.send({ path, headers });
}
