import { expect, test } from "vitest";
import { createRecoveryCodes } from "./recovery-codes.ts";

const codes = createRecoveryCodes("a secret that is long enough to be one");

test("ten codes are made, all different, in letters that can be read from paper", () => {
  const made = codes.make();
  expect(new Set(made).size).toBe(10);
  for (const code of made) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
});

test("a code counts however it is typed", () => {
  const digest = codes.digest("abcde-fghjk");
  for (const typed of ["ABCDE-FGHJK", "abcdefghjk", " abcde fghjk "]) {
    expect(codes.digest(typed)).toBe(digest);
  }
  expect(codes.digest("abcde-fghjm")).not.toBe(digest);
});

test("what is kept holds no code, needs the secret, and stays the same when it is kept again", () => {
  const made = codes.make();
  const kept = codes.encode(JSON.stringify(made));
  for (const code of made) {
    expect(kept).not.toContain(code);
    expect(kept).toContain(codes.digest(code));
  }
  expect(codes.encode(kept)).toBe(kept);
  const elsewhere = createRecoveryCodes("another secret that is long enough too");
  expect(elsewhere.encode(JSON.stringify(made))).not.toBe(kept);
});
