import type { Scope } from "../tenancy/scope.ts";
import type { Hat, Person, Viewer } from "./viewer.type.ts";

/** Who asks and for whom they may act, whatever hat is on; nobody is a viewer without person and hats. */
export async function findViewer(scope: Scope): Promise<Viewer> {
  const [row] = await scope.sql<{ person_id: string; name: string; email: string; hats: Hat[] }>(
    "viewer",
    "select person_id, name, email, hats from tenancy.viewer()",
    [],
  );
  const person: Person | null = row ? { id: row.person_id, name: row.name, email: row.email } : null;
  return { person, hats: row?.hats ?? [] };
}
