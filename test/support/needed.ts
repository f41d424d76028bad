import { neededBy, type Needed } from "@toetssteen/server/graphql/access";
import { createSchema } from "@toetssteen/server/register/schema";
import {
  getOperationAST,
  Kind,
  parse,
  validate,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from "graphql";
import { expect } from "vitest";

const schema = createSchema();

/** What a document of the served schema needs. */
export function needed(text: string, operationName?: string): Needed {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  return neededBy(
    schema,
    getOperationAST(document, operationName) as OperationDefinitionNode,
    fragments,
  );
}

export function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

/** A refusal with that code. */
export const refuses = (code: string): unknown =>
  expect.objectContaining({ extensions: expect.objectContaining({ code }) });
