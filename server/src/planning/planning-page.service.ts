import { cut, pageSize } from "../graphql/page.ts";
import { Refusal } from "../refusal.ts";
import { requireId } from "../graphql/input.ts";
import type { Scope } from "../tenancy/scope.ts";
import { findLines, type LineCursor, type PlanningChoice } from "./planning-lines.sql.ts";
import type { PlanningPage } from "./planning-page.type.ts";
import { findNotices } from "./planning.service.ts";

/**
 * A page of what was handed in to this certification body, one line for each norm of a library.
 * @throws {Refusal} INVALID_INPUT
 */
export async function findPlanningPage(
  scope: Scope,
  asked: { organisationId: string; choice: PlanningChoice; first: number; after: string | null },
): Promise<PlanningPage> {
  const { organisationId, choice } = asked;
  const first = pageSize(asked.first);
  const after = asked.after === null ? null : readCursor(asked.after);
  const found = await findLines(scope, { organisationId, choice, after, limit: first + 1 });
  const { rows, last } = cut(found.rows, first);
  const notices = await findNotices(scope, organisationId, { lines: rows });
  const byLine = Map.groupBy(notices, (notice) => keyOf(notice.organisationId, notice.norm));
  return {
    lines: rows.flatMap(({ libraryId, norm }) => {
      const versions = byLine.get(keyOf(libraryId, norm)) ?? [];
      const [latest] = versions;
      return latest ? [{ libraryId, norm, libraryName: latest.libraryName, versions }] : [];
    }),
    nextAfter: last && writeCursor(last),
    total: found.total,
  };
}

function keyOf(libraryId: string, norm: string): string {
  return `${libraryId} ${norm}`;
}

function writeCursor({ submittedAt, libraryId, norm }: LineCursor): string {
  return Buffer.from(JSON.stringify([submittedAt, libraryId, norm])).toString("base64url");
}

function readCursor(text: string): LineCursor {
  try {
    const [submittedAt, libraryId, norm] = JSON.parse(
      Buffer.from(text, "base64url").toString(),
    ) as unknown[];
    if (
      typeof submittedAt === "string" &&
      isMoment(submittedAt) &&
      typeof libraryId === "string" &&
      typeof norm === "string" &&
      /^[\w.]{1,20}$/.test(norm)
    )
      return { submittedAt, libraryId: requireId("after", libraryId), norm };
  } catch {
    // Falls through to the one refusal.
  }
  throw new Refusal("INVALID_INPUT", [
    { path: "after", message: "De waarde van nextAfter van de vorige bladzijde." },
  ]);
}

/** As {@link findLines} writes it; a day that there isn't would be an error of the database's. */
function isMoment(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/.test(text)) return false;
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 19) === text.slice(0, 19);
}
