import {
  getOperationAST,
  Kind,
  parse,
  validate,
  type FragmentDefinitionNode,
  type GraphQLSchema,
} from "graphql";
import { neededBy, type Needed } from "./access.ts";

/** Most operations remembered; a client that sends ever new ones only pushes others out. */
const mostRemembered = 1_000;
const mostTokens = 4_000;

export interface Planner {
  /**
   * What a document's operation needs, or null where the document is not valid.
   * @throws {Refusal} INVALID_DOCUMENT when it is too deep, too wide, or writes more than once
   */
  plan(text: string, operationName: string | undefined): Needed | null;
}

export function createPlanner(schema: GraphQLSchema): Planner {
  // By text, which is found quickly when it is one that the server keeps, and then by operation: two requests that read
  // alike must not share what they need, or who made the first would decide what the other is taken for.
  const remembered = new Map<string, Map<string | undefined, Needed | null>>();
  let count = 0;
  const forgetFirst = () => {
    const [first] = remembered;
    if (!first) return;
    remembered.delete(first[0]);
    count -= first[1].size;
  };
  return {
    plan(text, operationName) {
      const known = remembered.get(text)?.get(operationName);
      if (known !== undefined) return known;
      const made = make(schema, text, operationName);
      if (count >= mostRemembered) forgetFirst();
      const ofText = remembered.get(text) ?? new Map<string | undefined, Needed | null>();
      remembered.set(text, ofText.set(operationName, made));
      count += 1;
      return made;
    },
  };
}

function make(
  schema: GraphQLSchema,
  text: string,
  operationName: string | undefined,
): Needed | null {
  let document;
  try {
    document = parse(text, { maxTokens: mostTokens });
  } catch {
    return null;
  }
  if (validate(schema, document, undefined, { maxErrors: 1 }).length > 0) return null;
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  }
  return neededBy(schema, operation, fragments);
}
