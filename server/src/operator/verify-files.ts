import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { objectKey, StorageError, type ObjectKey, type Storage } from "../storage/storage.ts";
import type { CommandNamed } from "./command.ts";
import type { Query } from "./database.ts";

interface KeptFile {
  readonly organisation: string;
  readonly organisationId: string;
  readonly objectId: string;
  readonly sha256: string;
}

type Found = "fits" | "missing" | "other";

/**
 * Holds the bytes of every file against the digest in its row, those that went along with a submission too. What files
 * are called, or what they say, isn't shown.
 * @returns what to print, and whether everything is there
 */
export async function verifyFiles(
  query: Query,
  storage: Storage,
  { bringBack }: CommandNamed<"verify-files">,
): Promise<{ lines: string[]; fits: boolean }> {
  const files = await query<KeptFile>(
    `select o.name as organisation, f.organisation_id as "organisationId", f.object_id as "objectId", f.sha256
     from (select organisation_id, object_id, sha256 from toetssteen.evidence_file
         where object_id is not null and state in ('ready', 'quarantined')
       union select organisation_id, object_id, sha256 from toetssteen.submission_file) f
     join toetssteen.organisation o on o.id = f.organisation_id
     order by o.name, f.object_id`,
  );
  const lines: string[] = [];
  let broken = 0;
  let back = 0;
  for (const { organisation, organisationId, objectId, sha256 } of files) {
    const key = objectKey(organisationId, objectId);
    let found = await look(storage, key, sha256);
    if (found === "missing" && bringBack && (await storage.aside.bringBack(key))) {
      found = await look(storage, key, sha256);
      back += 1;
    }
    if (found === "fits") continue;
    broken += 1;
    const what = found === "missing" ? "ontbreekt" : "is veranderd";
    lines.push(`${organisation} (${organisationId}): ${objectId} ${what}.`);
  }
  if (back > 0) lines.push(`Teruggehaald: ${back}.`);
  lines.push(
    broken === 0
      ? `Bestanden: ${files.length}, alles is er en klopt.`
      : `Bestanden: ${files.length}, waarvan ${broken} niet in orde. Zet ze terug uit een back-up van de opslag${bringBack ? "" : ", of probeer eerst --bring-back"}.`,
  );
  return { lines, fits: broken === 0 };
}

async function look(storage: Storage, key: ObjectKey, sha256: string): Promise<Found> {
  const hash = createHash("sha256");
  try {
    await pipeline(await storage.read(key), hash);
  } catch (error) {
    if (error instanceof StorageError && error.reason === "missing") return "missing";
    throw error;
  }
  return hash.digest("hex") === sha256 ? "fits" : "other";
}
