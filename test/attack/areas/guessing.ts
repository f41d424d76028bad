import { randomUUID } from "node:crypto";
import { cookiesOf, openAccounts, stopped, type Account, type Accounts } from "../accounts.ts";
import type { Area, Range } from "../range.ts";
import type { Reply } from "../remote.ts";
import type { Verdict } from "../tally.ts";

/** Guessing passwords, links and invitations: stopped per account and per address, and nobody else is locked out. */
export const guessing: Area = {
  name: "guessing",
  async run(range) {
    const accounts = openAccounts(range);
    await atOneAddress(range, accounts);
    await besideThem(range, accounts);
    await fromManyPorts(range, accounts);
    if (range.size === "full") await fromEverywhere(range, accounts);
    await atLinks(range, accounts);
    await whoHasAnAccount(range, accounts);
  },
};

const guess = (accounts: Accounts, { email }: Account, from: string) =>
  accounts.post("/sign-in/email", { email, password: randomUUID() }, from);

const signsIn = ({ status, text }: Reply): Verdict =>
  status === 200 ? "allowed" : { unlike: `somebody is locked out: ${status} ${text}` };

async function atOneAddress({ fixture, tally }: Range, accounts: Accounts): Promise<void> {
  const [victim, neighbour] = [
    await accounts.make(fixture.library, "reader"),
    await accounts.make(fixture.library, "reader"),
  ];
  const office = "198.51.100.10";
  await accounts.signIn(victim, "198.51.100.20");
  for (let times = 0; times < 10; times += 1) await guess(accounts, victim, office);
  await tally.attempt("guessing", "an eleventh password from one address", async () =>
    stopped(await guess(accounts, victim, office)),
  );
  await tally.attempt("guessing", "the same behind an address that somebody made up", async () =>
    stopped(await guess(accounts, victim, `203.0.113.99, ${office}`)),
  );
  await tally.attempt("guessing", "the right one after too many wrong ones", async () =>
    stopped(await accounts.post("/sign-in/email", victim, office)),
  );
  await tally.attempt("guessing", "a neighbour at the same address signs in", async () =>
    signsIn(await accounts.post("/sign-in/email", neighbour, office)),
  );
  await tally.attempt("guessing", "its owner signs in from where they work", async () =>
    signsIn(await accounts.post("/sign-in/email", victim, "198.51.100.20")),
  );
}

/** A neighbour behind the address that somebody works from, where both are known to have come from. */
async function besideThem({ fixture, tally }: Range, accounts: Accounts): Promise<void> {
  const victim = await accounts.make(fixture.library, "reader");
  const office = "198.51.100.60";
  const first = await accounts.post("/sign-in/email", victim, office);
  const device = { cookie: cookiesOf(first) };
  for (let times = 0; times < 10; times += 1) await guess(accounts, victim, office);
  await tally.attempt("guessing", "an eleventh password beside who works there", async () =>
    stopped(await guess(accounts, victim, office)),
  );
  await tally.attempt("guessing", "who works there signs in on their own device", async () =>
    signsIn(await accounts.post("/sign-in/email", victim, office, device)),
  );
  const other = await accounts.make(fixture.library, "reader");
  await tally.attempt("guessing", "another's device buys no attempt", async () =>
    stopped(
      await (async () => {
        for (let times = 0; times < 10; times += 1)
          await accounts.post(
            "/sign-in/email",
            { ...other, password: randomUUID() },
            office,
            device,
          );
        return accounts.post("/sign-in/email", other, office, device);
      })(),
    ),
  );
  for (let times = 0; times < 5; times += 1)
    await accounts.post("/request-reset", { email: victim.email }, "198.51.100.61");
  await tally.attempt("guessing", "who works there may still ask for a new password", async () => {
    const { status, text } = await accounts.post(
      "/request-reset",
      { email: victim.email },
      office,
      device,
    );
    return status === 200 ? "allowed" : { unlike: `${status} ${text}` };
  });
}

/** One place in ever other spellings, as proxies of all kinds put it. */
async function fromManyPorts({ fixture, tally }: Range, accounts: Accounts): Promise<void> {
  const spellings: Record<string, (times: number) => string> = {
    "with a port": (times) => `203.0.113.70:${5_000 + times}`,
    "inside IPv6": (times) => (times % 2 ? "::ffff:203.0.113.71" : "[::ffff:cb00:7147]:80"),
    "of one IPv6 subscriber": (times) => `[2001:db8:0:72::${times}]:${5_000 + times}`,
    "that are no addresses": (times) => `_hidden${times}`,
  };
  for (const [what, spell] of Object.entries(spellings)) {
    const victim = await accounts.make(fixture.library, "reader");
    for (let times = 0; times < 10; times += 1) await guess(accounts, victim, spell(times));
    await tally.attempt("guessing", `an eleventh password from addresses ${what}`, async () =>
      stopped(await guess(accounts, victim, spell(11))),
    );
  }
}

/** One account from ever new addresses, then ever new accounts from one address. */
async function fromEverywhere({ fixture, tally }: Range, accounts: Accounts): Promise<void> {
  const victim = await accounts.make(fixture.library, "reader");
  await accounts.signIn(victim, "198.51.100.30");
  for (let times = 0; times < 31; times += 1) await guess(accounts, victim, `192.0.2.${times + 1}`);
  await tally.attempt("guessing", "one account from ever new addresses", async () =>
    stopped(await guess(accounts, victim, "192.0.2.200")),
  );
  await tally.attempt("guessing", "its owner signs in meanwhile", async () =>
    signsIn(await accounts.post("/sign-in/email", victim, "198.51.100.30")),
  );
  const nobody = () => ({ id: "", email: `${randomUUID()}@example.org`, password: "" });
  for (let times = 0; times < 100; times += 1) await guess(accounts, nobody(), "198.51.100.40");
  await tally.attempt("guessing", "ever new accounts from one address", async () =>
    stopped(await guess(accounts, nobody(), "198.51.100.40")),
  );
}

async function atLinks({ fixture, tally }: Range, accounts: Accounts): Promise<void> {
  const doors = {
    "/reset": { token: "x", password: "een nieuw wachtwoord van iemand" },
    "/accept-invitation": { token: "x", password: "een nieuw wachtwoord van iemand" },
  };
  for (const [door, body] of Object.entries(doors)) {
    const from = `198.51.100.${door.length + 50}`;
    for (let times = 0; times < 50; times += 1)
      await accounts.post(door, { ...body, token: randomUUID() }, from);
    await tally.attempt("guessing", `a link too many at ${door}`, async () =>
      stopped(await accounts.post(door, body, from)),
    );
    await tally.attempt("guessing", `a link at ${door} from elsewhere is looked at`, async () => {
      const { status, text } = await accounts.post(door, body, "198.51.100.120");
      return status < 429 ? "allowed" : { unlike: `${status} ${text}` };
    });
  }
  const mailbox = await accounts.make(fixture.library, "reader");
  const ask = (from: string) => accounts.post("/request-reset", { email: mailbox.email }, from);
  for (let times = 0; times < 5; times += 1) await ask(`198.51.100.${130 + times}`);
  await tally.attempt("guessing", "a sixth mail to one mailbox within the hour", async () =>
    stopped(await ask("198.51.100.140")),
  );
}

/** Whether an address has an account is nobody's business: it must not show in the answer. */
async function whoHasAnAccount({ fixture, tally }: Range, accounts: Accounts): Promise<void> {
  const { email } = await accounts.make(fixture.library, "reader");
  const doors: Record<string, object> = {
    "/sign-in/email": { password: randomUUID() },
    "/request-reset": {},
  };
  for (const [door, more] of Object.entries(doors))
    await tally.attempt("guessing", `who has an account, at ${door}`, async () => {
      const known = await accounts.post(door, { ...more, email }, "198.51.100.150");
      const other = { ...more, email: `${randomUUID()}@example.org` };
      const unknown = await accounts.post(door, other, "198.51.100.150");
      const same = known.status === unknown.status && known.text === unknown.text;
      return same ? "refused" : { unlike: `${known.text} and ${unknown.text}` };
    });
}
