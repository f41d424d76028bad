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
  const { forFields } = createSmallLetters();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const smallIn = forFields(field.args);
      if (!smallIn) continue;
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (source, given, context, info) =>
        resolve(source, smallIn(given) as typeof given, context, info);
    }
  }
  return schema;
}

interface Declared {
  readonly name: string;
  readonly type: GraphQLInputType;
}
/** Gives a value with the ids in it in small letters. */
type InSmall = (value: unknown) => unknown;

/** Works out once per type where ids are; null where there are none. */
function createSmallLetters() {
  const known = new Map<GraphQLInputType, InSmall | null>();

  const forFields = (declared: readonly Declared[]): InSmall | null => {
    const withIds = declared.flatMap(({ name, type }) => {
      const smallIn = forType(type);
      return smallIn ? [{ name, smallIn }] : [];
    });
    if (withIds.length === 0) return null;
    return (given) => {
      if (typeof given !== "object" || given === null) return given;
      const small: Record<string, unknown> = { ...given };
      for (const { name, smallIn } of withIds)
        if (name in small) small[name] = smallIn(small[name]);
      return small;
    };
  };

  const forType = (type: GraphQLInputType): InSmall | null => {
    const found = known.get(type);
    if (found !== undefined) return found;
    let smallIn: InSmall | null = null;
    // A type that holds its own kind meets itself before it is done.
    known.set(type, (value) => smallIn?.(value) ?? value);
    smallIn = make(type);
    known.set(type, smallIn);
    return smallIn;
  };

  const make = (type: GraphQLInputType): InSmall | null => {
    if (isNonNullType(type)) return forType(type.ofType);
    if (isListType(type)) {
      const inner = forType(type.ofType as GraphQLInputType);
      return inner && ((value) => (Array.isArray(value) ? value.map(inner) : value));
    }
    if (isInputObjectType(type)) return forFields(Object.values(type.getFields()));
    return type === GraphQLID
      ? (value) => (typeof value === "string" ? value.toLowerCase() : value)
      : null;
  };

  return { forFields };
}
