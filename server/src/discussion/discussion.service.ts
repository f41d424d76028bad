import { writeDiscussionInput, type WriteDiscussionInput } from "@toetssteen/contract";
import type { Edition } from "@toetssteen/norms";
import { logActivity } from "../activity/activity.sql.ts";
import { Refusal } from "../refusal.ts";
import { requireId, validInput } from "../graphql/input.ts";
import { getDossierOrThrow } from "../self-evaluation/dossier.ts";
import { requireWritable } from "../self-evaluation/writing.policy.ts";
import type { Scope } from "../tenancy/scope.ts";
import { beginWork } from "../work/begin-work.sql.ts";
import type { Discussion } from "./discussion.type.ts";

type Found = Discussion & {
  readonly norm: string;
  readonly cycleId: string;
  readonly removed: boolean;
};

const columns = `d.id, d.norm, d.cycle_id as "cycleId", d.with_kind as "withKind", d.with_whom as "withWhom",
  d.held_on::text as "heldOn", d.version, d.removed_at is not null as removed`;

/**
 * Adds a row on with whom a norm was discussed, or changes the one with this id. A stale `baseVersion`, or a row that was
 * removed, changes nothing; adding the same row twice adds it once.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND · FORBIDDEN
 */
export async function writeDiscussion(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  sent: WriteDiscussionInput,
): Promise<{ discussion: Discussion } | { current: Discussion | null }> {
  const input = validInput(writeDiscussionInput, { ...sent, heldOn: sent.heldOn ?? null });
  const { organisationId, id, cycleId, norm, withKind, withWhom, heldOn, baseVersion } = input;
  const dossier = await getDossierOrThrow(scope, editions, organisationId, ["work"]);
  if (requireWritable(dossier, cycleId, norm).kind !== "norm") throw new Refusal("NOT_FOUND");
  const written = await scope.sql<Found>(
    "write discussion",
    `insert into toetssteen.discussion as d (organisation_id, id, cycle_id, norm, with_kind, with_whom, held_on, added_by)
     select $1, $2, $3, $4, $5, $6, $7, $8 where $9 = 0 or exists
       (select from toetssteen.discussion e where e.organisation_id = $1 and e.id = $2)
     on conflict (organisation_id, id) do update
     set with_kind = excluded.with_kind, with_whom = excluded.with_whom, held_on = excluded.held_on, version = d.version + 1
     where d.version = $9 and d.removed_at is null and d.cycle_id = $3 and d.norm = $4
     returning ${columns}`,
    [
      organisationId,
      id,
      cycleId,
      norm,
      withKind,
      withWhom,
      heldOn,
      scope.actor.personId,
      baseVersion,
    ],
  );
  if (written[0]) {
    await beginWork(scope, organisationId, { cycleId, part: norm });
    const changes = [{ field: "title", from: null, to: withWhom }];
    await logActivity(scope, organisationId, "discussed", changes, { cycleId, part: norm });
    return { discussion: written[0] };
  }
  const current = await getOrThrow(scope, organisationId, id);
  const same =
    current.withKind === withKind && current.withWhom === withWhom && current.heldOn === heldOn;
  if (same && !current.removed && current.version === baseVersion + 1)
    return { discussion: current };
  return { current: current.removed ? null : current };
}

/** Removes a row, or brings it back. Doing it twice is doing it once. @throws {Refusal} INVALID_INPUT · NOT_FOUND · FORBIDDEN */
export async function setDiscussionRemoved(
  scope: Scope,
  editions: ReadonlyMap<string, Edition>,
  input: { organisationId: string; id: string; removed: boolean },
): Promise<Discussion> {
  const { organisationId, removed } = input;
  const id = requireId("id", input.id);
  const row = await getOrThrow(scope, organisationId, id);
  const dossier = await getDossierOrThrow(scope, editions, organisationId, ["work"]);
  requireWritable(dossier, row.cycleId, row.norm);
  await scope.sql(
    "remove discussion",
    `update toetssteen.discussion set removed_at = case when $3 then coalesce(removed_at, now()) end
     where organisation_id = $1 and id = $2`,
    [organisationId, id, removed],
  );
  return row;
}

async function getOrThrow(scope: Scope, organisationId: string, id: string): Promise<Found> {
  const [row] = await scope.sql<Found>(
    "discussion",
    `select ${columns} from toetssteen.discussion d where d.organisation_id = $1 and d.id = $2`,
    [organisationId, id],
  );
  if (!row) throw new Refusal("NOT_FOUND");
  return row;
}
