import {
  getOperationAST,
  Kind,
  parse,
  validate,
  type FragmentDefinitionNode,
  type GraphQLSchema,
} from "graphql";
import { neededBy, type Needed } from "./access.ts";

/** Most documents remembered; a client that sends ever new ones only pushes others out. */
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
  const remembered = new Map<string, Needed | null>();
  return {
    plan(text, operationName) {
      // Written so that no two requests share it: who could make them would decide what the other is taken for.
      const key = JSON.stringify([operationName ?? null, text]);
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const made = make(schema, text, operationName);
      if (remembered.size >= mostRemembered)
        remembered.delete(remembered.keys().next().value ?? "");
      remembered.set(key, made);
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
