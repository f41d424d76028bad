import type { Query } from "./database.ts";
import { OperatorError } from "./refusal.ts";

/** @param wanted a name or an id */
export async function findOrganisationOrThrow(
  query: Query,
  wanted: string,
): Promise<{ id: string; name: string }> {
  const found = await query<{ id: string; name: string }>(
    "select id, name from toetssteen.organisation where id::text = lower($1) or lower(name) = lower($1)",
    [wanted.trim()],
  );
  const [organisation] = found;
  if (!organisation) {
    throw new OperatorError(`ORGANISATIE: "${wanted}" is er niet; zie "organisation list".`);
  }
  if (found.length === 1) return organisation;
  throw new OperatorError(
    `ORGANISATIE: er is meer dan één "${wanted}"; geef het id: ${found.map(({ id }) => id).join(" of ")}.`,
  );
}
