import type { Locale } from "@toetssteen/norms";
import type {
  FrozenDiscussion,
  FrozenIndicator,
  FrozenNorm,
  FrozenPassage,
  FrozenPlan,
  FrozenQuestion,
} from "../submission/document.ts";
import { documentBlocks } from "./document-blocks.ts";
import { tableOf, type Block, type Rank } from "./outline.ts";
import { words, writeDay } from "./words.ts";

const underUnmet: readonly string[] = ["reason", "plan", "consequences"];

/** All that a library wrote to one norm; with its title where more norms are printed. */
export function normBlocks(locale: Locale, norm: FrozenNorm, isTitled: boolean): Block[] {
  const said = words[locale];
  const about = norm.passages.filter(({ field }) => !underUnmet.includes(field));
  const unmet = norm.passages.filter(({ field }) => underUnmet.includes(field));
  return [
    ...(isTitled ? [heading(1, norm.title[locale], said.norm(norm.code))] : []),
    { kind: "lead", text: norm.question[locale] },
    ...(norm.wording[locale] === "own" ? [note(said.ownWording)] : []),
    ...section(said.aboutNorm, [
      ...passageBlocks(locale, 3, about, null),
      ...documentBlocks(locale, 3, norm.evidence),
    ]),
    ...section(
      said.indicators,
      norm.indicators.flatMap((indicator) => indicatorBlocks(locale, indicator)),
    ),
    ...section(said.unmet, passageBlocks(locale, 3, unmet, norm.plan)),
    ...section(
      said.questions,
      norm.questions.flatMap((question) => questionBlocks(locale, norm, question)),
    ),
    ...section(said.discussed, discussionBlocks(locale, norm.discussions)),
  ];
}

function indicatorBlocks(locale: Locale, indicator: FrozenIndicator): Block[] {
  const said = words[locale];
  const { code, statement, verdict, neeLabel, explanation, passages, plan, evidence } = indicator;
  const answer = verdict === null ? said.undecided : said.verdicts[verdict];
  return [
    heading(3, statement[locale], code),
    {
      kind: "answer",
      text: neeLabel === null ? answer : `${answer} · ${said.neeLabels[neeLabel]}`,
    },
    ...textBlocks(explanation),
    ...passageBlocks(locale, 4, passages, plan),
    ...documentBlocks(locale, 4, evidence),
  ];
}

function questionBlocks(locale: Locale, norm: FrozenNorm, question: FrozenQuestion): Block[] {
  const said = words[locale];
  const { code, title, statement, derived, passages, evidence } = question;
  return [
    heading(3, title[locale], code),
    { kind: "lead", text: statement[locale] },
    ...(derived && norm.wording[locale] === "own" ? [note(said.derived)] : []),
    ...(passages.length === 0 ? [note(said.nothing)] : passageBlocks(locale, 4, passages, null)),
    ...documentBlocks(locale, 4, evidence),
  ];
}

/** Each box under its name; who carries out a plan stands with the plan, or in its place. */
export function passageBlocks(
  locale: Locale,
  rank: Rank,
  passages: readonly FrozenPassage[],
  plan: FrozenPlan | null,
): Block[] {
  const said = words[locale];
  const boxes = passages.map(({ field, body }) => ({ field, body }));
  if (plan !== null && !boxes.some(({ field }) => field === "plan")) {
    const place = boxes.findIndex(({ field }) => field === "consequences");
    boxes.splice(place === -1 ? boxes.length : place, 0, { field: "plan", body: "" });
  }
  return boxes.flatMap(({ field, body }) => [
    {
      kind: "heading",
      rank,
      text: rank === 4 && field === "reason" ? said.whyNee : said.boxes[field],
      isBox: true,
    },
    ...textBlocks(body),
    ...(field === "plan" && plan !== null ? planBlocks(locale, plan) : []),
  ]);
}

function planBlocks(locale: Locale, { owner, dueOn }: FrozenPlan): Block[] {
  const said = words[locale];
  return [
    {
      kind: "facts",
      facts: [
        ...(owner === null ? [] : [{ label: said.owner, value: owner }]),
        ...(dueOn === null ? [] : [{ label: said.dueOn, value: writeDay(locale, dueOn) }]),
      ],
    },
  ];
}

/** With whom a norm was discussed. */
export function discussionBlocks(
  locale: Locale,
  discussions: readonly FrozenDiscussion[],
): Block[] {
  if (discussions.length === 0) return [];
  const said = words[locale];
  return [
    tableOf(discussions, [
      { head: said.withWhom, share: 2, cell: ({ withWhom }) => withWhom },
      { head: said.withKind, share: 1, cell: ({ withKind }) => said.kinds[withKind] },
      {
        head: said.heldOn,
        share: 1,
        cell: ({ heldOn }) => (heldOn === null ? "–" : writeDay(locale, heldOn)),
      },
    ]),
  ];
}

function textBlocks(text: string): Block[] {
  return text.trim() === "" ? [] : [{ kind: "text", text }];
}

function section(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(2, title), ...blocks];
}

function heading(rank: Rank, text: string, number?: string): Block {
  return { kind: "heading", rank, text, ...(number !== undefined && { number }) };
}

function note(text: string): Block {
  return { kind: "note", text };
}
