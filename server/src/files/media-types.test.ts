import { fileEndings } from "@toetssteen/contract";
import { expect, test } from "vitest";
import { takenEndings } from "./media-types.ts";

test("pages offer files with exactly the endings that are taken", () => {
  expect(fileEndings.toSorted()).toEqual([...takenEndings].toSorted());
});
