import { getOperationAST, Kind, parse, validate, visit } from "graphql";
import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import { mostFields, neededBy, type Needed } from "./access.ts";
import { Refusal } from "../refusal.ts";

/** Bytes of documents that are remembered, with what they need; one that comes ever new only pushes others out. */
const mostRemembered = 32 * 1024 * 1024;
/** Pieces of one document; also for Apollo, which reads what can't be planned once more to say what is wrong with it. */
export const mostTokens = 4_000;
/** Pairs of fields under one name, which validating compares with each other; the largest of our own has a few hundred. */
const mostAlike = 10_000;
/** What a letter of a document takes in memory once it is parsed, in bytes. */
const bytesPerLetter = 100;

export interface Planner {
  /**
   * What a document's operation needs, or null where the document is not valid.
   * @throws {Refusal} INVALID_DOCUMENT when it is too deep, too wide, or writes more than once
   */
  plan(text: string, operationName: string | undefined): Needed | null;
}

/**
 * Remembers plans by text, which is found quickly when it is one that the server keeps, and then by operation: two
 * requests that read alike must not share what they need, or who made the first would decide what the other is taken for.
 *
 * Anybody may send anything here, signed in or not. So only what turned out to be an operation of the document is kept:
 * the names in it are as many as the document is long, those that aren't are as many as somebody likes.
 */
export function createPlanner(schema: GraphQLSchema): Planner {
  const remembered = new LRUCache<string, Map<string | undefined, Needed>>({
    maxSize: mostRemembered,
    sizeCalculation: (ofText, text) => ofText.size * bytesPerLetter * (text.length + 1),
  });
  return {
    plan(text, operationName) {
      const ofText = remembered.get(text);
      const known = ofText?.get(operationName);
      if (known) return known;
      const made = make(schema, text, operationName);
      if (!made) return null;
      // A new map each time: only then is it measured anew.
      remembered.set(text, new Map(ofText).set(operationName, made));
      return made;
    },
  };
}

function make(
  schema: GraphQLSchema,
  text: string,
  operationName: string | undefined,
): Needed | null {
  let document: DocumentNode;
  try {
    // Without places: they would keep the whole text and each piece of it for as long as the plan.
    document = parse(text, { maxTokens: mostTokens, noLocation: true });
  } catch {
    return null;
  }
  requireSmall(document);
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  if (validate(schema, document, undefined, { maxErrors: 1 }).length > 0) return null;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  }
  return neededBy(schema, operation, fragments);
}

/**
 * Before it is validated, which nobody is signed in for and everybody waits for: it compares fields of one name in pairs.
 * @throws {Refusal} INVALID_DOCUMENT
 */
function requireSmall(document: DocumentNode): void {
  const byName = new Map<string, number>();
  let [fields, alike] = [0, 0];
  visit(document, {
    Field({ alias, name }) {
      const answeredAs = alias?.value ?? name.value;
      const before = byName.get(answeredAs) ?? 0;
      byName.set(answeredAs, before + 1);
      fields += 1;
      alike += before;
    },
  });
  if (fields > mostFields || alike > mostAlike) throw new Refusal("INVALID_DOCUMENT");
}
