import { randomUUID } from "node:crypto";
import { mail, templates, type Mail } from "@toetssteen/server/mail/mail";
import { canariesIn } from "../../roles/plant-canaries.ts";
import { mailGoesTo } from "../../roles/right-by-text.table.ts";
import { openAccounts } from "../accounts.ts";
import { personPlace, placesOf, type Range } from "../range.ts";
import { guarded } from "../second-factors.ts";
import { everythingWrittenBy } from "../writing.ts";

/** Names of organisations and people; nothing else that anybody wrote stands in a mail. */
const mayStand =
  /^(organisation\.name|membership\.name|invitation\.(name|email)|user\.name|submission_notice\.(library_name|norm))$/;

/**
 * Every mail that was asked for until now, with one of each kind at least: who has it sent decides to whom it may go,
 * and whose names may stand in it.
 */
export async function mailed(range: Range): Promise<void> {
  await sendOneOfEach(range);
  const asked = (await range.asked.all()).flatMap(({ payload }) => {
    const read = mail.safeParse(payload.payload);
    return read.success ? [{ by: payload.organisationId ?? null, sent: read.data }] : [];
  });
  for (const template of Object.keys(templates))
    await range.tally.attempt("jobs", `to whom ${template} goes, and what it says`, async () => {
      const these = asked.filter(({ sent }) => sent.template === template);
      if (these.length === 0) return { unlike: "nobody had one sent: the attack has to" };
      for (const { by, sent } of these) {
        const wrong = await wrongWith(range, by, sent);
        if (wrong !== null) return { unlike: `${wrong}: ${JSON.stringify(sent)}` };
      }
      return "allowed";
    });
}

async function sendOneOfEach(range: Range): Promise<void> {
  const { fixture, inputs } = range;
  const { library, personas, readers, server, lonely } = fixture;
  const { caller, person } = personas.administrator;
  const [organisationId, cycleId] = [library.id, library.cycleId];
  const writer = { caller, personId: person?.id ?? "", organisationId, cycleId };
  for (const { name, send } of await everythingWrittenBy(range, writer))
    if (/^(inviteMember|addComment)$/.test(name)) await send();
  await server.ask(
    caller,
    "mutation ($input: GrantOversightInput!) { grantOversight(input: $input) { canChange } }",
    {
      input: {
        organisationId,
        id: randomUUID(),
        supportOrganisationId: lonely.id,
        level: "PROGRESS",
      },
    },
  );
  if (person) await readers.submit(person, library);
  await server.ask(
    personas.office.caller,
    "mutation ($input: GiveMandateInput!) { giveMandate(input: $input) { __typename } }",
    { input: await inputs("office", ["Mutation.giveMandate"], "input") },
  );
  const accounts = openAccounts(range);
  const from = "203.0.113.60";
  const account = await guarded(range, accounts, from);
  const { cookie, email, password: currentPassword } = account;
  await accounts.post("/request-reset", { email }, from);
  const change = { currentPassword, newPassword: randomUUID() };
  await accounts.post("/change-password", change, from, { cookie });
  // Mail about accounts is asked for after the answer.
  for (const end = performance.now() + 10_000; performance.now() < end;) {
    const said = JSON.stringify(await range.asked.all());
    const own = Object.entries(mailGoesTo).filter(([, to]) => to === "oneself");
    if (own.every(([template]) => said.includes(`"${template}"`))) break;
  }
}

/** @param by the organisation that has it sent */
async function wrongWith(range: Range, by: string | null, sent: Mail): Promise<string | null> {
  const { world } = range.fixture;
  const [found] = await world.rows<{
    account: string | null;
    member: boolean;
    invited: boolean;
    concerned: boolean;
    related: string[];
  }>(
    `with related (id) as (
       select $1::uuid where $1 is not null
       union select subject_organisation_id from toetssteen.oversight where organisation_id = $1
       union select organisation_id from toetssteen.oversight where subject_organisation_id = $1
       union select organisation_id from toetssteen.submission_notice where subject_organisation_id = $1
       union select subject_organisation_id from toetssteen.submission_notice where organisation_id = $1),
     account as (select u.id from identity."user" u where u.email = $2),
     belongs as (select m.organisation_id as id from toetssteen.membership m join account a on a.id = m.person_id)
     select (select id from account) as account, $1 in (select id from belongs) as member,
       exists (select from toetssteen.invitation i where i.organisation_id = $1 and i.email = $2) as invited,
       exists (select from belongs where id in (select id from related) and id <> $1) as concerned,
       array(select id from related) as related`,
    [by, sent.to],
  );
  if (!found) return "nothing is known of it";
  const goes: Readonly<Record<string, boolean>> = {
    members: found.member,
    invited: found.invited,
    concerned: found.concerned,
    oneself: by === null && found.account !== null,
  };
  const whom = mailGoesTo[sent.template] ?? "nobody";
  if (goes[whom] !== true) return `it should go to ${whom}`;
  const places = [...placesOf(range.fixture)].flatMap(([place, id]) =>
    found.related.includes(id) ? [place] : [],
  );
  if (found.account !== null) places.push(personPlace(found.account));
  const strange = canariesIn(JSON.stringify(sent)).find(
    ({ place, column }) => !places.includes(place) || !mayStand.test(column),
  );
  return strange ? `it says ${strange.place}/${strange.column}` : null;
}
