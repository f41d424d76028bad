import { pdfBlocks } from "./pdf-blocks.ts";
import { families } from "./typst.ts";

/**
 * How an outline looks on paper, in Typst. It is the same text for every document: what people wrote comes in as data
 * (`sys.inputs.data`, JSON), so nothing of it is ever read as Typst.
 */
export const pdfTemplate = String.raw`
#let outline-data = json(bytes(sys.inputs.data))
#let ink = rgb("#211c15")
#let soft = rgb("#655c4e")
#let rule = rgb("#ddd4c3")
#let accent = rgb("#0d5150")
${families}
#set document(title: outline-data.title + " · " + outline-data.library, author: outline-data.library, date: auto)
#set text(lang: outline-data.locale, font: reading, size: 10.5pt, fill: ink, hyphenate: false)
#set par(leading: 0.72em, spacing: 1.05em)
#set list(marker: ([•], [–], [·]), indent: 0.2em, body-indent: 0.6em)
#set enum(indent: 0.2em, body-indent: 0.6em)
#show list: set block(above: 0.95em, below: 0.95em)
#show enum: set block(above: 0.95em, below: 0.95em)
#set page(
  paper: "a4",
  margin: (x: 30mm, top: 26mm, bottom: 28mm),
  footer: context {
    set text(font: plain, size: 8.5pt, fill: soft)
    outline-data.library + " · " + outline-data.title
    h(1fr)
    outline-data.page + " " + counter(page).display() + " " + outline-data.of + " " + str(counter(page).final().first())
  },
)

// A word may be longer than a line, and what doesn't fit runs off the paper. A space without width to speak of lets it
// break, and leaves no trace in what is copied.
#let breakable(it, each) = it.text.clusters().chunks(each).map(piece => piece.join()).join(h(0.01pt))
#show regex("\S{40,}"): it => breakable(it, 8)

#show heading: set text(font: reading, weight: 600, hyphenate: false)
#show heading: set par(leading: 0.5em)
#show heading: set block(sticky: true)
// Of one norm the title is the heading of the first rank.
#let is-whole = outline-data.contents != none
#let level(rank) = if is-whole { rank } else { rank - 1 }
#show heading.where(level: level(1)): set text(size: 20pt)
#show heading.where(level: level(1)): set block(below: 0.8em)
#show heading.where(level: level(2)): set text(size: 14.5pt)
#show heading.where(level: level(2)): set block(above: 2.2em, below: 1em)
#show heading.where(level: level(3)): set text(size: 11.5pt)
#show heading.where(level: level(3)): set block(above: 1.8em, below: 0.8em)
#show title: set text(font: reading, size: 27pt, weight: 600)
#show title: set block(below: 0.5em)

#let number(it) = text(fill: accent, it) + " " + h(0.35em)
#let linked(address, it) = link(address, text(fill: accent, underline(offset: 0.18em, stroke: 0.4pt + accent, it)))
#let table-rule = 0.5pt + rule

#let facts(rows) = {
  set text(font: plain, size: 9pt)
  set par(leading: 0.55em)
  for (index, row) in rows.enumerate() {
    block(above: if index == 0 { 0.9em } else { 0.55em }, below: 0.55em, par(text(fill: soft, row.label + ": ") + row.value))
  }
}

#let table-of(columns, rows) = {
  set text(font: plain, size: 9pt)
  set par(leading: 0.55em)
  // A cell is narrower than a line.
  show regex("\S{22,}"): it => breakable(it, 4)
  show table.cell.where(y: 0): set text(weight: 600)
  show: block.with(breakable: rows.len() > 8)
  table(
    columns: columns.map(column => column.share * 1fr),
    inset: (x: 0pt, y: 6pt),
    column-gutter: 12pt,
    stroke: (_, y) => if y > 0 { (top: table-rule) },
    table.header(..columns.map(column => column.head)),
    ..rows.flatten().map(cell => if type(cell) == dictionary { linked(cell.address, cell.text) } else { cell }),
  )
}

${pdfBlocks}
#if is-whole { v(52mm) }
#par(text(font: plain, size: 10pt, fill: soft, outline-data.subtitle))
#v(-0.4em)
#title(outline-data.title)
#facts(outline-data.facts)
#if is-whole {
  pagebreak()
  heading(level: 1, outlined: false, outline-data.contents)
  show outline.entry.where(level: 1): set text(weight: 600)
  show outline.entry.where(level: 1): set block(above: 1.2em)
  // As Typst has it, but without the invisible character before the number of a page: what is copied or read aloud
  // from the document would have it before that digit everywhere.
  show outline.entry: it => link(
    it.element.location(),
    it.indented(it.prefix(), it.body() + h(1fr) + it.page()),
  )
  outline(title: none, depth: 2)
} else {
  v(1.2em)
}
#for it in outline-data.blocks {
  if is-whole and it.kind == "heading" and it.rank == 1 { pagebreak(weak: true) }
  show-block(it)
}
`;
