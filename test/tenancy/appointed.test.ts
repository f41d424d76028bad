import { expect, test } from "vitest";
import { ask, asked, openWorld } from "../support/scenario.ts";

const world = await openWorld();

test("a member reads of toetssteen.organisation their own and the appointed ones, and no other", async () => {
  const library = await world.library();
  const [body, support] = [await world.organisation(), await world.organisation()];
  await world.organisation();
  const noor = await world.member(library, "reader");
  const read = async () =>
    new Set(
      (
        await ask<{ id: string }>(
          world.scopes,
          asked(noor, "read"),
          "select id from toetssteen.organisation",
        )
      ).map(({ id }) => id),
    );
  expect(await read()).toEqual(new Set([library.id]));
  await world.rows(
    "insert into toetssteen.appointment values ($1, 'certification_body'), ($2, 'support_organisation')",
    [body.id, support.id],
  );
  expect(await read()).toEqual(new Set([library.id, body.id, support.id]));
});
