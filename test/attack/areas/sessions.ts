import { newToken } from "../../support/scenario.ts";
import { cookieOf, openAccounts } from "../accounts.ts";
import type { Area, Range } from "../range.ts";
import type { Verdict } from "../tally.ts";

/** Sessions that somebody else chose, made, kept or used again; and what outlives a change that should end it. */
export const sessions: Area = {
  name: "sessions",
  async run(range) {
    await forged(range);
    await fixed(range);
    await replayed(range);
    await outlived(range);
  },
};

/** Whether somebody is somebody by it. */
async function isSomebody({ fixture }: Range, cookie: string, more: object = {}): Promise<boolean> {
  const headers = { "content-type": "application/json", cookie, ...more };
  const body = JSON.stringify({ query: "{ viewer { person { id } } }" });
  const reply = await fixture.server.send({ method: "POST", path: "/graphql", headers, body });
  return reply.text.includes('"id"');
}

const heldOff = (somebody: boolean): Verdict =>
  somebody ? { unlike: "it opened a session" } : "refused";

async function forged(range: Range): Promise<void> {
  const { fixture, tally } = range;
  const { cookie = "" } = fixture.personas.administrator.caller;
  const token = fixture.personas.administrator.person?.token ?? "";
  const [name = "", value = ""] = cookie.split("=");
  const [, signature = ""] = decodeURIComponent(value).split(".");
  const attempts: Record<string, string> = {
    "without a signature": `${name}=${token}`,
    "with an empty signature": `${name}=${token}.`,
    "signed by somebody else": fixture.server.cookie(
      token,
      "another secret, long enough to sign with",
    ),
    "signed for another token": `${name}=${newToken()}.${encodeURIComponent(signature)}`,
    "with a token that never was": fixture.server.cookie(newToken()),
    "with more behind it": `${name}=${encodeURIComponent(`${token}.${signature}.x`)}`,
    "in capitals": cookie.toUpperCase(),
    "under another name": cookie.replace(name, "session_token"),
    "under better-auth's own name": cookie.replace("toetssteen.", "better-auth."),
    "as the second step's": cookie.replace("session_token", "two_factor"),
    "with SQL in it": fixture.server.cookie("' or true --"),
  };
  for (const [how, sent] of Object.entries(attempts))
    await tally.attempt("sessions", `a cookie ${how}`, async () =>
      heldOff(await isSomebody(range, sent)),
    );
  for (const headers of [{ authorization: `Bearer ${token}` }, { "x-session-token": token }])
    await tally.attempt("sessions", `a token in ${Object.keys(headers).join()}`, async () =>
      heldOff(await isSomebody(range, "", headers)),
    );
  await tally.attempt("sessions", "the cookie as it was signed", async () =>
    (await isSomebody(range, cookie)) ? "allowed" : { unlike: "it opened no session" },
  );
}

/** A session that the attacker chose, so that they know it once somebody signed in with it. */
async function fixed(range: Range): Promise<void> {
  const accounts = openAccounts(range);
  const account = await accounts.make(range.fixture.library, "reader");
  for (const chosen of [newToken(), range.fixture.personas.reader.person?.token ?? ""])
    await range.tally.attempt("sessions", "a session chosen before signing in", async () => {
      const cookie = range.fixture.server.cookie(chosen);
      const reply = await accounts.post("/sign-in/email", account, "203.0.113.1", { cookie });
      if (reply.status !== 200) return { unlike: `signing in failed: ${reply.text}` };
      if (cookieOf(reply).includes(chosen)) return { unlike: "the chosen session was taken" };
      const [row] = await range.fixture.world.rows(
        `select from identity.session where token = $1 and "userId" = $2`,
        [chosen, account.id],
      );
      return row ? { unlike: "the chosen session is now theirs" } : "refused";
    });
}

async function replayed(range: Range): Promise<void> {
  const accounts = openAccounts(range);
  const account = await accounts.make(range.fixture.library, "reader");
  await range.tally.attempt("sessions", "a session after signing out", async () => {
    const cookie = await accounts.signIn(account, "203.0.113.2");
    if (!(await isSomebody(range, cookie))) return { unlike: "it never was one" };
    await accounts.post("/sign-out", {}, "203.0.113.2", { cookie });
    return heldOff(await isSomebody(range, cookie));
  });
}

/** What a new password must end. */
async function outlived(range: Range): Promise<void> {
  const accounts = openAccounts(range);
  const account = await accounts.make(range.fixture.library, "reader");
  const [thief, own] = [
    await accounts.signIn(account, "203.0.113.3"),
    await accounts.signIn(account, "203.0.113.4"),
  ];
  const { password: currentPassword } = account;
  const newPassword = `${currentPassword} en nog iets`;
  const changed = await accounts.post(
    "/change-password",
    { currentPassword, newPassword },
    "203.0.113.4",
    { cookie: own },
  );
  const attempt = range.tally.attempt.bind(range.tally);
  await attempt("sessions", "another session after a new password", async () =>
    heldOff(await isSomebody(range, thief)),
  );
  await attempt("sessions", "one's own earlier session after a new password", async () =>
    heldOff(await isSomebody(range, own)),
  );
  await attempt("sessions", "the session that came with the new password", async () =>
    (await isSomebody(range, cookieOf(changed))) ? "allowed" : { unlike: "it is none" },
  );
  await attempt("sessions", "the old password", async () => {
    const reply = await accounts.post("/sign-in/email", account, "203.0.113.5");
    return reply.status === 200 ? { unlike: "it still signs in" } : "refused";
  });
}
