/** One condition in SQL text, and what to put in its place so that it is no longer asked. */
export interface Condition {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly instead: "true" | "false";
}

/** What stands between two words that end a clause, at one depth of brackets. */
interface Segment {
  readonly from: number;
  /** The word that it comes after. */
  readonly after: string;
}

/** A condition follows these. */
const opening = new Set(["where", "on", "if", "when", "having", "and", "or"]);
const closing = new Set(
  `, ; select from join left right inner cross full then else end union group order limit returning set values as do
   begin for`.split(/\s+/),
);

const token = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|[A-Za-z_][A-Za-z_0-9.]*|\d+|\s+|./gs;

/**
 * The conditions of a statement or a function's body, each by itself: what stands between `and`s, `or`s and the ends of
 * their clause. Not asking for one of several that must hold is `true`; for one of several ways, or for a refusal
 * (`if`), it is `false`.
 */
export function conditionsOf(sql: string): Condition[] {
  const found: Condition[] = [];
  const outer: Segment[] = [];
  let segment: Segment = { from: 0, after: "" };
  let previous = "";
  let inRange = false;

  /** Ends the segment at `at`, because of the word that stands there. */
  const cut = (at: number, by: string) => {
    found.push(...conditionIn(sql, segment, at, by));
    segment = { from: at + by.length, after: by };
  };

  for (const { 0: raw, index } of sql.matchAll(token)) {
    if (/^(\s|--)/.test(raw)) continue;
    const word = raw.toLowerCase();
    if (word === "(" || word === "[") {
      outer.push(segment);
      segment = { from: index + 1, after: "" };
    } else if (word === ")" || word === "]") {
      cut(index, word);
      segment = outer.pop() ?? segment;
    } else if (word === "conflict" && previous === "on") {
      segment = { from: index, after: word };
    } else if (word === "and" && inRange) {
      inRange = false;
    } else if (
      (opening.has(word) || closing.has(word)) &&
      !isPartOfAnother(sql, index, word, previous)
    ) {
      cut(index, word);
    }
    inRange ||= word === "between";
    previous = word;
  }
  cut(sql.length, "");
  return found.toSorted((one, other) => one.from - other.from);
}

/** `is distinct from`, and the functions `left()` and `right()`. */
function isPartOfAnother(sql: string, index: number, word: string, previous: string): boolean {
  if (word === "from") return previous === "distinct";
  return (word === "left" || word === "right") && sql[index + word.length] === "(";
}

function conditionIn(sql: string, { from, after }: Segment, to: number, by: string): Condition[] {
  const joined = by === "and" || by === "or";
  const raw = sql.slice(from, to);
  const text = raw.trim();
  const literal = /^'[^']*'$/.test(text);
  if (text === "" || literal || !(opening.has(after) || joined)) return [];
  const way = after === "or" || by === "or" || (after === "if" && !joined);
  const start = from + raw.indexOf(text);
  return [{ from: start, to: start + text.length, text, instead: way ? "false" : "true" }];
}
