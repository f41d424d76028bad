import type { TextBlock, TextRun } from "@toetssteen/text";
import type { Block } from "./outline.ts";

/*
 * What becomes of each kind in Typst. A kind that is left out doesn't compile: Typst itself would only say so when
 * somebody prints it. A function of what holds others is given a second one, which shows what is in it.
 */

const runs: Readonly<Record<TextRun["kind"], string>> = {
  words: "(it, inside) => it.words",
  break: "(it, inside) => linebreak()",
  strong: "(it, inside) => strong(inside(it.runs))",
  emphasis: "(it, inside) => emph(inside(it.runs))",
  link: "(it, inside) => linked(it.address, inside(it.runs))",
};

const texts: Readonly<Record<TextBlock["kind"], string>> = {
  paragraph: "(it, inside) => par(show-runs(it.runs))",
  list: String.raw`(it, inside) => {
    // An item of one line stands close to the next, as it was typed.
    let item(blocks) = if blocks.len() == 1 and blocks.first().kind == "paragraph" {
      show-runs(blocks.first().runs)
    } else { inside(blocks) }
    let items = it.items.map(item)
    if it.isOrdered { enum(start: it.start, spacing: 0.9em, ..items) } else { list(spacing: 0.9em, ..items) }
  }`,
};

const blocks: Readonly<Record<Block["kind"], string>> = {
  heading: String.raw`it => {
    let is-box = "isBox" in it
    show heading: set text(font: plain, size: 9.5pt, fill: soft) if is-box
    show heading: set block(above: 1.4em, below: 0.6em) if is-box
    let before = if "number" in it { number(it.number) }
    heading(level: level(it.rank), outlined: not is-box, bookmarked: not is-box, before + it.text)
  }`,
  lead: `it => block(sticky: true, par(text(style: "italic", it.text)))`,
  note: `it => block(sticky: true, par(text(font: plain, size: 8.5pt, fill: soft, it.text)))`,
  answer: `it => block(sticky: true, par(text(font: plain, weight: 600, it.text)))`,
  // Libraries write in Dutch, whatever language is around it.
  text: `it => { set text(lang: "nl"); show-texts(it.tree) }`,
  facts: "it => facts(it.facts)",
  table: "it => table-of(it.columns, it.rows)",
};

/** Shows blocks, with what `pdf-template.ts` says before it. */
export const pdfBlocks = String.raw`
#let run-kinds = ${dictionary(runs)}
#let show-runs(all) = all.map(it => (run-kinds.at(it.kind))(it, show-runs)).join()
#let text-kinds = ${dictionary(texts)}
#let show-texts(all) = all.map(it => (text-kinds.at(it.kind))(it, show-texts)).join()
#let block-kinds = ${dictionary(blocks)}
#let show-block(it) = (block-kinds.at(it.kind))(it)
`;

function dictionary(kinds: Readonly<Record<string, string>>): string {
  return `(\n${Object.entries(kinds)
    .map(([kind, shown]) => `  "${kind}": ${shown},`)
    .join("\n")}\n)`;
}
