import type { DiscussionKind, NeeLabel, PassageField, Role, Sharing } from "@toetssteen/contract";
import type { WorkState } from "@toetssteen/norms";

/**
 * What the demonstration's organisations have, as data. People go by what stands before the @ of their address, and
 * moments by how many days they lie before the first start, so that a demo never looks forgotten.
 */
export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Whether the sign-in page offers them; others are colleagues that one reads about. */
  readonly offered?: true;
}

export interface DemoOrganisation {
  readonly id: string;
  readonly name: string;
  readonly appointedAs?: "support_organisation" | "certification_body";
  readonly people: readonly DemoPerson[];
}

/** Who wrote something, and when. */
export interface Written {
  readonly by: string;
  readonly daysAgo: number;
}

export interface DemoText extends Written {
  /** Empty for the cycle as a whole. */
  readonly part: string;
  readonly field: PassageField;
  readonly body: string;
  /** What stood there before, oldest first. */
  readonly earlier?: readonly (Written & { readonly body: string })[];
}

export interface DemoAnswer extends Written {
  readonly indicator: string;
  readonly verdict: "ja" | "nee";
  readonly neeLabel: NeeLabel | null;
  readonly explanation: string;
  readonly earlier?: readonly (Written & {
    readonly verdict: "ja" | "nee";
    readonly explanation: string;
  })[];
}

export interface DemoPlan extends Written {
  readonly part: string;
  readonly owner: string;
  readonly dueInDays: number;
}

export interface DemoDiscussion extends Written {
  readonly norm: string;
  readonly withKind: DiscussionKind;
  readonly withWhom: string;
}

export interface DemoComment extends Written {
  readonly body: string;
  readonly mentions?: readonly string[];
}

export interface DemoThread {
  readonly part: string;
  readonly comments: readonly [DemoComment, ...DemoComment[]];
  readonly resolved?: Written;
}

/** States of work by part code, and who has which part, by when. */
export interface DemoWork {
  readonly states: Readonly<Partial<Record<WorkState, readonly string[]>>>;
  readonly assigned: readonly {
    readonly part: string;
    readonly to: string;
    readonly dueInDays?: number;
  }[];
}

/** A small file that is made at the start; its lines are its content. */
export interface DemoFile {
  readonly name: string;
  readonly lines: readonly string[];
}

export interface DemoEvidence extends Written {
  readonly title: string;
  readonly about: readonly [from: string, to: string] | null;
  readonly sharing: Sharing;
  readonly note?: string;
  readonly holds: readonly DemoFile[] | { readonly url: string };
  readonly uses: readonly {
    readonly part: string;
    readonly slot?: string;
    readonly page?: string;
  }[];
}

export interface DemoLibrary extends DemoOrganisation {
  readonly cycleId: string;
  readonly vobMember: boolean;
  readonly runsIdo: boolean;
  readonly locations: number;
  readonly expiresInDays: number;
  readonly auditInDays: number | null;
  /** Whether the certification body named the quarter, which is the one of the audit, else of the expiry. */
  readonly announced: boolean;
  readonly texts: readonly DemoText[];
  readonly answers: readonly DemoAnswer[];
  readonly plans: readonly DemoPlan[];
  readonly discussions: readonly DemoDiscussion[];
  readonly threads: readonly DemoThread[];
  readonly work: DemoWork;
  readonly evidence: readonly DemoEvidence[];
}

/** A library that has yet to begin. */
export const nothingYet = {
  texts: [],
  answers: [],
  plans: [],
  discussions: [],
  threads: [],
  work: { states: {}, assigned: [] },
  evidence: [],
} as const satisfies Partial<DemoLibrary>;

/** A year in titles and periods, so many after this one. */
export function year(after: number): number {
  return new Date().getFullYear() + after;
}

/** The whole of a year. */
export function inYear(after: number): readonly [string, string] {
  return [`${year(after)}-01-01`, `${year(after)}-12-31`];
}

type Boxes = Partial<Readonly<Record<PassageField, string>>>;

/** Texts of one part, written by one person on one day. */
export function texts(part: string, written: Written, boxes: Boxes): DemoText[] {
  return Object.entries(boxes).map(([field, body]) => ({
    part,
    field: field as PassageField,
    body,
    ...written,
  }));
}

/** A norm's own texts, and of its questions in order how it is and the library's own judgement, as far as written. */
export function norm(
  code: string,
  written: Written,
  boxes: Boxes,
  questions: readonly (readonly [practice: string, judgement?: string] | null)[] = [],
): DemoText[] {
  return [
    ...texts(code, written, boxes),
    ...questions.flatMap((question, index) =>
      question === null
        ? []
        : texts(`${code}.V${index + 1}`, written, {
            practice: question[0],
            ...(question[1] !== undefined && { judgement: question[1] }),
          }),
    ),
  ];
}
