import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** A document that asks for one field, on one of the ways that lead to it. */
export interface FieldDocument {
  /** Every field on the way as `Type.field`, from the root to the one asked for. */
  readonly path: readonly string[];
  /** What it asks for below that field: nothing, or in a whole document everything. */
  readonly below: readonly string[];
  readonly text: string;
  /** Names of the root field's arguments that it takes as variables. */
  readonly takes: readonly string[];
  /** What stands at the end of the way, wherever lists branch; without what is null. */
  found(data: unknown): unknown[];
}

interface Step {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  /** Whether a union was narrowed to this type on the way. */
  readonly narrowed: boolean;
}

interface Arguments {
  /** Of root fields, passed although they may be left out. */
  readonly also: readonly string[];
  /** Required ones below the root. */
  readonly values: Readonly<Record<string, string>>;
}

/** Every type that has fields, but the ones that GraphQL brings along. */
export function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith("__"));
}

/** A document for every field, and a whole one for every field with fields, on every way that passes no type twice. */
export function fieldDocuments(schema: GraphQLSchema, given: Arguments): FieldDocument[] {
  const documents: FieldDocument[] = [];
  const follow = (way: readonly Step[], type: GraphQLObjectType, narrowed: boolean): void => {
    if (way.some((step) => step.type === type)) return;
    for (const field of Object.values(type.getFields())) {
      const further = [...way, { type, field, narrowed }];
      const leaf = isLeafType(getNamedType(field.type));
      documents.push(write(further, [], leaf ? "" : " { __typename }", given));
      if (leaf) continue;
      const all = everythingBelow(schema, further, given);
      documents.push(write(further, all.fields, all.text, given));
      for (const next of typesOf(schema, field))
        follow(further, next, isAbstractType(getNamedType(field.type)));
    }
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    if (root) follow([], root, false);
  return documents;
}

function typesOf(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
): readonly GraphQLObjectType[] {
  const type = getNamedType(field.type);
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

/** The selection of all that is below the end of a way, and the fields in it. */
function everythingBelow(
  schema: GraphQLSchema,
  way: readonly Step[],
  given: Arguments,
): { text: string; fields: string[] } {
  const end = way.at(-1)?.field;
  const types = end ? typesOf(schema, end) : [];
  const fields: string[] = [];
  const parts = types
    .filter((type) => way.every((step) => step.type !== type))
    .map((type) => {
      const own = Object.values(type.getFields()).map((field) => {
        const called = `${field.name}${passed(field.args.flatMap(chosen(given)))}`;
        fields.push(`${type.name}.${field.name}`);
        if (isLeafType(getNamedType(field.type))) return called;
        const further = everythingBelow(schema, [...way, { type, field, narrowed: false }], given);
        fields.push(...further.fields);
        return `${called}${further.text}`;
      });
      return types.length > 1 ? `... on ${type.name} { ${own.join(" ")} }` : own.join(" ");
    });
  // Everybody's documents are bounded in how often they ask for fields of one name.
  return { text: ` { ${parts.join(" ") || "__typename"} }`, fields };
}

function write(
  way: readonly Step[],
  below: readonly string[],
  selection: string,
  given: Arguments,
): FieldDocument {
  const [root] = way;
  if (!root) throw new Error("A way has at least its root field.");
  const taken = root.field.args.filter(
    (argument) => isRequiredArgument(argument) || given.also.includes(argument.name),
  );
  const text = way.toReversed().reduce((inner, { type, field, narrowed }) => {
    const args =
      field === root.field
        ? taken.map(({ name }) => `${name}: $${name}`)
        : field.args.flatMap(chosen(given));
    const called = `${field.name}${passed(args)}${inner}`;
    return narrowed ? ` { ... on ${type.name} { ${called} } }` : ` { ${called} }`;
  }, selection);
  const declared = taken.map(({ name, type }) => `$${name}: ${String(type)}`);
  return {
    path: way.map(({ type, field }) => `${type.name}.${field.name}`),
    below,
    text: `${root.type.name.toLowerCase()}${passed(declared)}${text}`,
    takes: taken.map(({ name }) => name),
    found: (data) =>
      way.reduce<unknown[]>(
        (here, { field }) =>
          here.flatMap((value) => {
            const next = (value as Record<string, unknown> | null | undefined)?.[field.name];
            return (Array.isArray(next) ? next : [next]).filter((one) => one != null);
          }),
        [data],
      ),
  };
}

const passed = (args: readonly string[]) => (args.length > 0 ? `(${args.join(", ")})` : "");

function chosen({ values }: Arguments) {
  return (argument: GraphQLArgument): string[] => {
    if (!isRequiredArgument(argument)) return [];
    const value = values[argument.name];
    if (value === undefined) throw new Error(`Say what to pass for ${argument.name}.`);
    return [`${argument.name}: ${value}`];
  };
}
