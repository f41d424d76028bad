import { beforeEach, describe, expect, test } from "vitest";
import { fatima, openSecondFactor, ruud } from "../../../test/support/second-factor.ts";
import { codeFor } from "../../../test/support/totp.ts";

const { open, begin, turnOn, challenged } = await openSecondFactor();
beforeEach(begin);

describe("without the phone", () => {
  let recoveryCodes: string[];

  beforeEach(async () => {
    const person = await open.signedIn(fatima);
    ({ recoveryCodes } = await turnOn(person));
    await open.mailTo(fatima.email);
    await open.admin.query("delete from identity.session");
  });

  test("a recovery code signs in once, says how many are left, and is told by mail", async () => {
    const person = await challenged();
    const recoveryCode = recoveryCodes[3]!;
    const typed = recoveryCode.toUpperCase().replace("-", " ");
    const { status, body } = await person.post("/sign-in/second-factor", {
      recoveryCode: typed,
      locale: "en",
    });
    expect([status, body]).toEqual([200, { user: expect.any(Object), recoveryCodesLeft: 9 }]);
    expect(await open.mailTo(fatima.email)).toMatchObject({
      template: "second-factor-changed",
      locale: "en",
      values: { change: "recovery-code-used" },
    });
    const again = await challenged();
    const refused = await again.post("/sign-in/second-factor", { recoveryCode });
    expect([refused.status, refused.body]).toEqual([400, { code: "INVALID_CODE" }]);
    expect(await open.sessions()).toBe(1);
    const other = await again.post("/sign-in/second-factor", { recoveryCode: recoveryCodes[4]! });
    expect(other.body.recoveryCodesLeft).toBe(8);
  });

  test("of two who send one recovery code at the same moment, one gets in", async () => {
    const people = [await challenged(), await challenged()];
    const replies = await Promise.all(
      people.map((person) =>
        person.post("/sign-in/second-factor", { recoveryCode: recoveryCodes[0]! }),
      ),
    );
    expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 400,
    ]);
    expect(await open.sessions()).toBe(1);
  });

  test("a colleague's codes are no use", async () => {
    const colleague = await open.signedIn(ruud);
    const started = await colleague.post("/second-factor/start", { password: ruud.password });
    const confirmed = await colleague.post("/second-factor/confirm", {
      code: codeFor(started.body.secret),
    });
    const person = await challenged();
    for (const given of [
      { code: codeFor(started.body.secret, 1) },
      { recoveryCode: confirmed.body.recoveryCodes[0] },
    ]) {
      const refused = await person.post("/sign-in/second-factor", given);
      expect([refused.status, refused.body]).toEqual([400, { code: "INVALID_CODE" }]);
    }
  });
});
