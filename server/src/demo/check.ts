import {
  addCommentInput,
  answerIndicatorInput,
  passageFields,
  setPlanInput,
  writeDiscussionInput,
  writeEvidenceInput,
  writeEvidenceUseInput,
  writePassageInput,
} from "@toetssteen/contract";
import { findPart, kwaliteitInBeeld2 } from "@toetssteen/norms";
import * as z from "zod/mini";
import type { DemoLibrary } from "./content/content.ts";

const anyId = "0199a000-0000-7000-8000-000000000000";
const names = { organisationId: anyId, cycleId: anyId, id: anyId, baseVersion: 0 };

/**
 * What would be refused if somebody of the library sent it, by the same contracts; nothing when the content is right.
 * @returns a line for each
 */
export function faultsIn(library: DemoLibrary): string[] {
  const faults: string[] = [];
  const hold = (what: string, schema: z.ZodMiniType, value: unknown) => {
    const { error } = z.safeParse(schema, value);
    for (const { path, message } of error?.issues ?? [])
      faults.push(`${library.name}, ${what}, ${path.join(".")}: ${message}`);
  };
  const kindOf = (what: string, part: string) => {
    const kind = part === "" ? "cycle" : findPart(kwaliteitInBeeld2, part)?.kind;
    if (kind === undefined) faults.push(`${library.name}, ${what}: there is no part ${part}`);
    return kind;
  };
  for (const { part, field, body, earlier = [] } of library.texts) {
    const what = `text ${part}.${field}`;
    for (const version of [body, ...earlier.map((one) => one.body)])
      hold(what, writePassageInput, { ...names, part: part || null, field, body: version });
    const fields: readonly string[] = passageFields[kindOf(what, part) ?? "cycle"];
    if (!fields.includes(field)) faults.push(`${library.name}, ${what}: has no such box`);
  }
  for (const { indicator, verdict, neeLabel, explanation } of library.answers) {
    const what = `answer ${indicator}`;
    hold(what, answerIndicatorInput, { ...names, indicator, verdict, neeLabel, explanation });
    if (kindOf(what, indicator) !== "indicator")
      faults.push(`${library.name}, ${what}: no indicator`);
  }
  for (const { part } of library.plans) {
    hold(`plan ${part}`, setPlanInput, { ...names, part, ownerId: anyId, dueOn: "2027-03-01" });
    kindOf(`plan ${part}`, part);
  }
  for (const { norm, withKind, withWhom } of library.discussions) {
    const sent = { ...names, norm, withKind, withWhom, heldOn: "2026-11-03" };
    hold(`discussion ${norm}`, writeDiscussionInput, sent);
    kindOf(`discussion ${norm}`, norm);
  }
  for (const { part, comments } of library.threads) {
    kindOf(`thread ${part}`, part);
    for (const { body, mentions = [] } of comments) {
      const sent = { ...names, part, threadId: null, body, mentions: mentions.map(() => anyId) };
      hold(`comment ${part}`, addCommentInput, sent);
    }
  }
  const worked = [
    ...Object.values(library.work.states).flat(),
    ...library.work.assigned.map(({ part }) => part),
  ];
  for (const part of worked) kindOf("work", part);
  for (const { title, about, sharing, note, holds, uses } of library.evidence) {
    const url = "url" in holds ? holds.url : null;
    hold(`evidence ${title}`, writeEvidenceInput, {
      ...names,
      kind: url === null ? "files" : "link",
      title,
      url,
      aboutFrom: about?.[0] ?? null,
      aboutTo: about?.[1] ?? null,
      sharing,
      personalDataNote: note ?? "",
    });
    for (const { part, slot = null, page = "" } of uses) {
      hold(`use of ${title}`, writeEvidenceUseInput, {
        ...names,
        evidenceId: anyId,
        part,
        slot,
        page,
      });
      kindOf(`use of ${title}`, part);
      if (slot !== null && !slotsOf(part).includes(slot))
        faults.push(`${library.name}, use of ${title}: ${part} has no slot ${slot}`);
    }
  }
  return faults;
}

function slotsOf(code: string): readonly string[] {
  const part = findPart(kwaliteitInBeeld2, code);
  return part?.kind === "question" ? part.question.slots.map((slot) => slot.code) : [];
}
