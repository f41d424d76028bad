import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";
import type { Unsent } from "./unsent.ts";

/** Where unsent texts are kept. */
export interface UnsentDatabase {
  /** Whether it outlives the page. */
  readonly isLasting: boolean;
  of(personId: string): Promise<Unsent[]>;
  /** The last one wins; nothing waits for it. */
  put(unsent: Unsent): void;
  remove(id: string): void;
  /** When all that was put and removed is done. */
  settled(): Promise<void>;
}

interface Schema extends DBSchema {
  unsent: { key: string; value: Unsent; indexes: { person: string } };
}

/** The browser's own database; where it is refused (some private windows), the memory of the page. */
export async function openUnsentDatabase(name = "toetssteen"): Promise<UnsentDatabase> {
  try {
    const database = await openDB<Schema>(name, 1, {
      upgrade(opened) {
        opened.createObjectStore("unsent", { keyPath: "id" }).createIndex("person", "personId");
      },
      // A newer page wants to change the shape; this one has its texts in memory.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return lasting(database);
  } catch {
    return inMemory();
  }
}

function lasting(database: IDBPDatabase<Schema>): UnsentDatabase {
  const waiting = new Map<string, Unsent | null>();
  let isWriting = false;
  let isBroken = false;
  let written = Promise.resolve();
  // Begins in the same turn as the key that was pressed, so that closing the tab right after it is too late to lose it.
  const write = async () => {
    isWriting = true;
    try {
      while (waiting.size > 0) {
        const batch = [...waiting];
        waiting.clear();
        const transaction = database.transaction("unsent", "readwrite", { durability: "relaxed" });
        for (const [id, unsent] of batch) {
          if (unsent === null) void transaction.store.delete(id);
          else void transaction.store.put(unsent);
        }
        transaction.commit();
        await transaction.done;
      }
    } catch {
      // Full, or taken away while we were at it: what is in memory is all there is.
      isBroken = true;
    } finally {
      isWriting = false;
    }
  };
  const change = (id: string, unsent: Unsent | null) => {
    waiting.set(id, unsent);
    if (!isWriting) written = write();
  };
  return {
    get isLasting() {
      return !isBroken;
    },
    of: (personId) => database.getAllFromIndex("unsent", "person", personId),
    put: (unsent) => change(unsent.id, unsent),
    remove: (id) => change(id, null),
    settled: () => written,
  };
}

/** For where nothing may be kept, and for tests. */
export function inMemory(): UnsentDatabase {
  const all = new Map<string, Unsent>();
  return {
    isLasting: false,
    of: async (personId) => [...all.values()].filter((unsent) => unsent.personId === personId),
    put: (unsent) => void all.set(unsent.id, unsent),
    remove: (id) => void all.delete(id),
    settled: async () => undefined,
  };
}
