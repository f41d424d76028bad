import * as z from "zod/mini";
import { sharings, writeEvidenceUseInput } from "./evidence.ts";
import { id } from "./id.ts";

/** Most documents, or places of documents, that one operation changes. */
export const mostAtOnce = 100;

const several = <T extends z.ZodMiniType>(one: T) =>
  z
    .array(one)
    .check(
      z.minLength(1, "Kies er ten minste één."),
      z.maxLength(mostAtOnce, `Hooguit ${mostAtOnce} tegelijk.`),
    );

const ids = several(id).check(
  z.refine((all) => new Set(all).size === all.length, "Noem elk één keer."),
);

const day = z.nullable(z.iso.date("Een datum zoals 2026-11-03."));

/** What of a document is changed for several at once: who may see it, and the period that it is about. */
const facts = z.object({ sharing: z.enum(sharings), aboutFrom: day, aboutTo: day });
export type EvidenceFacts = z.infer<typeof facts>;

/** What `changeEvidence` takes: of each document what somebody saw, and what it becomes. */
export const changeEvidenceInput = z.object({
  organisationId: id,
  items: several(
    z.object({
      id,
      was: facts,
      becomes: facts.check(
        z.refine(
          ({ aboutFrom, aboutTo }) =>
            aboutFrom === null || aboutTo === null || aboutFrom <= aboutTo,
          { error: "De periode eindigt niet voor ze begint.", path: ["aboutTo"] },
        ),
      ),
    }),
  ).check(
    z.refine(
      (items) => new Set(items.map((item) => item.id)).size === items.length,
      "Noem elk bewijsstuk één keer.",
    ),
  ),
});
export type ChangeEvidenceInput = z.infer<typeof changeEvidenceInput>;

/** What takes several documents, or several of their places, away and brings them back. */
export const removeSeveralInput = z.object({ organisationId: id, ids, removed: z.boolean() });
export type RemoveSeveralInput = z.infer<typeof removeSeveralInput>;

/** What `addEvidenceUses` takes: documents, each beside a part. */
export const addEvidenceUsesInput = z.object({
  organisationId: id,
  cycleId: id,
  uses: several(
    z.omit(writeEvidenceUseInput, { organisationId: true, cycleId: true, baseVersion: true }),
  ),
});
export type AddEvidenceUsesInput = z.infer<typeof addEvidenceUsesInput>;
