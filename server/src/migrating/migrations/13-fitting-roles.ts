import type { MigrationInterface, QueryRunner } from "typeorm";

/** What the application may make of a membership: other roles that fit the organisation, never another person's. */
export class FittingRoles1764820000000 implements MigrationInterface {
  name = "FittingRoles1764820000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function toetssteen.keep_membership() returns trigger
      language plpgsql set search_path = '' as $$
      begin
        if current_user <> 'toetssteen_app' then return new; end if;
        if (new.organisation_id, new.person_id) is distinct from (old.organisation_id, old.person_id) then
          raise insufficient_privilege using message = 'a membership stays its person''s';
        end if;
        if new.roles <> old.roles and exists (select from unnest(new.roles) r where r <> all (old.roles) and not case
            when r = 'administrator' then true
            when r = 'adviser' then exists (select from toetssteen.appointment a
              where a.organisation_id = new.organisation_id and a.appointed_as = 'support_organisation')
            when r in ('office', 'auditor') then exists (select from toetssteen.appointment a
              where a.organisation_id = new.organisation_id and a.appointed_as = 'certification_body')
            else exists (select from toetssteen.library_profile p where p.organisation_id = new.organisation_id) end) then
          raise insufficient_privilege using message = 'a role doesn''t fit the organisation';
        end if;
        return new;
      end $$;
      create trigger keep_membership before update on toetssteen.membership
        for each row execute function toetssteen.keep_membership();
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
