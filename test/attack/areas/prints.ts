import { everyRight, ownLibrary, type Right } from "../../roles/right-by-field.table.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { readWord } from "../../support/read-word.ts";
import type { Area, Range } from "../range.ts";
import type { Reply } from "../remote.ts";
import { routesOf } from "../routes.ts";
import type { Verdict } from "../tally.ts";

/**
 * Every address that gives something, asked by everybody in every way that it can be filled in; documents that are made
 * for who asks above all. What comes is read as its reader would: a canary in a compressed file is one all the same.
 */
export const prints: Area = {
  name: "prints",
  async run(range) {
    const routes = (await routesOf(range.fixture.world)).filter(
      ({ method, url }) => method === "GET" && !hasItsOwnArea.test(url),
    );
    const paths = routes.flatMap(({ url }) => pathsOf(range, url));
    const made = paths.filter(isPrint);
    await range.tally.attempt("prints", "the doors that make documents", async () =>
      made.length > 0 ? "allowed" : { unlike: "there are none" },
    );
    const others = paths.filter((path) => !isPrint(path));
    for (const right of everyRight)
      for (const path of [...range.some(made, 2), ...range.some(others, 2)])
        await range.tally.attempt("prints", `${right}: ${path}`, () => asked(range, right, path));
  },
};

const hasItsOwnArea = /^\/(files|graphql)\b/;
const isPrint = (path: string) => path.startsWith("/prints/");

/** With the library and what it handed in, and with that of nobody; in each format that there is, and one that there isn't. */
function pathsOf({ fixture }: Range, url: string): string[] {
  const { library, ids, personas } = fixture;
  const other = personas["coordinator of another library"].person?.organisationId ?? "";
  const values: Readonly<Record<string, readonly string[]>> = {
    organisation: [library.id, other],
    id: [ids.submission, ids.mandate],
    format: ["pdf", "docx", "html"],
  };
  const filled = url
    .split("/")
    .reduce<string[]>(
      (paths, step) => {
        const known = step.startsWith(":") ? (values[step.slice(1)] ?? [library.id]) : [step];
        return paths.flatMap((path) => known.map((one) => `${path}/${one}`));
      },
      [""],
    )
    .map((path) => path.slice(1));
  return filled.flatMap((path) => [`${path}?norm=4`, `${path}?norm=4&locale=en`]);
}

async function asked({ fixture, watch }: Range, right: Right, path: string): Promise<Verdict> {
  const { caller } = fixture.personas[right];
  const { cookie, hat } = caller;
  const headers = {
    ...(cookie !== undefined && { cookie }),
    ...(hat !== undefined && { "x-hat": hat }),
  };
  const reply = await fixture.server.send({ path, headers });
  if (reply.status >= 400 && reply.status < 500) return "refused";
  if (reply.status !== 200) return { unlike: `${reply.status} ${reply.text.slice(0, 200)}` };
  // Whose texts come along was watched already.
  if (!isPrint(path)) return "allowed";
  if (!mayHave(fixture.library.id, right, path)) return { unlike: "they got a document" };
  const text = await textOf(reply);
  watch.from(caller, text, path);
  return text.includes("kanarie-") ? "allowed" : { unlike: "nothing in it was written by anybody" };
}

/** Members of the library what is its own; under a mandate what was handed in; somebody of the other library what is theirs. */
function mayHave(library: string, right: Right, path: string): boolean {
  if (!path.startsWith(`/prints/${library}/`)) return right === "coordinator of another library";
  const isHandedIn = path.includes("/submissions/");
  return (
    ownLibrary.some((own) => own === right) ||
    (right === "auditor within the mandate" && isHandedIn)
  );
}

async function textOf({ headers, bytes }: Reply): Promise<string> {
  const isPdf = headers["content-type"] === "application/pdf";
  const { title, text } = isPdf ? await readPdf(bytes) : readWord(bytes);
  return `${title}\n${text}`;
}
