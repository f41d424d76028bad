import { expect } from "vitest";
import { type OpenIdentity, openIdentity, type Visitor } from "./identity.ts";
import { codeFor } from "./totp.ts";

export const fatima = {
  email: "fatima@rivierenland.example",
  name: "Fatima Bakker",
  password: "een lange zin als wachtwoord",
};
export const ruud = {
  email: "ruud@rivierenland.example",
  name: "Ruud de Wit",
  password: "een andere lange zin hier",
};

/** What the tests of the second factor share: two accounts, and the ways to its steps. */
export interface SecondFactorTests {
  readonly open: OpenIdentity;
  /** Before each test: the two accounts as new. */
  readonly begin: () => Promise<void>;
  readonly turnOn: (person: Visitor) => Promise<{ secret: string; recoveryCodes: string[] }>;
  /** Fatima at the second step of signing in. */
  readonly challenged: (address?: string) => Promise<Visitor>;
}

export async function openSecondFactor(): Promise<SecondFactorTests> {
  const open = await openIdentity();

  /** Also forgets which codes were used. */
  const forgetCounts = async () => {
    await open.admin.query("delete from identity.throttle");
  };

  return {
    open,

    begin: async () => {
      await open.admin.query(`delete from identity."user"; delete from identity.verification`);
      await forgetCounts();
      open.mails.length = 0;
      open.failures.length = 0;
      open.mailFailure = undefined;
      await open.identity.createAccount(fatima);
      await open.identity.createAccount(ruud);
    },

    turnOn: async (person) => {
      const { secret } = (await person.post("/second-factor/start", { password: fatima.password }))
        .body;
      const confirmed = await person.post("/second-factor/confirm", { code: codeFor(secret) });
      expect(confirmed.status).toBe(200);
      await forgetCounts();
      return { secret, recoveryCodes: confirmed.body.recoveryCodes };
    },

    challenged: async (address) => {
      const person = open.visitor(address === undefined ? {} : { address });
      const { status, body } = await person.post("/sign-in/email", fatima);
      expect([status, body]).toEqual([200, { secondFactor: true }]);
      return person;
    },
  };
}

/** A code that isn't the one of now. */
export const wrong = (secret: string): string =>
  String((Number(codeFor(secret)) + 500_000) % 1_000_000).padStart(6, "0");

export function cookieHeader({ cookies }: Visitor): string {
  return [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
}
