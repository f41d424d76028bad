import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
  Kind,
  parse,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

const root = join(import.meta.dirname, "../..");

/** The schema as it is committed. */
export function servedSchema(): GraphQLSchema {
  return buildSchema(readFileSync(join(root, "server/schema.graphql"), "utf8"), {
    assumeValid: true,
  });
}

/** The text of a document that the pages send, by the name of its operation. */
export function pageDocument(operation: string): string {
  const file = join(root, "web/src/gql/persisted-documents.json");
  const documents = Object.values(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>);
  const found = documents.find((text) => text.includes(`query ${operation}(`));
  if (found === undefined) throw new Error(`No page asks ${operation}.`);
  return found;
}

/** Every field that a document selects, as `Type.field`. */
export function selectedFields(schema: GraphQLSchema, document: string): Set<string> {
  const selected = new Set<string>();
  walk(schema, document, (type, field) => selected.add(`${type.name}.${field}`));
  return selected;
}

/** An answer to a document in which every text and day is one of a kind, and every list holds one of each. */
export interface FakeAnswer {
  readonly data: Record<string, unknown>;
  readonly texts: readonly string[];
  /** YYYY-MM-DD. */
  readonly days: readonly string[];
}

/** @param given texts that have a form of their own, by the name of their field */
export function fakeAnswer(
  schema: GraphQLSchema,
  document: string,
  given: Readonly<Record<string, string>>,
): FakeAnswer {
  let made = 0;
  const leaf = (type: GraphQLOutputType, field: string): unknown => {
    made += 1;
    switch (getNamedType(type).name) {
      case "Boolean":
        return true;
      case "Int":
        return 2;
      case "LocalDate":
        return new Date(Date.UTC(2031, 0, made)).toISOString().slice(0, 10);
      case "ID":
        return `id-${made}`;
      default:
        return given[field] ?? `kanarie${String(made).padStart(4, "0")}x`;
    }
  };
  const data = walk(schema, document, () => undefined, leaf);
  // Looked up in what was made: a field that is selected twice is there once.
  const all = JSON.stringify(data);
  return {
    data,
    texts: [...new Set(all.match(/kanarie\d+x/g))],
    days: [...new Set(all.match(/\b20\d\d-\d\d-\d\d\b/g))],
  };
}

/** Follows a document through the schema; what it gives has the shape of an answer. */
function walk(
  schema: GraphQLSchema,
  document: string,
  visit: (type: GraphQLObjectType, field: string) => void,
  leaf: (type: GraphQLOutputType, field: string) => unknown = () => null,
): Record<string, unknown> {
  const { definitions } = parse(document);
  const operation = definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = new Map(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment.selectionSet]),
  );
  const valuesOf = (type: GraphQLObjectType, set: SelectionSetNode): Record<string, unknown>[] => {
    // One for each value of an enum in it: of a list, all are there.
    let made: Record<string, unknown>[] = [{}];
    for (const selection of enumsFirst(type, set)) {
      if (selection.kind !== Kind.FIELD) {
        const inner =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? fragments.get(selection.name.value)
            : selection.selectionSet;
        if (inner)
          made = made.flatMap((one) => valuesOf(type, inner).map((more) => ({ ...one, ...more })));
        continue;
      }
      const name = selection.name.value;
      if (name === "__typename") {
        made = made.map((one) => ({ ...one, __typename: type.name }));
        continue;
      }
      visit(type, name);
      const field = type.getFields()[name];
      if (!field) throw new Error(`${type.name} has no ${name}.`);
      const of = getNamedType(field.type);
      const isList = isListType(getNullableType(field.type));
      made = made.flatMap((one) => {
        if (isObjectType(of) && selection.selectionSet) {
          const values = valuesOf(of, selection.selectionSet);
          return [{ ...one, [name]: isList ? values : values[0] }];
        }
        if (isEnumType(of))
          return of.getValues().map(({ name: value }) => ({ ...one, [name]: value }));
        return [{ ...one, [name]: leaf(field.type, name) }];
      });
    }
    return made;
  };
  const query = schema.getQueryType();
  if (!operation || !query) throw new Error("No query to answer.");
  return valuesOf(query, operation.selectionSet)[0] ?? {};
}

/** So that what else is in an object is made for each value. */
function enumsFirst(type: GraphQLObjectType, { selections }: SelectionSetNode): SelectionNode[] {
  const isEnum = (one: SelectionNode) => {
    const field = one.kind === Kind.FIELD ? type.getFields()[one.name.value] : undefined;
    return field !== undefined && isEnumType(getNamedType(field.type));
  };
  return selections.toSorted((one, other) => Number(isEnum(other)) - Number(isEnum(one)));
}
