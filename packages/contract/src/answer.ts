import * as z from "zod/mini";
import { id } from "./id.ts";

/** Longest explanation under one indicator, in UTF-16 code units; about eight printed pages. */
export const longestExplanation = 20_000;

/** What `answerIndicator` takes, in server and form alike. */
export const answerIndicatorInput = z.object({
  organisationId: id,
  cycleId: id,
  indicator: z.string().check(z.minLength(1), z.maxLength(20)),
  baseVersion: z.int().check(z.minimum(0)),
  verdict: z.nullable(z.enum(["ja", "nee"])),
  explanation: z.string().check(
    z.maxLength(longestExplanation, `Hooguit ${longestExplanation} tekens.`),
    // PostgreSQL's text can't hold it, and no keyboard makes it.
    z.refine(
      (text) => !text.includes("\u0000"),
      "Deze tekst bevat een teken dat niet bewaard kan worden.",
    ),
    z.refine(
      (text) => text.isWellFormed(),
      "Deze tekst bevat een half teken. Typ of plak het opnieuw.",
    ),
  ),
});
export type AnswerIndicatorInput = z.infer<typeof answerIndicatorInput>;
