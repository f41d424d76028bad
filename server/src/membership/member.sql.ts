/**
 * Begins a statement that names members: `member` holds those of the organisation `$1`. Each time that a statement reads
 * a table the database asks again who may, so names are read once.
 */
export const withMembers = `with member as materialized
  (select m.person_id, m.name from toetssteen.membership m where m.organisation_id = $1)`;

/** A {@link Member} of the row `alias` of `member` or of the table. */
export const memberJson = (alias: string) =>
  `json_build_object('personId', ${alias}.person_id, 'name', ${alias}.name)`;
