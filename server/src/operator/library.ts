import { findEditionOn, type Edition } from "@toetssteen/norms";
import { v7 as uuidv7 } from "uuid";
import type { LibraryFacts } from "./command.ts";
import type { Query } from "./database.ts";
import { OperatorError } from "./refusal.ts";
import type { Surroundings } from "./surroundings.ts";

/** Gives it a profile and an open cycle. @returns the cycle's edition; null when it was a library already */
export async function openLibrary(
  query: Query,
  id: string,
  library: LibraryFacts,
  surroundings: Surroundings,
): Promise<Edition | null> {
  const edition = editionOrThrow(library.edition, surroundings);
  const made = await query(
    `insert into toetssteen.library_profile (organisation_id, vob_member, runs_ido, locations) values ($1, $2, $3, $4)
     on conflict do nothing returning 1`,
    [id, library.vobMember, library.runsIdo, library.locations],
  );
  if (made.length === 0) return null;
  await query(
    "insert into toetssteen.cycle (organisation_id, id, edition, certificate_expires_on) values ($1, $2, $3, $4)",
    [id, uuidv7(), edition.code, library.certificateExpiresOn],
  );
  return edition;
}

function editionOrThrow(code: string | null, { editions, today }: Surroundings): Edition {
  const edition = code === null ? findEditionOn([...editions.values()], today) : editions.get(code);
  if (edition) return edition;
  const codes = [...editions.keys()].join(", ");
  throw new OperatorError(
    code === null
      ? `--edition ontbreekt: op ${today} is geen van de edities van kracht (${codes}); kies er een, of voeg er een toe.`
      : `--edition klopt niet: "${code}" is er niet (wel: ${codes}).`,
  );
}
