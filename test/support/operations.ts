import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";

/** One root field, with a document that selects everything under it. */
export interface Operation {
  readonly name: string;
  readonly writes: boolean;
  /** About no organisation: who am I, what does my invitation open. */
  readonly aboutNobody: boolean;
  readonly document: string;
  readonly leaves: readonly Leaf[];
}

/** A place in the variables that takes one value. */
export interface Leaf {
  /** `Query.submission.id` or `InvitationInput.id`. */
  readonly place: string;
  readonly path: readonly string[];
  readonly isId: boolean;
  /** An id of something that is to be made, not of something that is there. */
  readonly isNew: boolean;
  /** `variablesFor` leaves it out. */
  readonly optional: boolean;
  readonly type: GraphQLInputType;
}

/**
 * Every root field of the schema.
 * @param choices.optional whether documents also take what may be left out
 */
export function operationsOf(
  schema: GraphQLSchema,
  choices: { optional: boolean } = { optional: false },
): Operation[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {}).map((field): Operation => {
      const kind = root === schema.getMutationType() ? "mutation" : "query";
      const leaves = field.args.map((argument) =>
        leavesOf(argument, `${root?.name}.${field.name}`, []).filter(
          ({ optional }) => choices.optional || !optional,
        ),
      );
      const taken = field.args.filter((_, place) => leaves[place]?.length);
      const declared = taken
        .map(({ name, type, defaultValue }) => {
          // Where there is a default, the variable may be left out too.
          const taken = defaultValue === undefined ? type : getNullableType(type);
          return `$${name}: ${String(taken)}`;
        })
        .join(", ");
      const given = taken.map((argument) => `${argument.name}: $${argument.name}`).join(", ");
      const [before, after] = taken.length > 0 ? [`(${declared})`, `(${given})`] : ["", ""];
      return {
        name: field.name,
        writes: kind === "mutation",
        aboutNobody: field.extensions["subject"] === "nobody",
        document: `${kind} ${before} { ${field.name}${after} ${selection(field.type, [])} }`,
        leaves: leaves.flat(),
      };
    }),
  );
}

function leavesOf(
  taken: GraphQLArgument | GraphQLInputField,
  owner: string,
  above: readonly string[],
): Leaf[] {
  const path = [...above, taken.name];
  const type = getNamedType(taken.type);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) => leavesOf(field, type.name, path));
  const isId = type.name === "ID";
  // What has a default or may be left out is left out, unless it could name somebody else's row.
  const optional = !isId && (!isNonNullType(taken.type) || taken.defaultValue !== undefined);
  const isNew = /made by the client/.test(taken.description ?? "");
  return [{ place: `${owner}.${taken.name}`, path, isId, isNew, optional, type: taken.type }];
}

/** Every field below, once along a path; with the arguments that a field must have. */
function selection(of: GraphQLOutputType, above: readonly string[]): string {
  const type = getNamedType(of);
  if (!isCompositeType(type)) return "";
  if (isUnionType(type)) {
    return `{ __typename ${type
      .getTypes()
      .map((member) => `... on ${member.name} ${selection(member, above)}`)
      .join(" ")} }`;
  }
  if (!isObjectType(type)) throw new Error(`Say in operations.ts how to select ${type.name}.`);
  const fields = Object.values(type.getFields()).filter(
    (field) => !above.includes(getNamedType(field.type).name),
  );
  const text = fields.map(
    (field) =>
      `${field.name}${required(field.args)} ${selection(field.type, [...above, type.name])}`,
  );
  // What came back is asked once: documents are bounded in how often they ask for fields of one name.
  const kind = above.length === 0 || text.length === 0 ? "__typename " : "";
  return `{ ${kind}${text.join(" ")} }`;
}

function required(args: readonly GraphQLArgument[]): string {
  const needed = args.filter(
    (argument) => isNonNullType(argument.type) && argument.defaultValue === undefined,
  );
  if (needed.length === 0) return "";
  return `(${needed.map((argument) => `${argument.name}: ${JSON.stringify(plainValue(argument.name, argument.type))}`).join(", ")})`;
}

/** Values for everything that is no id. A new argument needs an entry only when its type doesn't say enough. */
const plain: Readonly<Record<string, unknown>> = {
  aboutFrom: "2026-01-01",
  aboutTo: "2026-12-31",
  baseVersion: 1,
  code: "4",
  closesAt: "2099-01-01T00:00:00.000Z",
  email: "nieuw@example.org",
  indicator: "4.1",
  norm: "4",
  opensAt: "2020-01-01T00:00:00.000Z",
  token: "a".repeat(43),
};

function plainValue(name: string, type: GraphQLInputType): unknown {
  if (name in plain) return plain[name];
  const bare = getNullableType(type);
  if (isListType(bare)) return [plainValue(name, bare.ofType)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  const { name: kind } = getNamedType(bare);
  const byKind: Readonly<Record<string, unknown>> = { String: "tekst", Int: 1, Boolean: true };
  if (!(kind in byKind)) throw new Error(`Say in operations.ts what ${name} (${kind}) takes.`);
  return byKind[kind];
}

/** The variables of an operation. @param idFor the id for each place that takes one */
export function variablesFor(
  operation: Operation,
  idFor: (leaf: Leaf) => string,
): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  for (const leaf of operation.leaves.filter(({ optional }) => !optional)) {
    let into = variables;
    for (const name of leaf.path.slice(0, -1))
      into = (into[name] ??= {}) as Record<string, unknown>;
    const name = leaf.path.at(-1) ?? "";
    into[name] = leaf.isId ? idFor(leaf) : plainValue(name, leaf.type);
  }
  return variables;
}
