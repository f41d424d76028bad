import * as z from "zod/mini";
import { id } from "./id.ts";
import { longText, partCode } from "./text-input.ts";

/** What a nee is, in the library's own judgement. It takes the place of none of the texts under it. */
export const neeLabels = ["policy_choice", "not_yet", "risk_accepted"] as const;
export type NeeLabel = (typeof neeLabels)[number];

/** What `answerIndicator` takes, in server and form alike. */
export const answerIndicatorInput = z.object({
  organisationId: id,
  cycleId: id,
  indicator: partCode,
  baseVersion: z.int().check(z.minimum(0)),
  verdict: z.nullable(z.enum(["ja", "nee"])),
  /** Kept when the verdict changes to ja and back. */
  neeLabel: z.nullable(z.enum(neeLabels)),
  explanation: longText(),
  /** An earlier version is put back: that is an entry of its own in the history. */
  restoring: z._default(z.boolean(), false),
});
export type AnswerIndicatorInput = z.infer<typeof answerIndicatorInput>;
