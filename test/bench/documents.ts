import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Kind, parse, print, type DefinitionNode, type OperationDefinitionNode } from "graphql";

/** A document that our server knows by its hash. */
export interface KnownDocument {
  readonly hash: string;
  readonly text: string;
}

const built = new URL("../../web/dist/persisted-documents.json", import.meta.url);

/** What our pages ask, as the browser sends it: from the build that is served. */
function builtDocument(operation: string): string {
  const all: string[] = Object.values(JSON.parse(readFileSync(built, "utf8")));
  const found = all.find((text) => new RegExp(`(?:query|mutation) ${operation}\\b`).test(text));
  if (found === undefined) throw new Error(`The web application asks no ${operation}.`);
  return found;
}

/** Two queries that a page asks beside each other, as one. */
function together(name: string, one: string, other: string): string {
  const definitions = [one, other].flatMap((text) => parse(text).definitions);
  const isOperation = (node: DefinitionNode): node is OperationDefinitionNode =>
    node.kind === Kind.OPERATION_DEFINITION;
  const operations = definitions.filter(isOperation);
  const [first] = operations;
  if (!first) throw new Error("A document has no operation.");
  const variables = new Map(
    operations
      .flatMap(({ variableDefinitions = [] }) => variableDefinitions)
      .map((definition) => [definition.variable.name.value, definition]),
  );
  return print({
    kind: Kind.DOCUMENT,
    definitions: [
      ...definitions.filter((node) => !isOperation(node)),
      {
        ...first,
        name: { kind: Kind.NAME, value: name },
        variableDefinitions: [...variables.values()],
        selectionSet: {
          kind: Kind.SELECTION_SET,
          selections: operations.flatMap(({ selectionSet }) => selectionSet.selections),
        },
      },
    ],
  });
}

/** The page of a norm for a client that wants what is asked and answered, and nothing of what stands beside it. */
const half = `query HalfPage($organisationId: ID!, $norm: String!, $locale: Locale!) {
  selfEvaluation(organisationId: $organisationId) {
    organisation { id }
    cycle { id }
    norm(code: $norm) {
      code title(locale: $locale) question(locale: $locale)
      indicators {
        code statement(locale: $locale) guidance(locale: $locale) placeholder(locale: $locale)
        answer {
          id verdict neeLabel explanation version workState canAnswer changedAt
          assignee { personId name } changedBy { personId name }
        }
      }
      questions {
        code title(locale: $locale) statement(locale: $locale)
        passages { id field body version canWrite changedAt changedBy { personId name } }
      }
    }
  }
}`;

const known = (text: string): KnownDocument => ({ text, hash: hashOf(text) });

/** By operation of the bench. */
export const documents = {
  page: known(together("Page", builtDocument("NormPage"), builtDocument("NormMargin"))),
  half: known(half),
  home: known(builtDocument("Overview")),
  evidence: known(builtDocument("EvidenceList")),
  members: known(builtDocument("Overseen")),
  search: known(builtDocument("Search")),
  answer: known(builtDocument("AnswerIndicator")),
} as const;
export type OperationKey = keyof typeof documents;

export function hashOf(document: string): string {
  return createHash("sha256").update(document).digest("hex");
}
