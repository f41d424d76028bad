import type { MigrationInterface, QueryRunner } from "typeorm";

/** One line in the access log for each right in a transaction, found by its moment; ids of mandates are of mandates. */
export class OneLineALook1764800000000 implements MigrationInterface {
  name = "OneLineALook1764800000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table toetssteen.access_log alter column at set default now();
      -- With the reader's organisation: a look by a hat that stood for two was written down twice, maybe at one moment.
      create unique index access_log_one_a_look
        on toetssteen.access_log (organisation_id, right_id, at, reader_organisation_id);

      -- Before the functions that ask it, so that nobody is refused between the two.
      grant select on toetssteen.access_log to toetssteen_resolver;
      create policy resolver_select on toetssteen.access_log for select to toetssteen_resolver using (true);

      create function toetssteen.keep_mandate_ids_apart() returns trigger
      language plpgsql security definer set search_path = '' as $$
      begin
        if exists (select from toetssteen.organisation o where o.id = new.id) then
          raise unique_violation using message = 'an organisation has this id', constraint = 'mandate_id_apart';
        end if;
        return new;
      end $$;
      create trigger keep_ids_apart before insert on toetssteen.mandate
        for each row execute function toetssteen.keep_mandate_ids_apart();
    `);
  }

  async down(): Promise<void> {
    throw new Error("Migrations only go forward; restore a backup to go back.");
  }
}
