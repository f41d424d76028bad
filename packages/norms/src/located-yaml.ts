/** Reads YAML, and JSON as a part of it, and remembers on which line everything stood. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type ParsedNode,
  type YAMLError,
} from "yaml";

/** A place in a file, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Path = readonly PropertyKey[];

/** What a text says and where; or why it can't be read. */
export type LocatedYaml =
  | { readonly ok: true; readonly value: unknown; readonly positionOf: (path: Path) => Position }
  | { readonly ok: false; readonly errors: readonly (Position & { readonly message: string })[] };

/** Reads one YAML or JSON document. Keys are always text: 4.10 as a key stays '4.10'. */
export function readYaml(text: string): LocatedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
  });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0)
    return { ok: false, errors: problems.map((problem) => located(problem, at)) };
  try {
    return { ok: true, value: document.toJS(), positionOf: (path) => at(offsetOf(document, path)) };
  } catch (error) {
    // An alias that stands for far more than it says, or for nothing.
    return {
      ok: false,
      errors: [
        { line: 1, column: 1, message: error instanceof Error ? error.message : String(error) },
      ],
    };
  }
}

function located({ pos, code, message }: YAMLError, at: (offset: number) => Position) {
  return { ...at(pos[0]), message: inDutch[code] ?? message };
}

/** What people run into most; the reader says the rest in English. */
const inDutch: { readonly [code: string]: string } = {
  DUPLICATE_KEY: "dit veld staat er twee keer",
  MULTIPLE_DOCS: "het bestand bevat meer dan één document",
  TAB_AS_INDENT: "spring in met spaties, niet met een tab",
  TAG_RESOLVE_FAILED: "labels met een uitroepteken kunnen hier niet",
  MISSING_CHAR: "er ontbreekt een haakje, aanhalingsteken, komma of dubbele punt",
};

/** Where the last part of a path stands that is in the file: its key in a map, itself in a list. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: ParsedNode | null = document.contents;
  let offset = node?.range[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = (node.resolve(document) as ParsedNode | undefined) ?? null;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === String(step));
      if (pair === undefined) return offset;
      offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      const item: ParsedNode | undefined = node.items[Number(step)];
      if (item === undefined) return offset;
      offset = item.range[0];
      node = item;
    } else {
      return offset;
    }
  }
  return offset;
}
