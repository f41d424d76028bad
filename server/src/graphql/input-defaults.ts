import {
  astFromValue,
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
 * The variables with the defaults of fields that an input object leaves out: a compiled query knows those of arguments
 * and of variables only.
 */
export function withDefaults(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Values,
): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...variables };
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const known = typeFromAST(schema, type as Parameters<typeof typeFromAST>[1]);
    if (isInputType(known) && filled[variable.name.value] !== undefined)
      filled[variable.name.value] = fill(known, filled[variable.name.value]);
  }
  return filled;
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
