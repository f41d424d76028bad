import { createHash, randomUUID } from "node:crypto";
import { codeFor } from "../../support/totp.ts";
import { openInviting } from "../../support/inviting.ts";
import { openAccounts, type Accounts } from "../accounts.ts";
import type { Area, Range } from "../range.ts";
import type { Verdict } from "../tally.ts";

/** Rights that rest on another one, which ends: with it they end too, at the very next request. */
export const indirect: Area = {
  name: "indirect",
  async run(range) {
    await invitations(range);
    await conflicts(range);
    await sessions(range, openAccounts(range));
  },
};

async function invitations({ fixture, tally }: Range): Promise<void> {
  const { world, server } = fixture;
  const ends = { removed: "ended_at = now()", "made a colleague": "roles = '{colleague}'" };
  for (const [how, state] of Object.entries(ends))
    await tally.attempt("indirect", `an invitation whose sender was ${how}`, async () => {
      const library = await world.library();
      const sender = await world.member(library, "administrator");
      await world.member(library, "administrator");
      const { invite } = openInviting(world, server);
      const guest = await world.person();
      const email = `${guest.id}@example.org`;
      await invite(sender, { email, roles: ["ADMINISTRATOR"] });
      // The mail is gone already, and only it has the token.
      const token = randomUUID();
      await world.rows("update toetssteen.invitation set token_hash = $2 where email = $1", [
        email,
        createHash("sha256").update(token).digest("hex"),
      ]);
      await world.rows(
        `update toetssteen.membership set ${state} where organisation_id = $1 and person_id = $2`,
        [library.id, sender.id],
      );
      const answer = await server.ask(
        { cookie: server.cookie(await world.session(guest)) },
        "mutation ($token: String!) { acceptInvitation(token: $token) { person { id } } }",
        { token },
      );
      return answer.code === "INVITATION_CLOSED" ? "refused" : { unlike: `it is ${answer.code}` };
    });
}

async function conflicts({ fixture, tally }: Range): Promise<void> {
  const { world, server, library, body, ids, readers } = fixture;
  const auditor = await world.member(body, "auditor");
  const mandate = await readers.mandate(body, auditor, auditor, {
    library,
    submissionId: ids.submission,
  });
  const reads = async () =>
    (
      await server.ask(
        { cookie: server.cookie(auditor.token), hat: `mandate:${mandate.id}` },
        "query ($of: ID!) { submissions(organisationId: $of) { id } }",
        { of: library.id },
      )
    ).code;
  const attempt = (when: string, expected: string | null, verdict: Verdict) =>
    tally.attempt("indirect", `a mandate on a library, ${when}`, async () => {
      const code = await reads();
      return code === expected ? verdict : { unlike: `it is ${code}` };
    });
  await attempt("of somebody who doesn't belong there", null, "allowed");
  await world.membership(auditor, library, ["director"]);
  await attempt("of its new director", "FORBIDDEN", "refused");
  await world.rows(
    "update toetssteen.membership set ended_at = now() where organisation_id = $1 and person_id = $2",
    [library.id, auditor.id],
  );
  await attempt("of somebody who left it", null, "allowed");
  await world.rows("delete from toetssteen.appointment where organisation_id = $1", [body.id]);
  await attempt("by a body that certifies no more", "FORBIDDEN", "refused");
  await world.rows("insert into toetssteen.appointment values ($1, 'certification_body')", [
    body.id,
  ]);
}

async function sessions({ fixture, tally }: Range, accounts: Accounts): Promise<void> {
  const account = await accounts.make(fixture.library, "reader");
  const [own, intruder] = [
    await accounts.signIn(account, "198.51.100.40"),
    await accounts.signIn(account, "198.51.100.41"),
  ];
  const from = "198.51.100.40";
  const post = (path: string, body: object) => accounts.post(path, body, from, { cookie: own });
  const { text } = await post("/second-factor/start", { password: account.password });
  const { secret } = JSON.parse(text) as { secret: string };
  await post("/second-factor/confirm", { code: codeFor(secret) });
  await tally.attempt(
    "indirect",
    "a session by password, after the second step is on",
    async () => {
      const answer = await fixture.server.ask({ cookie: intruder }, "{ viewer { person { id } } }");
      return answer.data?.viewer?.person == null ? "refused" : { unlike: "it goes on" };
    },
  );
}
