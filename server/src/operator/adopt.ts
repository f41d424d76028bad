import { homeIn, type Kept } from "../installation/installation.ts";
import { readMark, writeMark } from "../installation/mark.ts";
import type { Storage } from "../storage/storage.ts";
import { here } from "../migrating/installation-functions.ts";
import type { CommandNamed } from "./command.ts";
import type { Query } from "./database.ts";
import { OperatorError } from "./refusal.ts";

/** A mark that is younger was left by a worker that lives: workers say so every minute. */
const aliveMs = 10 * 60_000;

/**
 * Makes this database the one that sends mail and removes files. It gets a new identity, so that whatever it was copied
 * from, or copied to, no longer passes for it.
 * @param folder where the folder of an embedded database lives
 */
export async function adopt(
  query: Query,
  storage: Storage,
  folder: string,
  { dropMail, takeOver }: CommandNamed<"adopt">,
): Promise<string[]> {
  const mark = await readMark(storage);
  const kept = await findKept(query);
  const own = kept !== null && kept.home === homeIn(kept, folder);
  const theirs = mark !== null && !(own && mark.installation === kept.id);
  if (theirs && !takeOver && Date.parse(mark.at) > Date.now() - aliveMs)
    throw new OperatorError(
      `Een andere installatie gebruikt deze opslag van bestanden (laatste teken: ${mark.at}). Geef deze kopie een eigen opslag, of stop die andere en gebruik --take-over.`,
    );
  const dropped = dropMail
    ? await query(`delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
        where t.id = j.task_id and t.identifier = 'mail' and j.locked_at is null returning 1`)
    : [];
  await query("delete from tenancy.installation");
  await query("insert into tenancy.installation (home) values ('')");
  const now = await findKept(query);
  if (!now) throw new Error("An installation that was just made can't be read.");
  await query("update tenancy.installation set home = $1, beat = 1", [homeIn(now, folder)]);
  await writeMark(storage, { installation: now.id, beat: 1 });
  const [waiting] = await query<{ count: number }>(
    `select count(*)::int as count from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'mail' and j.attempts < j.max_attempts`,
  );
  return [
    "Deze database is nu de echte: binnen een minuut gaat er mail uit en worden bestanden opgeruimd.",
    ...(theirs
      ? ["Wie deze opslag tot nu toe gebruikte, mailt niet meer en ruimt niet meer op."]
      : []),
    dropMail
      ? `Vervallen mail: ${dropped.length}.`
      : `Mail die klaarstaat en nu uitgaat: ${waiting?.count ?? 0}.`,
  ];
}

async function findKept(query: Query): Promise<Pick<Kept, "id" | "home" | "here"> | null> {
  const [kept] = await query<Kept>(`select id, home, ${here} as here from tenancy.installation`);
  return kept ?? null;
}
