import {
  astFromValue,
  getNamedType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  valueFromASTUntyped,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";

type Values = Readonly<Record<string, unknown>>;

/**
 * Gives an operation's variables the defaults of fields that an input object leaves out: a compiled operation knows those
 * of arguments and of variables only.
 */
export function defaultsOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): (variables: Values) => Values {
  const objects = (operation.variableDefinitions ?? []).flatMap(({ variable, type }) => {
    const known = typeFromAST(schema, type as Parameters<typeof typeFromAST>[1]);
    return isInputType(known) && isInputObjectType(getNamedType(known))
      ? [{ name: variable.name.value, type: known }]
      : [];
  });
  if (objects.length === 0) return (variables) => variables;
  return (variables) => {
    const filled: Record<string, unknown> = { ...variables };
    for (const { name, type } of objects)
      if (filled[name] !== undefined) filled[name] = fill(type, filled[name]);
    return filled;
  };
}

function fill(type: GraphQLInputType, value: unknown): unknown {
  if (isNonNullType(type)) return fill(type.ofType, value);
  if (typeof value !== "object" || value === null) return value;
  if (isListType(type))
    return Array.isArray(value)
      ? value.map((one: unknown) => fill(type.ofType, one))
      : fill(type.ofType, value);
  if (!isInputObjectType(type)) return value;
  const filled: Record<string, unknown> = { ...value };
  for (const field of Object.values(type.getFields())) {
    if (filled[field.name] !== undefined) filled[field.name] = fill(field.type, filled[field.name]);
    else if (field.defaultValue !== undefined) {
      // As a client would write it: of an enum the name and not the value behind it.
      const written = astFromValue(field.defaultValue, field.type);
      if (written) filled[field.name] = valueFromASTUntyped(written);
    }
  }
  return filled;
}
