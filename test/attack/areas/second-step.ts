import { cookieOf, openAccounts, stopped, type Accounts } from "../accounts.ts";
import type { Area, Range } from "../range.ts";
import type { Reply } from "../remote.ts";
import { routesOf } from "../routes.ts";
import {
  challenge,
  give,
  guarded,
  recoveryCode,
  rightFor,
  step,
  wrongFor,
  type Given,
  type Guarded,
} from "../second-factors.ts";
import type { Verdict } from "../tally.ts";

/** Whoever knows a password and guesses, overhears or borrows what the second step asks. */
export const secondStep: Area = {
  name: "second-step",
  async run(range) {
    const accounts = openAccounts(range);
    await atOneAddress(range, accounts);
    await usedAgain(range, accounts);
    await borrowed(range, accounts);
    await atEveryDoor(range, accounts);
    if (range.size === "full") await fromEverywhere(range, accounts);
  },
};

const opens = (reply: Reply): Verdict =>
  reply.status === 200 && cookieOf(reply) !== ""
    ? "allowed"
    : { unlike: `somebody is locked out: ${reply.status} ${reply.text}` };

const heldOff = (reply: Reply): Verdict =>
  reply.status >= 400 && reply.status < 500 && cookieOf(reply) === ""
    ? "refused"
    : { unlike: `it opened a session: ${reply.status} ${reply.text}` };

async function atOneAddress(range: Range, accounts: Accounts): Promise<void> {
  const attempt = range.tally.attempt.bind(range.tally, "second-step");
  const cafe = "198.51.100.160";
  const [victim, neighbour] = [
    await guarded(range, accounts, "198.51.100.161"),
    await guarded(range, accounts, "198.51.100.162"),
  ];
  await attempt("a wrong code", async () =>
    heldOff(await give(accounts, victim, wrongFor(victim), cafe)),
  );
  for (let times = 1; times < 8; times += 1) await give(accounts, victim, wrongFor(victim), cafe);
  await attempt("a ninth code from one address", async () =>
    stopped(await give(accounts, victim, wrongFor(victim), cafe)),
  );
  await attempt("a ninth code behind an address that somebody made up", async () =>
    stopped(await give(accounts, victim, wrongFor(victim), `203.0.113.98, ${cafe}`)),
  );
  await attempt("the right code after too many wrong ones", async () =>
    stopped(await give(accounts, victim, rightFor(victim), cafe)),
  );
  await attempt("a recovery code after too many wrong codes", async () =>
    stopped(await give(accounts, victim, recoveryCode(victim, 0), cafe)),
  );
  await attempt("a neighbour at that address gives theirs", async () =>
    opens(await give(accounts, neighbour, rightFor(neighbour), cafe)),
  );
  await attempt("its owner gives theirs where they work", async () =>
    opens(await give(accounts, victim, rightFor(victim), victim.office)),
  );
}

/** A code that was overheard comes too late; of two who use it at once one is too late. */
async function usedAgain(range: Range, accounts: Accounts): Promise<void> {
  const attempt = range.tally.attempt.bind(range.tally, "second-step");
  const [owner, another] = [
    await guarded(range, accounts, "198.51.100.163"),
    await guarded(range, accounts, "198.51.100.167"),
  ];
  const kinds: Record<string, (of: Guarded) => Given> = {
    "a code": rightFor,
    "a recovery code": (of) => recoveryCode(of, 0),
  };
  for (const [what, make] of Object.entries(kinds)) {
    const given = make(owner);
    await attempt(`${what}, once`, async () =>
      opens(await give(accounts, owner, given, owner.office)),
    );
    await attempt(`${what}, again`, async () =>
      heldOff(await give(accounts, owner, given, owner.office)),
    );
    await attempt(`${what}, three times at once`, async () => {
      const code = make(another);
      const replies = await Promise.all(
        [1, 2, 3].map(() => give(accounts, another, code, another.office)),
      );
      const opened = replies.filter((reply) => cookieOf(reply) !== "").length;
      return opened === 1 ? "refused" : { unlike: `it opened ${opened} sessions` };
    });
  }
}

/** Cookies of somebody else, or of one's own making, in the place of a code. */
async function borrowed(range: Range, accounts: Accounts): Promise<void> {
  const attempt = range.tally.attempt.bind(range.tally, "second-step");
  const from = "198.51.100.164";
  const [victim, thief] = [
    await guarded(range, accounts, "198.51.100.165"),
    await guarded(range, accounts, "198.51.100.166"),
  ];
  const own = rightFor(thief);
  const theirs = await challenge(accounts, victim, from);
  await attempt("one's own code at the step of somebody else", async () =>
    heldOff(await accounts.post(step, own, from, { cookie: theirs })),
  );
  await attempt("one's own recovery code at the step of somebody else", async () =>
    heldOff(await accounts.post(step, recoveryCode(thief, 0), from, { cookie: theirs })),
  );
  await attempt("one's own session at the step of somebody else", async () =>
    heldOff(await accounts.post(step, own, from, { cookie: `${theirs}; ${thief.cookie}` })),
  );
  await attempt("half a sign-in as a session", async () =>
    heldOff(
      await range.fixture.server.send({ path: "/api/auth/account", headers: { cookie: theirs } }),
    ),
  );
  const trusted = ["trust_device", "two_factor", "session_data"].flatMap((name) =>
    [theirs, thief.cookie].map((cookie) => {
      const value = cookie.slice(cookie.indexOf("=") + 1).split(";")[0];
      return `toetssteen.${name}=${value}; better-auth.${name}=${value}`;
    }),
  );
  for (const [place, cookie] of trusted.entries())
    await attempt(`a device that says it is trusted (${place + 1})`, async () => {
      const { email, password } = victim;
      const body = { email, password, trustDevice: true, rememberMe: true };
      const reply = await accounts.post("/sign-in/email", body, from, { cookie });
      return reply.text === '{"secondFactor":true}' && cookieOf(reply) === ""
        ? "refused"
        : { unlike: `no second step was asked: ${reply.text}` };
    });
  await attempt("a right code doesn't make the device trusted", async () => {
    const cookie = await challenge(accounts, victim, from);
    const reply = await accounts.post(step, rightFor(victim), from, { cookie });
    const kept = (reply.headers["set-cookie"] ?? []).map((one) => one.split(";")[0] ?? "");
    if (cookieOf(reply) === "") return { unlike: `it was refused: ${reply.text}` };
    const again = await accounts.post("/sign-in/email", victim, from, { cookie: kept.join("; ") });
    return cookieOf(again) === "" ? "refused" : { unlike: "no second step was asked" };
  });
}

/** Every door that looks at a code stops whoever goes on guessing, also with a session that they took. */
async function atEveryDoor(range: Range, accounts: Accounts): Promise<void> {
  const doors = (await routesOf(range.fixture.world)).filter(
    ({ method, url }) => method === "POST" && url.startsWith("/api/auth/"),
  );
  const asking: string[] = [];
  for (const [place, { url }] of doors.entries()) {
    const from = `198.51.100.${170 + place}`;
    const victim = await halfwayOrOn(range, accounts, url, from);
    const path = url.replace("/api/auth", "");
    const guess = async () => {
      const { password } = victim;
      const caller = path === step ? await challenge(accounts, victim, from) : victim.cookie;
      const codes = wrongFor(victim);
      const alone = await accounts.post(path, codes, from, { cookie: caller });
      if (alone.text !== '{"code":"INVALID_INPUT"}') return alone;
      return accounts.post(path, { password, ...codes }, from, { cookie: caller });
    };
    const first = await guess();
    if (!first.text.includes("INVALID_CODE")) continue;
    asking.push(path);
    for (let times = 1; times < 8; times += 1) await guess();
    await range.tally.attempt("second-step", `a ninth code at ${path}`, async () =>
      stopped(await guess()),
    );
  }
  await range.tally.attempt("second-step", "the doors that look at a code", async () =>
    asking.length >= 4 ? "allowed" : { unlike: `only ${asking.join()} were found` },
  );
}

/** Whose second step is on, or where a door is for turning it on, has only begun. */
async function halfwayOrOn(range: Range, accounts: Accounts, url: string, from: string) {
  if (!url.endsWith("/confirm")) return guarded(range, accounts, from);
  const account = await accounts.make(range.fixture.library, "reader");
  const cookie = await accounts.signIn(account, from);
  const { password } = account;
  const started = await accounts.post("/second-factor/start", { password }, from, { cookie });
  const { secret } = JSON.parse(started.text) as { secret: string };
  return { ...account, secret, recoveryCodes: [], office: from, cookie };
}

/** One account from ever new addresses; then ever new accounts from one address, where people work. */
async function fromEverywhere(range: Range, accounts: Accounts): Promise<void> {
  const attempt = range.tally.attempt.bind(range.tally, "second-step");
  const victim = await guarded(range, accounts, "198.51.100.200");
  for (let times = 0; times < 20; times += 1)
    await give(accounts, victim, wrongFor(victim), `192.0.2.${times + 100}`);
  await attempt("one account from ever new addresses", async () =>
    stopped(await give(accounts, victim, wrongFor(victim), "192.0.2.130")),
  );
  await attempt("a recovery code of it, from a new address", async () =>
    stopped(await give(accounts, victim, recoveryCode(victim, 0), "192.0.2.131")),
  );
  await attempt("its owner gives a code meanwhile", async () =>
    opens(await give(accounts, victim, rightFor(victim), victim.office)),
  );
  const library = "198.51.100.201";
  const colleague = await guarded(range, accounts, library);
  const others: Guarded[] = [];
  for (let made = 0; made < 14; made += 1)
    others.push(await guarded(range, accounts, `192.0.2.${made + 140}`));
  for (const other of others)
    for (let times = 0; times < 8; times += 1)
      await give(accounts, other, wrongFor(other), library);
  await attempt("ever new accounts from one address", async () => {
    const other = await guarded(range, accounts, "192.0.2.160");
    return stopped(await give(accounts, other, wrongFor(other), library));
  });
  await attempt("a colleague who works at that address gives theirs", async () =>
    opens(await give(accounts, colleague, rightFor(colleague), library)),
  );
}
