import type pg from "pg";
import type { Storage } from "../storage/storage.ts";
import { readMark, writeMark } from "./mark.ts";

/**
 * Whether this is the installation that it says it is. One that isn't, because its database was put back or copied, or
 * because its files belong to another, removes no file and sends no mail, until an operator adopts it.
 */
export type Standing =
  | { readonly adopted: true }
  | { readonly adopted: false; readonly because: Reason };

/**
 * `unknown`: an existing database that was never told its home. `moved`: it lives elsewhere than it did. `foreign`: the
 * files are another installation's. `behind`: the files have seen a later state of this database.
 */
export type Reason = "unknown" | "moved" | "foreign" | "behind";

/** What the database knows of its installation. */
export interface Kept {
  readonly id: string;
  /** Empty before the first worker. */
  readonly home: string;
  readonly here: string;
  readonly beat: number;
}

export interface Installation {
  /** Says that it lives, in the database and beside the files. @throws {StorageError} or the database's error */
  beat(): Promise<Standing>;
}

/** @param folder where an embedded database's folder lives; empty for one that a server keeps */
export function homeIn({ here }: Pick<Kept, "here">, folder: string): string {
  return folder === "" ? here : `${here} ${folder}`;
}

export async function keptIn(query: Query): Promise<Kept | null> {
  const [kept] = await query<Omit<Kept, "beat"> & { beat: string }>(
    "select id, home, here, beat from tenancy.installation_state()",
  );
  return kept ? { ...kept, beat: Number(kept.beat) } : null;
}

export type Query = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** @param pool as the worker role */
export function openInstallation(pool: pg.Pool, storage: Storage, folder: string): Installation {
  const query: Query = async (text, values = []) => (await pool.query(text, [...values])).rows;
  return {
    async beat() {
      // The mark first: what the database says after that can't be older than it, unless it was put back.
      const mark = await readMark(storage);
      const kept = await keptIn(query);
      if (!kept) return refused("unknown");
      if (kept.home === "") {
        if (mark) return refused("foreign");
        await query("select tenancy.installation_settle($1)", [homeIn(kept, folder)]);
      } else if (kept.home !== homeIn(kept, folder)) return refused("moved");
      if (mark && mark.installation !== kept.id) return refused("foreign");
      if (mark && mark.beat > kept.beat) return refused("behind");
      const [row] = await query<{ beat: string | null }>(
        "select tenancy.installation_beat($1) as beat",
        [kept.beat],
      );
      if (row?.beat) await writeMark(storage, { installation: kept.id, beat: Number(row.beat) });
      return { adopted: true };
    },
  };
}

function refused(because: Reason): Standing {
  return { adopted: false, because };
}
