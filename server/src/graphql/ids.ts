import {
  defaultFieldResolver,
  GraphQLID,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";

/**
 * Ids mean the same in capitals. They are compared as text in many places, so they become small letters in this one, on
 * the way into every resolver; organisations that a document names do in `access.ts`, before there is a scope.
 */
export function withSmallIds(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.args.some((argument) => takesIds(argument.type))) continue;
      const { resolve = defaultFieldResolver, args } = field;
      field.resolve = (source, given, context, info) =>
        resolve(source, smallIn(args, given), context, info);
    }
  }
  return schema;
}

interface Declared {
  readonly name: string;
  readonly type: GraphQLInputType;
}

function smallIn(
  declared: readonly Declared[],
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const types = new Map(declared.map(({ name, type }) => [name, type]));
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, small(types.get(name), value)]),
  );
}

function small(type: GraphQLInputType | undefined, value: unknown): unknown {
  if (isNonNullType(type)) return small(type.ofType, value);
  if (isListType(type)) {
    const inner = type.ofType as GraphQLInputType;
    return Array.isArray(value) ? value.map((one) => small(inner, one)) : value;
  }
  if (isInputObjectType(type) && typeof value === "object" && value !== null)
    return smallIn(Object.values(type.getFields()), value as Record<string, unknown>);
  return type === GraphQLID && typeof value === "string" ? value.toLowerCase() : value;
}

function takesIds(type: GraphQLInputType): boolean {
  if (isNonNullType(type) || isListType(type)) return takesIds(type.ofType as GraphQLInputType);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).some((field) => takesIds(field.type));
  return type === GraphQLID;
}
