import { randomUUID } from "node:crypto";
import { openInviting } from "../../support/inviting.ts";
import { openReaders } from "../../support/readers.ts";
import type { Area, Range } from "../range.ts";

/** What is allowed, again and again: how much of it reaches other people's mail. */
export const rates: Area = {
  name: "rates",
  async run(range) {
    const { fixture, tally } = range;
    const { world, server } = fixture;
    const readers = openReaders(world, server);
    await withLimits(range, async () => {
      await tally.attempt("rates", "one norm, submitted thirty times", async () => {
        const library = await world.library();
        const noor = await world.member(library, "quality_coordinator");
        await readers.answerAll(noor, library);
        for (let time = 0; time < 30; time += 1) {
          await world.rows(
            "update toetssteen.indicator_answer set explanation = explanation || '.' where organisation_id = $1",
            [library.id],
          );
          await readers.submit(noor, library);
        }
        const offices = await world.rows(
          `select 1 from toetssteen.membership m join toetssteen.appointment a on a.organisation_id = m.organisation_id
           where a.appointed_as = 'certification_body' and m.ended_at is null and 'office' = any (m.roles)`,
        );
        const mails = await countOf(range, "submission-received", library.id);
        return mails <= offices.length ? "refused" : { unlike: `${mails} mails` };
      });
      await tally.attempt(
        "rates",
        "one oversight, granted and withdrawn thirty times",
        async () => {
          const library = await world.library();
          const noor = await world.member(library, "administrator");
          const support = await readers.supportOrganisation();
          await world.member(support, "adviser");
          for (let time = 0; time < 30; time += 1) {
            const id = randomUUID();
            await server.ask(
              server.as(noor),
              "mutation ($input: GrantOversightInput!) { grantOversight(input: $input) { canChange } }",
              {
                input: {
                  organisationId: library.id,
                  id,
                  supportOrganisationId: support.id,
                  level: "PROGRESS",
                },
              },
            );
            await world.rows("update toetssteen.oversight set withdrawn_at = now() where id = $1", [
              id,
            ]);
          }
          const mails = await countOf(range, "oversight-received", library.id);
          return mails === 1 ? "refused" : { unlike: `${mails} mails` };
        },
      );
      await tally.attempt("rates", "invitations to ever new strangers", async () => {
        const noor = await world.member(await world.library(), "administrator");
        const { invite } = openInviting(world, server);
        let sent = 0;
        for (; sent < 60; sent += 1) if ((await invite(noor)).answer.code !== null) break;
        return sent === 50 ? "refused" : { unlike: `${sent} mails` };
      });
    });
    await tally.attempt("rates", "an invitation whose name is an advert", async () => {
      const noor = await world.member(await world.library(), "administrator");
      const { invite } = openInviting(world, server);
      const name = "U wint EUR 500, ga naar https://evil.example/prijs en log in";
      const { code } = (await invite(noor, { name })).answer;
      return code === "INVALID_INPUT" ? "refused" : { unlike: `it is ${code}` };
    });
  },
};

/** Counted where they are put into the queue, since the worker takes them out. */
async function countOf({ fixture }: Range, template: string, from: string): Promise<number> {
  const rows = await fixture.world.rows<{ sent: number }>(
    "select coalesce(sum(sent), 0)::int as sent from tenancy.mail_count where organisation_id = $1 and template = $2",
    [from, template],
  );
  return rows[0]?.sent ?? 0;
}

/** With the limits of the product, which the rest of the attack would meet. */
async function withLimits({ fixture }: Range, work: () => Promise<void>): Promise<void> {
  const kept = await fixture.world.rows<{ template: string; hour: number; day: number }>(
    "select template, by_person_an_hour as hour, by_organisation_a_day as day from tenancy.mail_limit",
  );
  const set = (template: string, hour: number, day: number) =>
    fixture.world.rows(
      "update tenancy.mail_limit set by_person_an_hour = $2, by_organisation_a_day = $3 where template = $1",
      [template, hour, day],
    );
  for (const { template } of kept)
    await set(template, template === "other" ? 100 : 50, template === "other" ? 500 : 50);
  try {
    await work();
  } finally {
    for (const { template, hour, day } of kept) await set(template, hour, day);
  }
}
