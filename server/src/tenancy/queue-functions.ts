import { largestPayload, taskNames } from "../jobs/task-names.ts";

/** Beyond so many waiting, more make no difference to where an organisation's next job stands. */
const mostPriorities = 1_000;

/**
 * The ways into the queue; each belongs to the registrar. Whom a mail goes to is looked up here, so that the
 * application neither learns an address nor chooses one of another organisation.
 */
export function queueFunctionsScript(): string {
  return `
    -- A job on behalf of the organisation that the scope acts for. Who that is comes from the scope, never from the
    -- payload; the key, too, is the organisation's own, or one could replace another's waiting job.
    create function tenancy.enqueue(task text, payload jsonb, key text default null) returns void
    language plpgsql volatile security definer set search_path = '' as $$
      begin
        if not exists (select from tenancy.rights() r where r.organisation_id = tenancy.hat()) then
          raise exception 'no right to act for this organisation' using errcode = 'insufficient_privilege';
        end if;
        if task is null or task <> all (array[${taskNames.map((name) => `'${name}'`).join(", ")}]) then
          raise exception 'unknown task' using errcode = 'invalid_parameter_value';
        end if;
        if payload is null or octet_length(payload::text) > ${largestPayload} or char_length(key) not between 1 and 200 then
          raise exception 'payload or key out of bounds' using errcode = 'invalid_parameter_value';
        end if;
        -- Whoever has many waiting comes after who has few: jobs are taken by priority, then by age.
        perform graphile_worker.add_job(task, job_key => tenancy.hat() || ':' || key, payload => json_build_object(
          'organisationId', tenancy.hat(), 'personId', tenancy.person(), 'payload', payload),
          priority => (select count(*)::integer from (select from graphile_worker._private_jobs j
            where j.payload ->> 'organisationId' = tenancy.hat()::text and j.attempts < j.max_attempts limit ${mostPriorities}) waiting));
      end
    $$;

    -- Mail to a member of the organisation that the scope acts for; to anybody else it goes nowhere.
    create function tenancy.mail_member(member uuid, payload jsonb) returns void
    language plpgsql volatile security definer set search_path = '' as $$
      begin
        perform tenancy.enqueue('mail', payload || jsonb_build_object('to', u.email))
        from toetssteen.membership m join identity."user" u on u.id = m.person_id
        where m.organisation_id = tenancy.hat() and m.person_id = member and m.ended_at is null;
      end
    $$;

    -- Mail about somebody's account, which no organisation sends.
    create function tenancy.enqueue_mail(payload jsonb, key text default null) returns void
    language plpgsql volatile security definer set search_path = '' as $$
      begin
        if payload is null or octet_length(payload::text) > ${largestPayload} or char_length(key) not between 1 and 200 then
          raise exception 'payload or key out of bounds' using errcode = 'invalid_parameter_value';
        end if;
        perform graphile_worker.add_job('mail', job_key => 'identity:' || key, payload => json_build_object(
          'organisationId', null, 'personId', null, 'payload', payload));
      end
    $$;

    -- Tells both sides of an oversight that the person who asks grants in this transaction: those who may look from now
    -- on, and the other administrators of the library. What the mail says comes from the rows alone.
    create function tenancy.tell_of_oversight(of_oversight uuid) returns void
    language plpgsql volatile security definer set search_path = '' as $$
      begin
        perform tenancy.enqueue('mail', jsonb_build_object('to', u.email, 'locale', 'nl',
          'template', case when m.organisation_id = l.id then 'oversight-granted' else 'oversight-received' end,
          'values', jsonb_build_object('name', m.name, 'libraryName', l.name, 'supportOrganisationName', s.name,
            'level', o.level, 'grantedBy', g.name,
            'page', '/o/' || m.organisation_id || case when m.organisation_id = l.id then '/meekijken' else '/leden' end)))
        from toetssteen.oversight o
        join toetssteen.organisation l on l.id = o.organisation_id
        join toetssteen.organisation s on s.id = o.subject_organisation_id
        join toetssteen.membership g on g.organisation_id = o.organisation_id and g.person_id = o.granted_by
        join toetssteen.membership m on m.ended_at is null and (
          (m.organisation_id = s.id and m.roles && array['administrator', 'adviser'])
          or (m.organisation_id = l.id and 'administrator' = any (m.roles) and m.person_id <> g.person_id))
        join identity."user" u on u.id = m.person_id
        where o.organisation_id = tenancy.hat() and o.id = of_oversight and o.withdrawn_at is null
          and o.granted_by = tenancy.person() and o.granted_at = now();
      end
    $$;

    -- Tells the offices of certification bodies of a submission that is made in this transaction.
    create function tenancy.tell_of_submission(of_submission uuid) returns void
    language plpgsql volatile security definer set search_path = '' as $$
      begin
        perform tenancy.enqueue('mail', jsonb_build_object('to', u.email, 'locale', 'nl', 'template', 'submission-received',
          'values', jsonb_build_object('name', m.name, 'libraryName', n.library_name, 'part', 'norm ' || n.norm,
            'submittedBy', g.name, 'submittedAt', n.submitted_at, 'page', '/o/' || m.organisation_id || '/planning')))
        from toetssteen.submission_notice n
        join toetssteen.membership g on g.organisation_id = n.subject_organisation_id and g.person_id = tenancy.person()
        join toetssteen.membership m on m.organisation_id = n.organisation_id and m.ended_at is null
          and 'office' = any (m.roles)
        join identity."user" u on u.id = m.person_id
        where n.subject_organisation_id = tenancy.hat() and n.submission_id = of_submission and n.submitted_at = now();
      end
    $$;

    -- How much waits in the queue, for whoever keeps watch; whose it is and what it says is left out.
    create function tenancy.queue_state() returns table (task text, waiting int, failed int, lateness float8)
    language sql stable security definer set search_path = '' as $$
      select t.identifier, count(*) filter (where j.attempts < j.max_attempts)::int,
        count(*) filter (where j.attempts >= j.max_attempts)::int,
        coalesce(extract(epoch from now() - min(j.run_at) filter
          (where j.attempts < j.max_attempts and j.locked_at is null and j.run_at <= now())), 0)::float8
      from graphile_worker._private_tasks t left join graphile_worker._private_jobs j on j.task_id = t.id
      group by t.identifier
    $$;

    -- What the queue's state doesn't show: jobs that are tried again and again, or are in the hands of a worker that is gone.
    create function tenancy.queue_ages() returns table (task text, retried int, oldest float8)
    language sql stable security definer set search_path = '' as $$
      select t.identifier, count(*) filter (where j.attempts > 0 and j.attempts < j.max_attempts)::int,
        coalesce(extract(epoch from now() - min(j.created_at) filter (where j.attempts < j.max_attempts)), 0)::float8
      from graphile_worker._private_tasks t left join graphile_worker._private_jobs j on j.task_id = t.id
      group by t.identifier
    $$;
  `;
}
