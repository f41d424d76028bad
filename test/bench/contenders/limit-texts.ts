import { kwaliteitInBeeld2 } from "@toetssteen/norms";
import { snippetOf, marked } from "@toetssteen/server/search/snippet";
import { wordsIn } from "@toetssteen/server/search/words";
import { searchText } from "../asked.ts";
import type { Statements } from "./limit-statements.ts";

const norms = kwaliteitInBeeld2.norms;

/** What the pages show of the norm doesn't change, so it is written once. */
const normFour = JSON.stringify(
  norms
    .filter(({ code }) => code === "4")
    .map(({ code, title, question, indicators, questions }) => ({
      code,
      title: title.nl,
      question: question.nl,
      indicators: indicators.map((indicator) => ({
        code: indicator.code,
        statement: indicator.statement.nl,
        guidance: indicator.guidance?.nl ?? null,
        placeholder: indicator.placeholder?.nl ?? null,
      })),
      questions: questions.map((asked) => ({
        code: asked.code,
        title: asked.title.nl,
        statement: asked.statement.nl,
        slots: asked.slots.map((slot) => ({ code: slot.code, label: slot.label.nl })),
      })),
    }))[0],
);
const everyNorm = JSON.stringify(
  norms.map(({ code, title, indicators }) => ({
    code,
    title: title.nl,
    indicators: indicators.map((indicator) => indicator.code),
  })),
);
const words = wordsIn(searchText);

interface Hit {
  kind: string;
  text: string;
  isCutBefore: boolean;
  isCutAfter: boolean;
  files: string[];
}

const asIs = (row: string) => `{"data":${row}}`;

/** From what the database answered to what is sent. */
export const finishers: Readonly<Record<keyof Statements, (row: string) => string>> = {
  page: (row) => `{"data":{"norm":${normFour},${row.slice(1)}}`,
  home: (row) => `{"data":{"norms":${everyNorm},${row.slice(1)}}`,
  evidence: asIs,
  members: asIs,
  answer: asIs,
  search(row) {
    const hits = JSON.parse(row) as Hit[];
    const data = hits.map(({ text, isCutBefore, isCutAfter, ...hit }) => ({
      ...hit,
      snippet:
        hit.kind === "document"
          ? marked(text, words)
          : snippetOf({ text, isCutBefore, isCutAfter }, words),
      files: hit.files.map((name) => marked(name, words)),
    }));
    return JSON.stringify({ data });
  },
};
