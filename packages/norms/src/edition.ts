/**
 * What a framework edition is: the norms of one certification round, as data.
 *
 * An edition has a *structure* (codes, order, applicability, scale, rule, terms, validity) and *words*. Once published the
 * structure never changes; the words may be corrected, which raises `revision`. `fingerprint.ts` tells the two apart.
 */

/** Languages every text is written in. */
export const locales = ["nl", "en"] as const;
export type Locale = (typeof locales)[number];

/** One value per language, usually a text. */
export type Localised<T = string> = { readonly [L in Locale]: T };

/** Help that may be missing in a language: a rights holder may explain a norm in Dutch only. */
export type LocalisedHelp = Partial<Localised>;

/** Facts of a library's profile that an edition may refer to. */
export const profileFacts = ["vobMember", "runsIdo"] as const;
export type ProfileFact = (typeof profileFacts)[number];

/** The part of a library's profile that decides which indicators apply. */
export type Profile = { readonly [F in ProfileFact]: boolean };

/** A condition on a profile: a fact that must be true, or a combination. `{ all: [] }` always holds, `{ any: [] }` never. */
export type Applicability =
  | ProfileFact
  | { readonly all: readonly Applicability[] }
  | { readonly any: readonly Applicability[] }
  | { readonly not: Applicability };

/**
 * Whose words a norm's title, question and statements are: our own, or those of the rights holder.
 * Says nothing about guidance, placeholders and slot labels: those are help, and ours unless a rights holder replaces them.
 */
export const wordings = ["own", "official"] as const;
export type Wording = (typeof wordings)[number];

/** A statement that the organisation itself answers with ja or nee. Neither is better. */
export interface Indicator {
  /** Unique in the edition and never reused, such as '4.1'. */
  readonly code: string;
  readonly statement: Localised;
  readonly guidance?: LocalisedHelp;
  /** The example prompt in the empty answer box. */
  readonly placeholder?: LocalisedHelp;
  /** Left out: applies to every library. */
  readonly applies?: Applicability;
}

/** A place for a kind of example document. Examples, not a checklist. */
export interface Slot {
  /** Unique in the edition, starting with the question's code, such as '4.V1.overzicht-partners'. */
  readonly code: string;
  readonly label: Localised;
}

/** What auditors score on the edition's scale. */
export interface AssessmentQuestion {
  /** Unique in the edition, such as '4.V1'. */
  readonly code: string;
  /** The step in the quality cycle in a word or two, such as 'Aanpak'. */
  readonly title: Localised;
  readonly statement: Localised;
  readonly guidance?: LocalisedHelp;
  /** True when the text follows from the quality cycle in general, without a source for this norm. Ask {@link isDerived}. */
  readonly derived: boolean;
  readonly slots: readonly Slot[];
}

export interface Norm {
  /** Unique in the edition, such as '4'. */
  readonly code: string;
  readonly title: Localised;
  /** What the norm asks of an organisation, in a sentence or two. */
  readonly question: Localised;
  /** Whose words the title, the question and the statements are, per language. */
  readonly wording: Localised<Wording>;
  /** Empty when the edition holds none for this norm: never a reason to make some up. */
  readonly indicators: readonly Indicator[];
  readonly questions: readonly AssessmentQuestion[];
}

/** One step of the scale on which auditors score a question. */
export interface ScaleLevel {
  readonly code: string;
  readonly label: Localised;
}

/** A whole number of one unit of the calendar. */
export type Period =
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly years: number };

/** Terms the certification body publishes. */
export interface Terms {
  readonly certificateValidity: Period;
  /** The self-evaluation is handed in at least this long before the audit. */
  readonly selfEvaluationBeforeAudit: Period;
  /** The intake form comes back within this time. */
  readonly intakeBackWithin: Period;
  /** A refused organisation is audited again after this time. */
  readonly reAuditAfterRefusal: Period;
}

/** Guesses to plan with where nothing is published. Nobody can be late by a guess. */
export interface PlanningAssumptions {
  /** How long before the quarter of the audit the announcement is expected. */
  readonly announcementBeforeQuarter: Period;
}

/** The points a norm, or all norms together, must reach for a conclusion. */
export interface Threshold {
  readonly conclusion: "ja" | "voorwaardelijk";
  /** Minimum points by norm code; a norm that isn't named has no minimum. */
  readonly perNorm: { readonly [norm: string]: number };
  readonly total: number;
}

/** How scores add up to an advice. It never decides: people do. */
export interface DecisionRule {
  /** Points for every level of the scale, by its code. */
  readonly points: { readonly [level: string]: number };
  /** Tried in order; the first that is met is the advice, otherwise 'nee'. */
  readonly thresholds: readonly Threshold[];
}

/** One published round of the certification framework. */
export interface Edition {
  /** Never reused, such as 'kwaliteit-in-beeld-2'. Audits and cycles pin an edition by it. */
  readonly code: string;
  readonly title: Localised;
  /** First day the edition is in force, YYYY-MM-DD. */
  readonly validFrom: string;
  /** Last day the edition is in force, YYYY-MM-DD. */
  readonly validUntil: string;
  /** Version of the words, from 1. A corrected wording raises it and leaves `code` alone. */
  readonly revision: number;
  /** Revision of the rights holder's texts laid over ours, per language; absent without. */
  readonly officialRevision?: { readonly [L in Locale]?: number };
  /** In order of the audit. */
  readonly norms: readonly Norm[];
  /** From lowest to highest. */
  readonly scale: readonly ScaleLevel[];
  readonly decisionRule?: DecisionRule;
  readonly terms: Terms;
  readonly assumptions: PlanningAssumptions;
}

/** Whether a question's text must be shown as derived: not when the rights holder's own words stand there. */
export function isDerived(norm: Norm, question: AssessmentQuestion, locale: Locale): boolean {
  return question.derived && norm.wording[locale] === "own";
}

/** The norm with this code, or null. */
export function findNorm(edition: Edition, code: string): Norm | null {
  return edition.norms.find((norm) => norm.code === code) ?? null;
}

/** The edition in force on a day (YYYY-MM-DD), or null when none of these is. */
export function findEditionOn(editions: readonly Edition[], day: string): Edition | null {
  return editions.find((edition) => edition.validFrom <= day && day <= edition.validUntil) ?? null;
}
