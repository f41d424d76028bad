import { beforeEach, describe, expect, test } from "vitest";
import { openIdentity, type Visitor } from "../../../test/support/identity.ts";

const open = await openIdentity();
const fatima = {
  email: "fatima@rivierenland.example",
  name: "Fatima",
  password: "een lange zin om mee in te loggen",
};
await open.identity.createAccount(fatima);
/** A library's public network is often that of its office. */
const library = { address: "203.0.113.7" };

beforeEach(async () => {
  await open.admin.query("delete from identity.throttle");
});

async function repeat(times: number, deed: (index: number) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < times; index += 1) await deed(index);
}
const signIn = (visitor: Visitor, password = fatima.password) =>
  visitor.post("/sign-in/email", { email: fatima.email, password });

describe("a neighbour behind the same address does not keep somebody out", () => {
  test("of signing in where they signed in before", async () => {
    const own = await open.signedIn(fatima, library);
    await own.post("/sign-out");
    const neighbour = open.visitor(library);
    await repeat(11, () => signIn(neighbour, "een heel ander wachtwoord"));
    expect((await signIn(neighbour)).status).toBe(429);
    expect((await signIn(own)).status).toBe(200);
    // Of another device nobody knows whose it is, so it waits like the neighbour.
    expect((await signIn(open.visitor(library))).status).toBe(429);
  });

  test("and who has the device guesses no more often than anybody", async () => {
    const own = await open.signedIn(fatima, library);
    await repeat(10, () => signIn(own, "een heel ander wachtwoord"));
    expect((await signIn(own)).status).toBe(429);
  });

  test("of asking for a new password", async () => {
    const own = await open.signedIn(fatima, library);
    const neighbour = open.visitor(library);
    const ask = (by: Visitor) => by.post("/request-reset", { email: fatima.email });
    await repeat(50, (index) => neighbour.post("/request-reset", { email: `${index}@x.example` }));
    await repeat(5, () => ask(neighbour));
    expect((await ask(neighbour)).status).toBe(429);
    expect((await ask(own)).status).toBe(200);
    await repeat(4, () => ask(own));
    expect((await ask(own)).status).toBe(429);
  });

  test("of opening a link that was sent to them", async () => {
    const person = open.visitor({ address: "198.51.100.9" });
    open.mails.length = 0;
    await person.post("/request-reset", { email: fatima.email });
    const mail = await open.mailTo(fatima.email);
    const token = String((mail.values as { page: string }).page.split("/").at(-1));
    const neighbour = open.visitor(library);
    const reset = (by: Visitor, given: string) =>
      by.post("/reset", { token: given, password: fatima.password });
    await repeat(51, () => reset(neighbour, "x"));
    expect((await reset(neighbour, "x")).status).toBe(429);
    expect((await reset(open.visitor(library), token)).status).toBe(200);
  });

  test("of changing a password while signed in", async () => {
    const own = await open.signedIn(fatima, library);
    const neighbour = open.visitor(library);
    await repeat(11, () => signIn(neighbour, "een heel ander wachtwoord"));
    const change = await own.post("/change-password", {
      currentPassword: fatima.password,
      newPassword: fatima.password,
    });
    expect(change.status).toBe(200);
  });
});

describe("under https", async () => {
  const secure = await openIdentity("https://toetssteen.example");
  await secure.identity.createAccount(fatima);
  const [session, earlier] = [
    "__Host-toetssteen.session_token",
    "__Secure-toetssteen.session_token",
  ];

  /** Somebody whose browser still has the cookie of the release before. */
  async function signedInBefore() {
    const person = await secure.signedIn(fatima);
    const value = person.cookies.get(session) ?? "";
    person.cookies.delete(session);
    person.cookies.set(earlier, value);
    return person;
  }

  test("only this host itself can set the cookies", async () => {
    const person = await secure.signedIn(fatima);
    expect([...person.cookies.keys()].toSorted()).toEqual(["__Host-toetssteen.device", session]);
  });

  test("who signed in before these names is still signed in, and can do everything", async () => {
    const person = await signedInBefore();
    expect((await person.get("/account")).body.email).toBe(fatima.email);
    const change = await person.post("/change-password", {
      currentPassword: fatima.password,
      newPassword: fatima.password,
    });
    expect(change.status).toBe(200);
    expect((await person.get("/account")).status).toBe(200);
  });

  test("signing out forgets the earlier one too", async () => {
    const person = await signedInBefore();
    expect((await person.post("/sign-out")).status).toBe(200);
    expect([...person.cookies.keys()]).toEqual(["__Host-toetssteen.device"]);
    expect((await person.get("/account")).status).toBe(401);
  });
});
