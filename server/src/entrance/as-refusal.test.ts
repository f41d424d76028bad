import { describe, expect, test } from "vitest";
import { QueueFull } from "../tenancy/turns.ts";
import { asRefusal } from "./as-refusal.ts";

/** What is answered, and what the log says of it. */
function told(error: unknown): string[] {
  const said: string[] = [];
  const hear = (_: unknown, text: string) => void said.push(text);
  const { extensions } = asRefusal(error, { warn: hear, error: hear } as never);
  return [String(extensions["code"]), ...said];
}

const withCode = (code: string) => Object.assign(new Error("said by PostgreSQL"), { code });

describe("what passes is told as such, and the log says which it was", () => {
  test.each([
    ["53100", "the database has no room"],
    ["53200", "the database has no room"],
    ["53300", "the database has no room"],
    ["53400", "the database has no room"],
    ["08006", "the database is out of reach"],
    ["08P01", "the database is out of reach"],
    ["57P01", "the database is out of reach"],
    ["57P03", "the database is out of reach"],
    ["57P05", "the database is out of reach"],
    ["57014", "the database was busy"],
    ["55P03", "the database was busy"],
    ["40001", "the database was busy"],
  ])("%s: %s", (code, why) => {
    expect(told(withCode(code))).toEqual(["BUSY", `an operation was turned away because ${why}`]);
  });

  test("a line that was lost, of which PostgreSQL says nothing", () => {
    expect(told(new Error("connect ECONNREFUSED 127.0.0.1:5432"))).toEqual([
      "BUSY",
      "an operation was turned away because the database is out of reach",
    ]);
  });

  test("too many others", () => {
    expect(told(new QueueFull("x"))).toEqual([
      "BUSY",
      "an operation was turned away because others wait too",
    ]);
  });
});

test("what doesn't pass is not", () => {
  for (const code of ["22021", "23505", "42P01", "42501", "58P01"])
    expect(told(withCode(code))).toEqual(["INTERNAL", "an operation failed"]);
});
