/** What for a parser of Markdown is much work, each repeated to a length. */
export const hostile = [
  ["dashes", "- "],
  ["numbers", "1. "],
  ["rows of dashes", "- - - - - a\n"],
  ["items", "- - - a\n"],
  ["items of their own", "- *a*\n"],
  ["deeper and deeper items", (n: number) => `${" ".repeat(2 * (n % 60))}- a\n`],
  ["stars", "**a*b "],
  ["stars before letters", "*a"],
  ["stars, lines and low lines", "*\n_"],
  ["paragraphs of a star", "*a*\n\n"],
  ["brackets", "["],
  ["brackets and their ends", (n: number) => (n % 2 === 0 ? "[" : "]")],
  ["brackets that all open first", (n: number, of: number) => (n < of / 2 ? "[" : "]")],
  ["links", "[a]("],
  ["addresses", "www."],
  ["addresses after low lines", "_www."],
  ["beginnings of mail", "a.a@"],
  ["dots before a mail", (n: number) => (n === 0 ? "@" : "a.")],
  ["slashes", "http://a"],
  ["angles", "<http://a "],
  ["backslashes", "\\*"],
  ["spaces", (n: number) => (n === 0 ? "*a" : " ")],
  ["spaces between two letters", (n: number, of: number) => (n === 0 || n > of - 3 ? "a" : " ")],
  ["spaces in lines", "*    \n   "],
] as const;
type Part = string | ((n: number, of: number) => string);

export function made(part: Part, length: number): string {
  const one = typeof part === "string" ? part.length : 2;
  const count = Math.ceil(length / one);
  const piece = (n: number) => (typeof part === "string" ? part : part(n, count));
  return Array.from({ length: count }, (_, n) => piece(n))
    .join("")
    .slice(0, length);
}

/** What for a merge is much work: texts that have nothing in common but everything twice. */
export const unlike = [
  ["one letter", "a ", "b "],
  ["two letters", "a b ", "b a "],
  ["signs", ".!", "!."],
  ["sentences", "a. ", "b. "],
  ["lines", "a\n", "\nb"],
  ["emoji", "👨‍👩‍👧‍👦 ", "👨‍👩‍👧 "],
] as const;
