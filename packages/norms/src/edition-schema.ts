/** What a valid edition is, as a zod schema: the shape field by field, then what must agree across fields. */
import { z } from "zod";
import {
  wordings,
  type Applicability,
  type Edition,
  type Localised,
  type Period,
} from "./edition.ts";
import { applicabilityIssues, coherenceIssues, type IssueParams } from "./edition-coherence.ts";
import { isPlainDate } from "./plain-date.ts";

/** A text with something in it. */
export const textSchema = z
  .string()
  .refine((text) => text.trim() !== "", { error: "mag niet leeg zijn" });

const localisedTextSchema: z.ZodType<Localised> = z.strictObject({
  nl: textSchema,
  en: textSchema,
});

const dateSchema = z
  .string()
  .refine(isPlainDate, { error: "is geen datum; schrijf die als 2026-12-31" });

const periodUnits = ["days", "weeks", "months", "years"] as const;
const countSchema = z.int().min(0).max(10_000);
const periodSchema = z
  .strictObject({
    days: countSchema.exactOptional(),
    weeks: countSchema.exactOptional(),
    months: countSchema.exactOptional(),
    years: countSchema.exactOptional(),
  })
  .superRefine((period, context) => {
    if (context.issues.length > 0 || Object.keys(period).length === 1) return;
    const params: IssueParams = { allowed: periodUnits };
    context.addIssue({ code: "custom", message: "heeft precies één eenheid", params });
  }) as unknown as z.ZodType<Period>;

const applicabilitySchema = z.custom<Applicability>().superRefine((condition, context) => {
  for (const issue of applicabilityIssues(condition))
    context.addIssue({ code: "custom", ...issue });
});

const indicatorSchema = z.strictObject({
  code: codeSchema(/^[0-9A-Za-z]+\.[0-9A-Za-z]+$/, "4.1"),
  statement: localisedTextSchema,
  guidance: localisedTextSchema.exactOptional(),
  placeholder: localisedTextSchema.exactOptional(),
  applies: applicabilitySchema.exactOptional(),
});

const questionSchema = z.strictObject({
  code: codeSchema(/^[0-9A-Za-z]+\.V[0-9]+$/, "4.V1"),
  title: localisedTextSchema,
  statement: localisedTextSchema,
  guidance: localisedTextSchema.exactOptional(),
  derived: z.boolean().default(false),
  slots: z
    .array(
      z.strictObject({
        code: codeSchema(
          /^[0-9A-Za-z]+\.V[0-9]+\.[a-z0-9]+(-[a-z0-9]+)*$/,
          "4.V1.overzicht-partners",
        ),
        label: localisedTextSchema,
      }),
    )
    .default([]),
});

const normSchema = z.strictObject({
  code: codeSchema(/^[0-9A-Za-z]+$/, "4"),
  title: localisedTextSchema,
  question: localisedTextSchema,
  wording: z.strictObject({ nl: z.enum(wordings), en: z.enum(wordings) }),
  indicators: z.array(indicatorSchema).default([]),
  questions: z.array(questionSchema).min(1),
});

/** Version of the words, from 1. */
export const revisionSchema = z.int().min(1);

/** A framework edition; anything that isn't part of one is refused. */
export const editionSchema: z.ZodType<Edition> = z
  .strictObject({
    code: codeSchema(/^[a-z0-9]+(-[a-z0-9]+)*$/, "kwaliteit-in-beeld-3"),
    title: localisedTextSchema,
    validFrom: dateSchema,
    validUntil: dateSchema,
    revision: revisionSchema,
    officialRevision: z
      .strictObject({ nl: revisionSchema.exactOptional(), en: revisionSchema.exactOptional() })
      .exactOptional(),
    norms: z.array(normSchema).min(1),
    scale: z
      .array(
        z.strictObject({
          code: codeSchema(/^[a-z0-9-]+$/, "grotendeels"),
          label: localisedTextSchema,
        }),
      )
      .min(2),
    decisionRule: z
      .strictObject({
        points: z.record(z.string(), z.number()),
        thresholds: z.array(
          z.strictObject({
            conclusion: z.enum(["ja", "voorwaardelijk"]),
            perNorm: z.record(z.string(), z.number()).default({}),
            total: z.number(),
          }),
        ),
      })
      .exactOptional(),
    terms: z.strictObject({
      certificateValidity: periodSchema,
      selfEvaluationBeforeAudit: periodSchema,
      intakeBackWithin: periodSchema,
      reAuditAfterRefusal: periodSchema,
    }),
    assumptions: z.strictObject({ announcementBeforeQuarter: periodSchema }),
  })
  .superRefine((edition, context) => {
    for (const issue of coherenceIssues(edition)) context.addIssue({ code: "custom", ...issue });
  });

function codeSchema(form: RegExp, example: string) {
  return z.string().regex(form, { error: `is geen code; een voorbeeld is "${example}"` });
}
