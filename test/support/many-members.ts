import type { Organisation, World } from "./scenario.ts";

/**
 * Libraries that let a support organisation look, many at once: names that occur twice, differ only in case or accents;
 * audits on a day, in a quarter, by an expiry, or not known; and on each day and in each quarter several.
 */
export async function makeMembers(
  world: World,
  support: Organisation,
  count: number,
): Promise<void> {
  const granter = await world.person();
  await world.rows(
    `with made as materialized (
       select n, gen_random_uuid() as id, gen_random_uuid() as cycle,
         (array['Bibliotheek Aa', 'bibliotheek aa', 'Bibliotheek Één', 'Leesvaart', 'De Boekenkast 100%', 'Onder_streept',
           'Zandvliet', 'L''Écluse'])[1 + n % 8] || case when n % 3 = 0 then '' else ' ' || n % 20 end as name
       from generate_series(1, $1::int) n
     ), organisations as (
       insert into toetssteen.organisation (id, name) select id, name from made
     ), profiles as (
       insert into toetssteen.library_profile (organisation_id, vob_member, runs_ido, locations)
       select id, true, n % 2 = 0, 3 from made
     ), cycles as (
       insert into toetssteen.cycle (organisation_id, id, edition, audit_on, announced_quarter, certificate_expires_on)
       select id, cycle, 'kwaliteit-in-beeld-2',
         case n % 5 when 0 then date '2098-01-01' + n % 9 * 40 end,
         case when n % 5 in (0, 1) then '2098-Q' || 1 + n % 4 end,
         case when n % 5 in (0, 1, 2) then date '2098-11-30' + n % 3 end
       from made
     ), members as (
       insert into toetssteen.membership (organisation_id, person_id, name, roles)
       select id, $2, 'Beheerder', '{administrator}' from made
     ), work as (
       insert into toetssteen.progress (organisation_id, cycle_id, part, state, touched_at)
       select id, cycle, '4.1', 'DONE', now() from made
     )
     select id from made`,
    [count, granter.id],
  );
  // Apart, because a trigger reads the library's name and dates.
  await world.rows(
    `insert into toetssteen.oversight (organisation_id, id, subject_organisation_id, level, granted_by)
     select m.organisation_id, gen_random_uuid(), $1, 'progress', $2 from toetssteen.membership m where m.person_id = $2`,
    [support.id, granter.id],
  );
}
