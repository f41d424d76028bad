import { beforeEach, expect, test } from "vitest";
import { openServer } from "../../../test/support/app.ts";
import { fieldsIn } from "../../../test/support/evidence.ts";
import { succeeded } from "../../../test/support/readers.ts";
import { openWorld, type Library, type Member } from "../../../test/support/scenario.ts";

/** Who asks, and the name that others know them by. */
const world = await openWorld();
const server = await openServer(world);

let library: Library;
let noor: Member;
beforeEach(async () => {
  library = await world.library();
  noor = await world.member(library, "reader");
});

const rename = (by: Parameters<typeof server.ask>[0], name: string) =>
  server.ask(
    by,
    "mutation ($input: ChangeNameInput!) { changeName(input: $input) { person { name } } }",
    { input: { name } },
  );
const shown = async () => {
  const { data } = succeeded(
    await server.ask(
      server.as(noor),
      "query ($id: ID!) { viewer { person { name } } members(organisationId: $id) { memberships { personId name version } } }",
      { id: library.id },
    ),
  );
  const member = data.members.memberships.find(
    ({ personId }: { personId: string }) => personId === noor.id,
  );
  return [data.viewer.person.name, member.name, member.version];
};

test("a person gives themself another name, which colleagues see too, whatever hat is on", async () => {
  const { data } = succeeded(await rename(server.as(noor), "  Noor van Dalen "));
  expect(data.changeName.person.name).toBe("Noor van Dalen");
  // Whoever is changing this person's roles meanwhile isn't told that somebody else did.
  expect(await shown()).toEqual(["Noor van Dalen", "Noor van Dalen", 1]);
  const cookie = server.cookie(noor.token);
  succeeded(await rename({ cookie }, "Noor Dekker"));
  expect(await shown()).toEqual(["Noor Dekker", "Noor Dekker", 1]);
});

test("what is no name is refused, and who isn't signed in has none", async () => {
  const before = await shown();
  for (const name of ["", "www.voorbeeld.nl", "n".repeat(81), "Noor\nDekker"]) {
    const told = await rename(server.as(noor), name);
    expect([told.code, new Set(fieldsIn(told))]).toEqual(["INVALID_INPUT", new Set(["name"])]);
  }
  expect((await rename({}, "Niemand")).code).toBe("UNAUTHENTICATED");
  expect(await shown()).toEqual(before);
});
