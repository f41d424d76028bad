import { describe, expect, test } from "vitest";
import { getPrint } from "../support/prints.ts";
import { openFixture } from "./fixture.ts";
import { everyRight, ownLibrary, type Right } from "./right-by-field.table.ts";

/** Who gets what on paper, by every right: the same as on screen. */
const fixture = await openFixture();
const outcome = async (right: Right, path: string) => {
  const { caller } = fixture.personas[right];
  const { code, bytes } = await getPrint(fixture.server, caller, `${fixture.library.id}/${path}`);
  return code ?? new TextDecoder().decode(bytes.slice(0, 4));
};
const isOwn = (right: Right) => ownLibrary.some((own) => own === right);
const looks = () =>
  fixture.world.rows(
    "select reader_id, opened from toetssteen.access_log where opened like '%Print'",
  );

describe.each(everyRight.map((right) => ({ right })))("to: $right", ({ right }) => {
  const nothing = fixture.personas[right].person === null ? "UNAUTHENTICATED" : "FORBIDDEN";

  test("goes out the self-evaluation only where it is one's own library's", async () => {
    expect(await outcome(right, "self-evaluation/pdf?norm=4")).toBe(
      isOwn(right) ? "%PDF" : nothing,
    );
  });

  test("goes out what was handed in only within a library or a mandate on it", async () => {
    const path = `submissions/${fixture.ids.submission}/pdf`;
    const may = isOwn(right) || right === "auditor within the mandate";
    expect(await outcome(right, path)).toBe(may ? "%PDF" : nothing);
  });
});

test("and nobody is in the log but who got something", async () => {
  const auditor = fixture.personas["auditor within the mandate"].person?.id;
  expect(await looks()).toEqual([{ reader_id: auditor, opened: "submissionPrint" }]);
});
