import {
  changeEvidenceInput,
  removeSeveralInput,
  type ChangeEvidenceInput,
  type EvidenceFacts,
  type RemoveSeveralInput,
} from "@toetssteen/contract";
import { logActivity, type Change } from "../activity/activity.sql.ts";
import type { Context } from "../graphql/context.ts";
import { Refusal, type InputIssue } from "../refusal.ts";
import { validInput } from "../graphql/input.ts";
import { mayEdit } from "./evidence.policy.ts";
import { readingFor } from "./evidence.service.ts";
import type { EvidenceRow } from "./evidence.sql.ts";
import { Evidence } from "./evidence.type.ts";
import { findItems, lockItems, setItemsRemoved, writeFacts } from "./several.sql.ts";

/**
 * Says of several items who may see them and what period they are about: of all, or of none where somebody changed or
 * removed one of them in the meantime. Doing it twice is doing it once.
 * @throws {Refusal} INVALID_INPUT · NOT_FOUND and FORBIDDEN, which name each item that stands in the way
 */
export async function changeEvidence(
  context: Context,
  sent: ChangeEvidenceInput,
): Promise<{ evidence: Evidence[] } | { current: Evidence[] }> {
  const { scope } = context;
  const { organisationId, items } = validInput(changeEvidenceInput, sent);
  const ids = items.map(({ id }) => id);
  const before = await editableItems(context, organisationId, ids, (n) => `items.${n}.id`);
  const changes = before.map((item, n) => {
    const { was, becomes } = items[n] ?? { was: item, becomes: item };
    const fields = factNames.filter((name) => was[name] !== becomes[name]);
    return {
      item,
      becomes: { ...factsOf(item), ...pick(becomes, fields) },
      isStale:
        item.removedAt !== null ||
        fields.some((name) => item[name] !== was[name] && item[name] !== becomes[name]),
    };
  });
  const reading = await readingFor(context, organisationId);
  const stale = changes.filter(({ isStale }) => isStale);
  if (stale.length > 0) return { current: stale.map(({ item }) => new Evidence(item, reading)) };
  // Half a period may have been changed by somebody else, so that the whole isn't what anybody sent.
  const turned = changes.flatMap(({ becomes: { aboutFrom, aboutTo } }, n): InputIssue[] =>
    aboutFrom !== null && aboutTo !== null && aboutFrom > aboutTo
      ? [{ path: `items.${n}.becomes.aboutTo`, message: "De periode eindigt niet voor ze begint." }]
      : [],
  );
  if (turned.length > 0) throw new Refusal("INVALID_INPUT", turned);
  const differing = changes.filter(({ item, becomes }) => differences(item, becomes).length > 0);
  if (differing.length > 0) {
    await writeFacts(
      scope,
      organisationId,
      differing.map(({ item: { id }, becomes }) => ({ id, ...becomes })),
    );
    await logActivity(
      scope,
      organisationId,
      "evidence_changed",
      differing.flatMap(({ item, becomes }) => [
        { field: "title", from: item.title, to: item.title },
        ...differences(item, becomes),
      ]),
    );
  }
  return { evidence: await shown(context, organisationId, ids) };
}

/**
 * Removes several items, or brings them back, with their files and uses: all or none. Doing it twice is doing it once.
 * @throws {Refusal} as {@link changeEvidence}
 */
export async function removeEvidenceItems(
  context: Context,
  sent: RemoveSeveralInput,
): Promise<Evidence[]> {
  const { scope } = context;
  const { organisationId, ids, removed } = validInput(removeSeveralInput, sent);
  const before = await editableItems(context, organisationId, ids, (n) => `ids.${n}`);
  const changed = await setItemsRemoved(scope, organisationId, ids, removed);
  if (changed.size > 0)
    await logActivity(
      scope,
      organisationId,
      removed ? "evidence_removed" : "evidence_restored",
      before.filter(({ id }) => changed.has(id)).map(({ title }) => titleChange(title, removed)),
    );
  return shown(context, organisationId, ids);
}

/** A document that comes, or goes. */
export function titleChange(title: string, removed: boolean): Change {
  return { field: "title", from: removed ? title : null, to: removed ? null : title };
}

/** The items that may be changed, in the order of their ids, which are there once each. */
async function editableItems(
  { scope }: Context,
  organisationId: string,
  ids: readonly string[],
  path: (place: number) => string,
): Promise<readonly EvidenceRow[]> {
  const found = await lockItems(scope, organisationId, ids);
  const items = getEachOrThrow(found, ids, path, "Een bewijsstuk van jullie bibliotheek.");
  requireAll(
    items,
    path,
    (item) => mayEdit(scope.actor, organisationId, item),
    "FORBIDDEN",
    "Een bewijsstuk dat je mag wijzigen.",
  );
  return items;
}

/**
 * What was found of each id, in their order.
 * @throws {Refusal} NOT_FOUND that names each place of what wasn't
 */
export function getEachOrThrow<T>(
  found: ReadonlyMap<string, T>,
  ids: readonly string[],
  path: (place: number) => string,
  message: string,
): readonly T[] {
  requireAll(ids, path, (id) => found.has(id), "NOT_FOUND", message);
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** @throws {Refusal} that names each place of what isn't so */
export function requireAll<T>(
  all: readonly T[],
  path: (place: number) => string,
  isSo: (one: T) => boolean,
  code: "NOT_FOUND" | "FORBIDDEN" | "ID_TAKEN",
  message: string,
): void {
  const issues = all.flatMap((one, place): InputIssue[] =>
    isSo(one) ? [] : [{ path: path(place), message }],
  );
  if (issues.length > 0) throw new Refusal(code, issues);
}

async function shown(
  context: Context,
  organisationId: string,
  ids: readonly string[],
): Promise<Evidence[]> {
  const items = await findItems(context.scope, organisationId, ids);
  const reading = await readingFor(context, organisationId);
  return ids.flatMap((id) => {
    const item = items.get(id);
    return item ? [new Evidence(item, reading)] : [];
  });
}

const factNames = ["sharing", "aboutFrom", "aboutTo"] as const satisfies (keyof EvidenceFacts)[];

function factsOf({ sharing, aboutFrom, aboutTo }: EvidenceFacts): EvidenceFacts {
  return { sharing, aboutFrom, aboutTo };
}

function pick(facts: EvidenceFacts, names: readonly (keyof EvidenceFacts)[]) {
  return Object.fromEntries(names.map((name) => [name, facts[name]])) as Partial<EvidenceFacts>;
}

function differences(one: EvidenceFacts, other: EvidenceFacts): Change[] {
  return factNames
    .map((field) => ({ field, from: one[field], to: other[field] }))
    .filter(({ from, to }) => from !== to);
}
