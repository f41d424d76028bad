import { randomBytes } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { openWorld } from "../../../test/support/scenario.ts";
import { StartError } from "../start-error.ts";
import { requireApplicationAccess } from "./access.ts";

/** The server doesn't start on an address whose role walks through the wall between organisations. */
const world = await openWorld();
const { name, adminUrl, databaseUrl } = world.database;

/** Of this file only: roles are the cluster's. */
const role = `test_${randomBytes(6).toString("hex")}`;
const asRole = Object.assign(new URL(databaseUrl), { username: role, password: role }).href;
await world.asOperator(
  `create role ${role} login password '${role}'; grant connect on database ${name} to ${role}`,
);
afterAll(() => world.asOperator(`revoke all on database ${name} from ${role}; drop role ${role}`));

const refused = expect.objectContaining({
  constructor: StartError,
  message: expect.stringMatching(/^DATABASE_URL must connect as toetssteen_app/),
});

describe("the application's address", () => {
  test("is taken with its own role", async () => {
    await expect(requireApplicationAccess(databaseUrl)).resolves.toBeUndefined();
  });

  test("is refused with a superuser", async () => {
    await expect(requireApplicationAccess(adminUrl)).rejects.toEqual(refused);
  });

  test.each([
    [
      "may walk past row security",
      `alter role ${role} bypassrls`,
      `alter role ${role} nobypassrls`,
    ],
    [
      "belongs to the owner",
      `grant toetssteen_owner to ${role}`,
      `revoke toetssteen_owner from ${role}`,
    ],
    [
      "may become the owner",
      `grant toetssteen_owner to ${role} with inherit false`,
      `revoke toetssteen_owner from ${role}`,
    ],
  ])("is refused with a role that %s", async (_what, give, take) => {
    await world.asOperator(give);
    try {
      await expect(requireApplicationAccess(asRole)).rejects.toEqual(refused);
    } finally {
      await world.asOperator(take);
    }
  });
});
