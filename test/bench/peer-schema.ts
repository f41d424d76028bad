import { kwaliteitInBeeld2, partsOf } from "@toetssteen/norms";
import { writeAnswer } from "@toetssteen/server/self-evaluation/indicator-answer.sql";
import { byName } from "@toetssteen/server/search/fold.sql";
import { placesIn } from "@toetssteen/server/search/search-places";
import { hitsStatement } from "@toetssteen/server/search/search.sql";
import { logOutsideRead } from "@toetssteen/server/tenancy/outside-read";
import { Client } from "pg";
import { columnFunctions, dossierFunctions, evidenceFunctions } from "./peer-reads.ts";
import { statementOf } from "./recorded.ts";

/**
 * What a server without our code needs in the database: the norm's texts, and what our server does in SQL as functions,
 * so that nobody has to send more than one statement.
 */
export async function preparePeers(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`
      create schema bench authorization toetssteen_owner;
      set role toetssteen_owner;
      ${tables}
      ${dossierFunctions}
      ${evidenceFunctions}
      ${searchFunction}
      ${await membersFunction()}
      ${await answerFunctions()}
      grant usage on schema bench to toetssteen_app;
      grant select on all tables in schema bench to toetssteen_app;
      grant execute on all functions in schema bench to toetssteen_app;
      grant execute on function ${columnFunctions.join(", ")} to toetssteen_app;
      reset role;
    `);
    await insertTexts(client);
    await client.query(
      "analyze bench.norm, bench.indicator, bench.question, bench.slot, bench.part",
    );
  } finally {
    await client.end();
  }
}

const tables = `
  create table bench.norm (code text primary key, position integer not null, title text not null, question text not null);
  create table bench.indicator (norm text not null references bench.norm (code), code text primary key, position integer not null,
    statement text not null, guidance text, placeholder text);
  create table bench.question (norm text not null references bench.norm (code), code text primary key, position integer not null,
    title text not null, statement text not null);
  create table bench.slot (question text not null references bench.question (code), code text not null, position integer not null,
    label text not null, primary key (question, position));
  create table bench.part (code text primary key, norm text not null references bench.norm (code), kind text not null);
  create index on bench.indicator (norm, position);
  create index on bench.question (norm, position);
`;

const builtIn = new Map([[kwaliteitInBeeld2.code, kwaliteitInBeeld2]]);
const searchFunction = `
    create type bench.hit as (kind text, id text, target_id uuid, part text, field text, body text, files text[],
      at timestamptz, total integer, by_whom json,
      is_cut_before boolean, is_cut_after boolean);
    create function bench.find_hits(of_organisation uuid, places jsonb, of_words text[], most integer) returns setof bench.hit
      language sql stable set plan_cache_mode = force_generic_plan as $$ ${hitsStatement} $$;
    create function bench.search(of_organisation uuid, of_words text[], most integer) returns setof bench.hit
      language sql stable as $$
      select * from bench.find_hits(of_organisation, '${placesIn(builtIn)}', of_words, most)
    $$;`;

/** Goes on with the libraries as subjects, each of which finds the look in its access log, as our server does. */
async function membersFunction(): Promise<string> {
  const log = await statementOf((scope) =>
    logOutsideRead((name, text, values) => scope.sql(name, text, values), ""),
  );
  return `
    create type bench.members_page as (total integer, has_more boolean, libraries json);
    create function bench.log_look(opened text) returns setof uuid language sql volatile as $$ ${log} $$;
    create function bench.open_members(of_organisation uuid, most integer) returns bench.members_page
      language plpgsql volatile as $$
    declare
      found uuid[];
      total integer;
      page bench.members_page;
    begin
      select array_agg(g.organisation_id order by g.audit_from, g.folded ${byName}, g.organisation_id) into found from (
        select o.organisation_id, o.audit_from, o.folded from toetssteen.oversight o
        where o.subject_organisation_id = of_organisation and o.withdrawn_at is null
        order by o.audit_from, o.folded ${byName}, o.organisation_id limit most + 1) g;
      select count(*) into total from toetssteen.oversight o
      where o.subject_organisation_id = of_organisation and o.withdrawn_at is null;
      perform set_config('app.subject', array_to_string(found[:most], ','), true);
      perform bench.log_look('overseen');
      select total, cardinality(found) > most, json_agg(json_build_object(
          'organisation', json_build_object('id', o.id, 'name', o.name),
          'certificateExpiresOn', c.certificate_expires_on, 'announcedQuarter', c.announced_quarter, 'auditOn', c.audit_on,
          'lastActiveOn', w.last_active_on, 'norms', w.norms) order by asked.place)
      into page
      from unnest(found[:most]) with ordinality as asked (id, place)
      cross join lateral (select * from toetssteen.organisation l where l.id = asked.id limit 1) o
      cross join lateral (select * from toetssteen.cycle l where l.organisation_id = asked.id and l.closed_at is null limit 1) c
      cross join lateral (
        select json_agg(json_build_object('norm', n.norm, 'state', n.state, 'count', n.count)) filter (where n.count > 0) as norms,
          to_char(max(n.touched_at) at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as last_active_on
        from (select p.norm, coalesce(g.state, 'TO_DO') as state, count(*) as count, max(g.touched_at) as touched_at
          from bench.part p left join toetssteen.progress g
            on g.organisation_id = asked.id and g.cycle_id = c.id and g.part = p.code
          group by p.norm, coalesce(g.state, 'TO_DO')) n) w;
      return page;
    end $$;`;
}

/** Version check, history, work state and activity with our own statement; what is sent back is what now stands. */
async function answerFunctions(): Promise<string> {
  const write = await statementOf((scope) =>
    writeAnswer(scope, {
      organisationId: "",
      cycleId: "",
      indicator: "",
      baseVersion: 0,
      verdict: null,
      neeLabel: null,
      explanation: "",
    }),
  );
  return `
    create type bench.answered as (written boolean, answer toetssteen.indicator_answer, work toetssteen.progress);
    create function bench.write_answer(uuid, uuid, text, integer, uuid, uuid, uuid, boolean, text, text, text, text) returns setof integer
      language sql volatile as $$ ${write} $$;
    create function bench.answer_indicator(of_organisation uuid, of_cycle uuid, of_indicator text, base_version integer,
      new_verdict text, new_nee_label text, new_explanation text) returns bench.answered
      language plpgsql volatile as $$
    declare
      answered bench.answered;
    begin
      if not exists (select from toetssteen.cycle c
        where c.organisation_id = of_organisation and c.id = of_cycle and c.closed_at is null) then
        raise exception 'NOT_FOUND';
      end if;
      if not exists (select from bench.part p where p.code = of_indicator and p.kind = 'indicator') then
        raise exception 'INVALID_INPUT';
      end if;
      answered.written := exists (select from bench.write_answer(of_organisation, of_cycle, of_indicator, base_version,
        tenancy.person(), uuidv7(), uuidv7(), false, of_indicator, new_verdict, new_nee_label, new_explanation));
      answered.answer := (select a from toetssteen.indicator_answer a
        where a.organisation_id = of_organisation and a.cycle_id = of_cycle and a.indicator = of_indicator);
      answered.work := (select w from toetssteen.progress w
        where w.organisation_id = of_organisation and w.cycle_id = of_cycle and w.part = of_indicator);
      return answered;
    end $$;`;
}

async function insertTexts(client: Client): Promise<void> {
  const insert = (table: string, row: Readonly<Record<string, unknown>>) => {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    return client.query(
      `insert into bench.${table} (${columns.join(", ")}) values (${places.join(", ")})`,
      Object.values(row),
    );
  };
  for (const [position, norm] of kwaliteitInBeeld2.norms.entries()) {
    const { code, title, question, indicators, questions } = norm;
    await insert("norm", { code, position, title: title.nl, question: question.nl });
    for (const [place, indicator] of indicators.entries()) {
      await insert("indicator", {
        norm: code,
        code: indicator.code,
        position: place,
        statement: indicator.statement.nl,
        guidance: indicator.guidance?.nl ?? null,
        placeholder: indicator.placeholder?.nl ?? null,
      });
    }
    for (const [place, asked] of questions.entries()) {
      await insert("question", {
        norm: code,
        code: asked.code,
        position: place,
        title: asked.title.nl,
        statement: asked.statement.nl,
      });
      for (const [order, slot] of asked.slots.entries())
        await insert("slot", {
          question: asked.code,
          code: slot.code,
          position: order,
          label: slot.label.nl,
        });
    }
  }
  for (const { code, norm, kind } of partsOf(kwaliteitInBeeld2))
    await insert("part", { code, norm: norm.code, kind });
}
