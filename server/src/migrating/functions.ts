import { fileFunctionsScript, workerFunctions } from "./file-functions.ts";
import { installationFunctionsScript } from "./installation-functions.ts";
import { queueFunctionsScript } from "./queue-functions.ts";
import { mandateWorn, rightFunctionsScript } from "../rights/right-functions.ts";

/** Of an invitation `i`: it counts as long as who sent it may invite; what an operator sent needs nobody. */
const inviterMay = `(i.invited_by is null or exists (select from toetssteen.membership b
          where b.organisation_id = i.organisation_id and b.person_id = i.invited_by
            and b.ended_at is null and 'administrator' = any (b.roles)))`;
const open = `i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()`;

/**
 * Every function of ours. Those that look at other people's memberships, sessions or invitations run as a role of their
 * own; the rest only select from these.
 */
export function functionsScript(): string {
  return `
    ${rightFunctionsScript}
    -- As whom a reader from outside goes into the log: the person, and the organisation they act for or were sent by.
    create function tenancy.reader()
    returns table (person_name text, organisation_id uuid, organisation_name text)
    language sql stable security definer set search_path = '' as $$
      select m.name, o.id, o.name
      from toetssteen.membership m join toetssteen.organisation o on o.id = m.organisation_id
      where m.person_id = tenancy.person() and m.ended_at is null
        and m.organisation_id = case when tenancy.mandate() is null then tenancy.hat()
          else (select g.organisation_id from ${mandateWorn} g) end
    $$;

    create function tenancy.viewer()
    returns table (person_id uuid, name text, email text, hats jsonb, mandates jsonb)
    language sql stable security definer set search_path = '' as $$
      select u.id, u.name, u.email,
        coalesce((
          select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'roles', m.roles,
            'library', exists (select from toetssteen.library_profile p where p.organisation_id = o.id),
            'appointments', (select coalesce(jsonb_agg(a.appointed_as), '[]') from toetssteen.appointment a
              where a.organisation_id = o.id)) order by o.name, o.id)
          from toetssteen.membership m join toetssteen.organisation o on o.id = m.organisation_id
          where m.person_id = u.id and m.ended_at is null), '[]'),
        coalesce((
          select jsonb_agg(jsonb_build_object('id', g.id, 'organisationId', g.subject_organisation_id,
            'libraryName', l.name, 'submissionId', g.submission_id, 'norm', n.norm, 'submittedAt', n.submitted_at, 'open', now() >= g.opens_at, 'opensAt', g.opens_at, 'closesAt', g.closes_at)
            order by g.opens_at, g.id)
          from (select distinct on (g.id) g.* from toetssteen.mandate g where g.auditor_id = u.id
            order by g.id, g.given_at, g.organisation_id) g
          join toetssteen.membership m on m.organisation_id = g.organisation_id and m.person_id = g.auditor_id
          join toetssteen.organisation l on l.id = g.subject_organisation_id
          join toetssteen.submission_notice n on n.organisation_id = g.organisation_id
            and n.subject_organisation_id = g.subject_organisation_id and n.submission_id = g.submission_id
          where g.withdrawn_at is null and now() < g.closes_at
            and m.ended_at is null and 'auditor' = any (m.roles)
            and exists (select from toetssteen.appointment a
              where a.organisation_id = g.organisation_id and a.appointed_as = 'certification_body')
            and not exists (select from toetssteen.membership c
              where c.organisation_id = g.subject_organisation_id and c.person_id = u.id and c.ended_at is null)), '[]')
      from identity."user" u where u.id = tenancy.person()
    $$;

    create function tenancy.invitation_seen(of_token_hash text)
    returns table (organisation_name text, name text, email text, roles text[], open boolean, inviter_left boolean)
    language sql stable security definer set search_path = '' as $$
      select o.name, i.name, i.email, i.roles, ${open} and ${inviterMay}, ${open} and not ${inviterMay}
      from toetssteen.invitation i join toetssteen.organisation o on o.id = i.organisation_id
      where i.token_hash = of_token_hash
    $$;

    create function tenancy.invitation_for_account(of_token_hash text)
    returns table (email text, name text)
    language sql stable security definer set search_path = '' as $$
      select i.email, i.name from toetssteen.invitation i
      where i.token_hash = of_token_hash and ${open} and ${inviterMay}
    $$;

    -- Whether an auditor belongs to a library. Says so only to whom the auditor is a colleague and the library submitted.
    create function tenancy.auditor_belongs(auditor uuid, library uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
      select exists (select from toetssteen.membership m
        where m.organisation_id = library and m.person_id = auditor and m.ended_at is null)
      where exists (select from tenancy.rights() r where r.organisation_id = tenancy.hat() and r.kind = 'planning' and r.writes)
        and exists (select from toetssteen.membership a where a.organisation_id = tenancy.hat() and a.person_id = auditor
          and a.ended_at is null and 'auditor' = any (a.roles))
        and exists (select from toetssteen.submission_notice n where n.organisation_id = tenancy.hat()
          and n.subject_organisation_id = library)
    $$;

    -- Makes the person who asks a member, when the invitation is open and was sent to their address. Who is one keeps
    -- the roles they have, or the last administrator could stop being that; who left comes back with the new ones.
    create function tenancy.accept_invitation(of_token_hash text, activity_id uuid) returns uuid
    language sql volatile security definer set search_path = '' as $$
      with accepted as (
        update toetssteen.invitation i set accepted_at = now()
        from identity."user" u
        where u.id = tenancy.person() and i.email = u.email and i.token_hash = of_token_hash
          and ${open} and ${inviterMay}
        returning i.organisation_id, i.name, i.roles, u.id as person_id
      ), joined as (
        insert into toetssteen.membership as m (organisation_id, person_id, name, roles)
        select organisation_id, person_id, name, roles from accepted
        on conflict (organisation_id, person_id) do update
          set roles = case when m.ended_at is null
              then m.roles || array(select r from unnest(excluded.roles) r where r <> all (m.roles)) else excluded.roles end,
            since = case when m.ended_at is null then m.since else now() end, ended_at = null, version = m.version + 1
        returning m.organisation_id, m.person_id
      )
      insert into toetssteen.activity (organisation_id, id, at, person_id, what)
      select organisation_id, activity_id, now(), person_id, 'invitation_accepted' from joined
      returning organisation_id
    $$;

    -- Gives the person who asks another name, everywhere they are a member, and says so in each history. Where they left
    -- they write nothing.
    create function tenancy.change_name(to_name text) returns void
    language sql volatile security definer set search_path = '' as $$
      update identity."user" set name = to_name, "updatedAt" = now() where id = tenancy.person() and name <> to_name;
      with renamed as (
        update toetssteen.membership m set name = to_name from toetssteen.membership was
        where m.person_id = tenancy.person() and m.ended_at is null and m.name <> to_name
          and was.organisation_id = m.organisation_id and was.person_id = m.person_id
        returning m.organisation_id, m.person_id, was.name
      )
      insert into toetssteen.activity (organisation_id, id, at, person_id, what, changes)
      select organisation_id, uuidv7(), now(), person_id, 'name_changed',
        jsonb_build_array(jsonb_build_object('field', 'name', 'from', name, 'to', to_name)) from renamed
    $$;

    -- Ends the sessions of a person who belongs nowhere any more; does nothing for anybody else.
    create function tenancy.end_sessions(of_person uuid) returns void
    language sql volatile security definer set search_path = '' as $$
      delete from identity.session s where s."userId" = of_person
        and not exists (select from toetssteen.membership m where m.person_id = of_person and m.ended_at is null)
    $$;

    -- Which of these editions are not published with this structure and these words, and which are in use and not among them.
    create function tenancy.unpublished(of_editions jsonb) returns table (edition text, why text)
    language sql stable security definer set search_path = '' as $$
      select e->>'code', 'unpublished' from jsonb_array_elements(of_editions) e
      where not exists (select from toetssteen.published_edition p
          where p.code = e->>'code' and p.fingerprint = e->>'structure')
        or exists (select from jsonb_array_elements(e->'words') w
          where not exists (select from toetssteen.published_wording p where p.edition = e->>'code'
            and p.source = w->>'source' and p.revision = (w->>'revision')::integer and p.words = w->>'words'))
      union all
      select distinct c.edition, 'gone' from toetssteen.cycle c
      where c.edition not in (select e->>'code' from jsonb_array_elements(of_editions) e)
    $$;

    ${queueFunctionsScript()}
    ${fileFunctionsScript()}
    ${installationFunctionsScript()}
  `;
}

/** Functions that run as the resolver role, which only reads. The catalogue is held to these lists by a test. */
export const resolverFunctions = [
  "tenancy.person()",
  "tenancy.standing()",
  "tenancy.reads(text)",
  "tenancy.reads_one(text)",
  "tenancy.writes(text)",
  "tenancy.is_mandate_alone(uuid)",
  "tenancy.reader()",
  "tenancy.viewer()",
  "tenancy.invitation_seen(text)",
  "tenancy.invitation_for_account(text)",
  "tenancy.auditor_belongs(uuid, uuid)",
] as const;
/** Functions that run as the registrar role: the few that write past row security, each on a condition of its own. */
export const registrarFunctions = [
  "tenancy.accept_invitation(text, uuid)",
  "tenancy.change_name(text)",
  "tenancy.end_sessions(uuid)",
  "tenancy.enqueue(text, jsonb, text)",
  "tenancy.mail_member(uuid, jsonb)",
  "tenancy.tell_of_oversight(uuid)",
  "tenancy.tell_of_submission(uuid)",
  "tenancy.may_mail(text)",
  "tenancy.hold(text)",
  "tenancy.queue_state()",
  "tenancy.queue_ages()",
  "tenancy.enqueue_mail(jsonb, text)",
  "tenancy.unpublished(jsonb)",
  "toetssteen.follow_library()",
  "toetssteen.keep_mandate_ids_apart()",
  ...workerFunctions,
] as const;
/** What these functions call in turn. */
export const registrarCalls = [
  "tenancy.person()",
  "tenancy.hat()",
  "tenancy.standing()",
  "tenancy.rights()",
  "tenancy.enqueue(text, jsonb, text)",
  "tenancy.may_mail(text)",
  "graphile_worker.add_job(text, json, text, timestamp with time zone, integer, text, integer, text[], text)",
  "graphile_worker.add_jobs(graphile_worker.job_spec[], boolean)",
] as const;
/** Functions that the application role may call. */
export const appFunctions = [
  "tenancy.person()",
  "tenancy.hat()",
  "tenancy.mandate()",
  "tenancy.subjects()",
  "tenancy.standing()",
  "tenancy.rights()",
  "tenancy.reads(text)",
  "tenancy.reads_one(text)",
  "tenancy.writes(text)",
  "tenancy.is_mandate_alone(uuid)",
  "tenancy.enter(text, text, text)",
  "tenancy.reader()",
  "tenancy.viewer()",
  "tenancy.invitation_seen(text)",
  "tenancy.auditor_belongs(uuid, uuid)",
  "tenancy.accept_invitation(text, uuid)",
  "tenancy.change_name(text)",
  "tenancy.end_sessions(uuid)",
  "tenancy.enqueue(text, jsonb, text)",
  "tenancy.mail_member(uuid, jsonb)",
  "tenancy.tell_of_oversight(uuid)",
  "tenancy.tell_of_submission(uuid)",
  "tenancy.hold(text)",
  "tenancy.queue_state()",
  "tenancy.queue_ages()",
  "tenancy.unpublished(jsonb)",
] as const;
/** Functions that the identity role may call. */
export const identityFunctions = [
  "tenancy.invitation_for_account(text)",
  "tenancy.enqueue_mail(jsonb, text)",
] as const;
