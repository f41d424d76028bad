import { expect, test } from "vitest";
import type { Role } from "../../gql/graphql.ts";
import { nextStep } from "./next-step.ts";
import type { Invitation, Membership } from "./people.ts";

const now = new Date("2026-11-23T12:00:00Z");
const ofLibrary: readonly Role[] = ["ADMINISTRATOR", "QUALITY_COORDINATOR", "COLLEAGUE"];

function member(...roles: Role[]): Membership {
  const since = "2026-01-01T10:00:00Z";
  return {
    __typename: "Membership",
    personId: roles.join(),
    name: "Iemand",
    roles,
    since,
    endedAt: null,
    version: 1,
  };
}

function invited(name: string, expiresAt: string, ...roles: Role[]): Invitation {
  return { __typename: "Invitation", id: name, name, email: `${name}@x.example`, roles, expiresAt };
}

function step(
  present: readonly Membership[],
  invitations: readonly Invitation[] = [],
  fittingRoles = ofLibrary,
) {
  return nextStep({ fittingRoles, present, invitations }, now);
}

test("who is alone invites the first colleague", () => {
  expect(step([member("ADMINISTRATOR", "QUALITY_COORDINATOR")])).toEqual({ kind: "invite-first" });
});

test("an invitation that ran out is sent again before anything else", () => {
  expect(step([member("ADMINISTRATOR")], [invited("Sam", "2026-11-23T11:59:59Z")])).toEqual({
    kind: "invite-again",
    name: "Sam",
  });
});

test("a library without a coordinator finds one, and one who was invited counts", () => {
  const two = [member("ADMINISTRATOR"), member("ADMINISTRATOR", "COLLEAGUE")];
  expect(step(two)).toEqual({ kind: "find-coordinator" });
  expect(step(two, [invited("Sam", "2026-12-01T00:00:00Z", "QUALITY_COORDINATOR")])).toEqual({
    kind: "wait",
    open: 1,
  });
});

test("an organisation that is no library needs no coordinator", () => {
  const two = [member("ADMINISTRATOR", "ADVISER"), member("ADMINISTRATOR")];
  expect(step(two, [], ["ADMINISTRATOR", "ADVISER"])).toEqual({ kind: "done" });
});

test("one administrator is too few", () => {
  expect(step([member("ADMINISTRATOR"), member("QUALITY_COORDINATOR")])).toEqual({
    kind: "second-administrator",
  });
});
