import { randomUUID } from "node:crypto";
import type { Answer, Api, Caller } from "./app.ts";
import type { Library, Member, Organisation, World } from "./scenario.ts";

/** An invitation, oversight or mandate by its id. */
interface Made {
  readonly id: string;
}

interface Times {
  /** PostgreSQL intervals from now; a mandate is in force when none is given. */
  readonly opens?: string;
  readonly closes?: string;
  readonly withdrawn?: boolean;
}

/** Factories for the readers from outside a library. They write as the owner, past the policies. */
export interface Readers {
  supportOrganisation(name?: string): Promise<Organisation>;
  certificationBody(name?: string): Promise<Organisation>;
  oversight(
    library: Library,
    by: Member,
    support: Organisation,
    state?: { withdrawn?: boolean },
  ): Promise<Made>;
  mandate(
    body: Organisation,
    by: Member,
    auditor: Member,
    on: { library: Organisation; submissionId: string },
    times?: Times,
  ): Promise<Made>;
  /** A ja with its explanation to each indicator, as the member would by hand. */
  answerAll(by: Member, library: Library, indicators?: readonly string[]): Promise<void>;
  /** Through the server, as the member would; what was submitted before, or is empty, is written in first. @returns the submission's id */
  submit(by: Member, library: Library, norm?: string): Promise<string>;
  /** The mails of a kind that wait to be sent, oldest first. */
  mailed(template: string): Promise<{ to: string; values: Record<string, unknown> }[]>;
  /** Somebody's session with another organisation as hat, or with a mandate: `mandate:<id>`. */
  under(member: Member, hat: string | undefined): Caller;
}

export const explanationOf = (indicator: string) => `Toelichting bij ${indicator}.`;
export const norm4 = ["4.1", "4.2", "4.3", "4.4"] as const;

export function openReaders(world: World, server: Api): Readers {
  const appointed = async (name: string | undefined, as: string) => {
    const organisation = await world.organisation(name);
    await world.rows(
      "insert into toetssteen.appointment (organisation_id, appointed_as) values ($1, $2)",
      [organisation.id, as],
    );
    return organisation;
  };
  return {
    supportOrganisation: (name) => appointed(name, "support_organisation"),
    certificationBody: (name) => appointed(name, "certification_body"),

    async oversight(library, by, support, { withdrawn = false } = {}) {
      const id = randomUUID();
      await world.rows(
        `insert into toetssteen.oversight (organisation_id, id, subject_organisation_id, level, granted_by, withdrawn_at)
         values ($1, $2, $3, 'progress', $4, case when $5 then now() end)`,
        [library.id, id, support.id, by.id, withdrawn],
      );
      return { id };
    },

    async mandate(body, by, auditor, { library, submissionId }, times = {}) {
      const { opens = "-1 day", closes = "1 day", withdrawn = false } = times;
      const id = randomUUID();
      await world.rows(
        `insert into toetssteen.mandate
           (organisation_id, id, subject_organisation_id, submission_id, auditor_id, given_by, opens_at, closes_at, withdrawn_at)
         values ($1, $2, $3, $4, $5, $6, now() + $7::interval, now() + $8::interval, case when $9 then now() end)`,
        [body.id, id, library.id, submissionId, auditor.id, by.id, opens, closes, withdrawn],
      );
      return { id };
    },

    async answerAll(by, library, indicators = norm4) {
      for (const indicator of indicators) {
        const { organisationId, cycleId } = {
          organisationId: library.id,
          cycleId: library.cycleId,
        };
        const explanation = explanationOf(indicator);
        succeeded(
          await server.ask(
            server.as(by),
            `mutation ($input: AnswerIndicatorInput!) { answerIndicator(input: $input) { ... on IndicatorAnswered { answer { id } } } }`,
            {
              input: {
                organisationId,
                cycleId,
                indicator,
                baseVersion: 0,
                verdict: "JA",
                explanation,
              },
            },
          ),
        );
      }
    },

    async submit(by, library, norm = "4") {
      await world.rows(
        `insert into toetssteen.discussion (organisation_id, id, cycle_id, norm, with_kind, with_whom, added_by)
         select $1, gen_random_uuid(), $2, $3, 'partner', 'Partner ' || gen_random_uuid(), $4
         where $3 <> '4' or exists (select from toetssteen.submission s where s.organisation_id = $1 and s.norm = $3)`,
        [library.id, library.cycleId, norm, by.id],
      );
      const input = {
        organisationId: library.id,
        id: randomUUID(),
        cycleId: library.cycleId,
        norm,
      };
      const submitted = await server.ask(
        server.as(by),
        "mutation ($input: SubmitNormInput!) { submitNorm(input: $input) { id } }",
        { input },
      );
      return succeeded(submitted).data.submitNorm.id;
    },

    mailed: (template) =>
      world.rows(
        `select payload -> 'payload' ->> 'to' as to, payload -> 'payload' -> 'values' as values
         from graphile_worker._private_jobs where payload -> 'payload' ->> 'template' = $1 order by id`,
        [template],
      ),

    under: (member, hat) => ({ cookie: server.cookie(member.token), hat }),
  };
}

/** @throws when the answer has errors, with what they say */
export function succeeded(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Refused: ${answer.text}`);
  return answer;
}

/** Everything that stands in the tables of one organisation, as one text; to see that nothing changed. */
export async function everythingOf(world: World, organisationId: string): Promise<string> {
  const tables = await world.rows<{ name: string; column: string }>(
    `select c.relname as name, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'toetssteen'::regnamespace and c.relkind = 'r'
       and (a.attname in ('organisation_id', 'subject_organisation_id') or (c.relname = 'organisation' and a.attname = 'id'))
     order by 1, 2`,
  );
  const found = [];
  for (const { name, column } of tables) {
    const [row] = await world.rows<{ all: string }>(
      `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as all from toetssteen.${name} t where t.${column} = $1`,
      [organisationId],
    );
    found.push(`${name}.${column}:\n${row?.all}`);
  }
  return found.join("\n");
}
