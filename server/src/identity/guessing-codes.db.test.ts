import { beforeEach, describe, expect, test } from "vitest";
import { fatima, openSecondFactor, wrong } from "../../../test/support/second-factor.ts";
import { codeFor } from "../../../test/support/totp.ts";

const { open, begin, turnOn, challenged } = await openSecondFactor();
beforeEach(begin);

describe("guessing at the second step", () => {
  let secret: string;
  let recoveryCodes: string[];

  beforeEach(async () => {
    const person = await open.signedIn(fatima);
    ({ secret, recoveryCodes } = await turnOn(person));
    await open.mailTo(fatima.email);
    await open.admin.query("delete from identity.session");
  });

  test("a wrong code is refused and opens nothing", async () => {
    const person = await challenged();
    const refused = await person.post("/sign-in/second-factor", { code: wrong(secret) });
    expect([refused.status, refused.body]).toEqual([400, { code: "INVALID_CODE" }]);
    expect(await open.sessions()).toBe(0);
    const right = await person.post("/sign-in/second-factor", { code: codeFor(secret) });
    expect(right.status).toBe(200);
  });

  test("after five wrong codes the password is asked again", async () => {
    const person = await challenged();
    for (let index = 0; index < 5; index += 1) {
      const code = String((Number(wrong(secret)) + index) % 1_000_000).padStart(6, "0");
      expect((await person.post("/sign-in/second-factor", { code })).body.code).toBe(
        "INVALID_CODE",
      );
    }
    const over = await person.post("/sign-in/second-factor", { code: codeFor(secret) });
    expect([over.status, over.body]).toEqual([401, { code: "SIGN_IN_AGAIN" }]);
    expect(await open.sessions()).toBe(0);
  });

  test("who keeps guessing with the password known is stopped, wherever they guess from", async () => {
    await open.admin.query("delete from identity.throttle");
    const codes = new Set<string>();
    for (let guess = 0; guess < 60; guess += 1) {
      const address = `198.51.100.${guess}`;
      const person = await challenged(address);
      const code = String((Number(wrong(secret)) + guess) % 1_000_000).padStart(6, "0");
      codes.add((await person.post("/sign-in/second-factor", { code })).body.code);
      if (codes.has("TOO_MANY_ATTEMPTS")) {
        expect(guess).toBe(20);
        break;
      }
    }
    expect([...codes]).toEqual(["INVALID_CODE", "TOO_MANY_ATTEMPTS"]);
    const person = await challenged("198.51.100.200");
    const right = await person.post("/sign-in/second-factor", { code: codeFor(secret) });
    expect([right.status, right.body]).toEqual([429, { code: "TOO_MANY_ATTEMPTS" }]);
    expect(Number(right.reply.headers["retry-after"])).toBeGreaterThan(23 * 3600);
    const byPaper = await person.post("/sign-in/second-factor", {
      recoveryCode: recoveryCodes[0]!,
    });
    expect(byPaper.status).toBe(429);
    expect(await open.sessions()).toBe(0);
  });

  test("guessing from elsewhere does not keep the person out of where they work", async () => {
    const first = await challenged();
    expect((await first.post("/sign-in/second-factor", { code: codeFor(secret) })).status).toBe(
      200,
    );
    for (let guess = 0; guess < 21; guess += 1) {
      const person = await challenged(`198.51.100.${guess}`);
      const code = String((Number(wrong(secret)) + guess) % 1_000_000).padStart(6, "0");
      await person.post("/sign-in/second-factor", { code });
    }
    const again = await (
      await challenged()
    ).post("/sign-in/second-factor", {
      code: codeFor(secret, 1),
    });
    expect(again.status).toBe(200);
  });
});
