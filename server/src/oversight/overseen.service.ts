import { faultOf } from "@toetssteen/contract";
import { dayInAmsterdam, isPlainDate, isQuarter, type Edition } from "@toetssteen/norms";
import { Refusal } from "../refusal.ts";
import { requireId } from "../graphql/input.ts";
import { cut, pageSize } from "../graphql/page.ts";
import { wordsIn } from "../search/words.ts";
import type { Scope } from "../tenancy/scope.ts";
import { normsOf, OverseenLibrary } from "./overseen-library.type.ts";
import type { OverseenPage } from "./overseen-page.type.ts";
import {
  findGrantPage,
  findOverseen,
  type Cursor,
  type GrantRow,
  type OverseenSort,
} from "./overseen.sql.ts";

export interface OverseenAsked {
  readonly organisationId: string;
  readonly first: number;
  readonly after: string | null;
  readonly sort: OverseenSort;
  readonly quarter: string | null;
  readonly search: string;
}

/**
 * A page of the libraries that let this support organisation look. Their ids come from its own oversight rows; then the
 * scope goes on with just these libraries as subjects, each of which finds the look in its access log.
 * @throws {Refusal} INVALID_INPUT
 */
export async function findOverseenPage(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  asked: OverseenAsked,
  wants: { total: boolean; submitted: boolean },
): Promise<OverseenPage> {
  const first = pageSize(asked.first);
  if (asked.quarter !== null && !isQuarter(asked.quarter)) {
    throw new Refusal("INVALID_INPUT", [
      { path: "quarter", message: "Een kwartaal zoals 2027-Q1." },
    ]);
  }
  const filter = {
    organisationId: asked.organisationId,
    quarter: asked.quarter,
    words: wordsIn(asked.search),
  };
  const after = asked.after === null ? null : readCursor(asked.after);
  const found = await findGrantPage(scope, {
    ...filter,
    sort: asked.sort,
    after,
    limit: first + 1,
    total: wants.total,
  });
  const { rows, last } = cut(found.rows, first);
  const ids = rows.map((row) => row.organisation_id);
  // One after the other on one connection, and sent together: what isn't written down is not read.
  const [seen, shown] = await Promise.all([
    scope.readOutside(ids, "overseen"),
    findOverseen(scope, editions, ids, wants.submitted),
  ]);
  const libraries = shown.filter(({ organisation }) => seen.includes(organisation.id));
  const today = dayInAmsterdam(new Date());
  return {
    libraries: libraries.map((row) => new OverseenLibrary(row, today)),
    norms: normsOf(libraries),
    nextAfter: last && writeCursor(last),
    total: found.total,
  };
}

function writeCursor({ audit_from, folded, organisation_id }: GrantRow): string {
  return Buffer.from(JSON.stringify([audit_from, folded, organisation_id])).toString("base64url");
}

function readCursor(text: string): Cursor {
  try {
    const [auditFrom, name, id] = JSON.parse(
      Buffer.from(text, "base64url").toString(),
    ) as unknown[];
    if (
      typeof auditFrom === "string" &&
      (auditFrom === "infinity" || isPlainDate(auditFrom)) &&
      typeof name === "string" &&
      faultOf(name, Infinity) === null &&
      typeof id === "string"
    )
      return { auditFrom, name, id: requireId("after", id) };
  } catch {
    // Falls through to the one refusal.
  }
  throw new Refusal("INVALID_INPUT", [
    { path: "after", message: "De waarde van nextAfter van de vorige bladzijde." },
  ]);
}
