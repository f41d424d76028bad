import { largestPayload, taskNames, tooManyMails } from "../jobs/task-names.ts";

/** Beyond so many waiting, more make no difference to where an organisation's next job stands. */
const mostPriorities = 1_000;

/** What goes out because of something that must not fail for want of a mail. */
const toldTemplates = ["submission-received", "oversight-received", "oversight-granted"];

/**
 * The ways into the queue; each belongs to the registrar. Whom a mail goes to is looked up here, so that the
 * application neither learns an address nor chooses one of another organisation.
 */
export function queueFunctionsScript(): string {
  return `
    -- Counts one mail more of a kind that the person who asks has sent, and says whether it may still go: by the hour for
    -- a person, by the day for an organisation. What is counted is given back when the transaction is undone.
    create function tenancy.may_mail(of_template text) returns boolean
    language plpgsql volatile security definer set search_path = '' as $$
      declare may boolean;
      begin
        delete from tenancy.mail_count c where c.organisation_id = tenancy.hat() and c.hour < now() - interval '2 days';
        insert into tenancy.mail_count as c (organisation_id, hour, person_id, template, sent)
          values (tenancy.hat(), date_trunc('hour', now()), tenancy.person(), of_template, 1)
          on conflict (organisation_id, hour, person_id, template) do update set sent = c.sent + 1;
        select coalesce(sum(c.sent) filter (where c.person_id = tenancy.person() and c.hour = date_trunc('hour', now())), 0)
            <= most.by_person_an_hour and coalesce(sum(c.sent), 0) <= most.by_organisation_a_day
          into may
          from (select l.* from tenancy.mail_limit l where l.template in (of_template, 'other')
            order by l.template = of_template desc limit 1) most
          left join tenancy.mail_count c on c.organisation_id = tenancy.hat() and c.template = of_template
            and c.hour > now() - interval '24 hours'
          group by most.by_person_an_hour, most.by_organisation_a_day;
        return may;
      end
    $$;

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
        if task = 'mail' and not tenancy.may_mail(coalesce(payload ->> 'template', 'other')) then
          -- What an organisation tells others of goes on without the mail; what somebody sends is refused.
          if payload ->> 'template' = any (array[${toldTemplates.map((name) => `'${name}'`).join(", ")}]) then return; end if;
          raise exception 'too many mails' using errcode = '${tooManyMails}';
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
          and o.granted_by = tenancy.person() and o.granted_at = now()
          -- Who was told today that they may look isn't told again.
          and not exists (select from toetssteen.oversight e where e.organisation_id = o.organisation_id
            and e.subject_organisation_id = o.subject_organisation_id and e.id <> o.id
            and e.granted_at > now() - interval '24 hours');
      end
    $$;

    -- Tells the offices of certification bodies of a submission that is made in this transaction; of a norm that comes
    -- again within the hour they were told, and find the latest.
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
        where n.subject_organisation_id = tenancy.hat() and n.submission_id = of_submission and n.submitted_at = now()
          and not exists (select from toetssteen.submission_notice e where e.organisation_id = n.organisation_id
            and e.subject_organisation_id = n.subject_organisation_id and e.norm = n.norm and e.submission_id <> n.submission_id
            and e.submitted_at > now() - interval '1 hour');
      end
    $$;

    -- Lets nobody else of the organisation that the scope acts for do the same until the transaction ends. Locks by number
    -- are nobody's to take: any of them could be held that others wait for.
    create function tenancy.hold(what text) returns void
    language sql volatile security definer set search_path = '' as $$
      select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(tenancy.hat() || ' ' || what, 0))
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
