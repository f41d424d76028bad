import { expect, test } from "vitest";
import { byDayAndReader, isBy } from "./by-reader.ts";
import type { Look } from "./by-reader.ts";

function look(at: string, rest: Partial<Look> = {}): Look {
  return {
    id: at,
    at,
    readerName: "Jorrit",
    readerOrganisation: "Steunpunt",
    via: "oversight:progress",
    opened: "overseen",
    openedFile: null,
    ...rest,
  };
}

test("what one reader opened on one day stands together, with each time", () => {
  const [day, ...others] = byDayAndReader([
    look("2026-11-23T13:00:00Z"),
    look("2026-11-23T12:00:00Z", { readerName: "Marit", via: "mandate", opened: "submission" }),
    look("2026-11-23T11:00:00Z"),
  ]);
  expect(others).toEqual([]);
  expect(day).toMatchObject({
    day: "2026-11-23",
    readers: [
      {
        name: "Jorrit",
        opened: [{ what: "overseen", times: ["2026-11-23T13:00:00Z", "2026-11-23T11:00:00Z"] }],
      },
      { name: "Marit", opened: [{ what: "submission", times: ["2026-11-23T12:00:00Z"] }] },
    ],
  });
});

test("a file that was opened stands there by its name", () => {
  const file = { opened: "file:0199a000", openedFile: "partners.pdf", via: "mandate" };
  const [day] = byDayAndReader([look("2026-11-23T13:00:00Z", file)]);
  expect(day?.readers[0]?.opened).toEqual([
    { what: "file:0199a000", file: "partners.pdf", times: ["2026-11-23T13:00:00Z"] },
  ]);
});

test("a look just after midnight belongs to the new day in Amsterdam", () => {
  const days = byDayAndReader([look("2026-11-23T23:30:00Z"), look("2026-11-23T22:30:00Z")]);
  expect(days.map(({ day }) => day)).toEqual(["2026-11-24", "2026-11-23"]);
});

test("the same person by another right is another reader", () => {
  const [day] = byDayAndReader([
    look("2026-11-23T13:00:00Z"),
    look("2026-11-23T12:00:00Z", { via: "mandate" }),
  ]);
  expect(day?.readers).toHaveLength(2);
});

test("who was let in and who has a mandate are told apart", () => {
  expect(isBy("auditors", { via: "mandate" })).toBe(true);
  expect(isBy("meekijkers", { via: "mandate" })).toBe(false);
  expect(isBy("meekijkers", { via: "oversight:progress" })).toBe(true);
});
