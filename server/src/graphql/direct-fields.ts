import {
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import { getMetadataStorage } from "type-graphql";

/**
 * type-graphql calls every field through a chain for middleware and validation that we don't use, and each argument makes
 * it a promise: on a page of a thousand fields that costs more than the fields. Here a field of an object of its own
 * class is read directly. Fields that need more (the context, an input object, a resolver class) stay as they are.
 */
export function readDirectly(schema: GraphQLSchema): void {
  const { objectTypes, fieldResolvers, inputTypes } = getMetadataStorage();
  const inputs = new Set<unknown>(inputTypes.map((type) => type.target));
  for (const { name, target, fields: described = [] } of objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    const fields = type.getFields();
    for (const { name: property, schemaName, middlewares = [], roles } of described) {
      const field = fields[schemaName];
      if (!field || middlewares.length > 0 || roles !== undefined) continue;
      const resolver = fieldResolvers.find(
        (candidate) => candidate.getObjectType?.() === target && candidate.methodName === property,
      );
      if (!resolver) {
        if (property === schemaName) delete field.resolve;
        continue;
      }
      const parameters = (resolver.params ?? []).toSorted((one, other) => one.index - other.index);
      const names = parameters.map((parameter) =>
        parameter.kind === "arg" && !inputs.has(parameter.getType()) ? parameter.name : undefined,
      );
      if (resolver.kind !== "internal" || names.includes(undefined)) continue;
      if (parameters.length === 0 && property === schemaName && isPlainGetter(target, property)) {
        // In place a compiled query reads a list five times and an object three times, and a getter makes it each time.
        if (isLeaf(field.type)) delete field.resolve;
        else field.resolve = (source) => (source as Record<string, unknown>)[property];
        continue;
      }
      const through = field.resolve;
      field.resolve = (source, values, context, info) => {
        // A plain row has no getters; type-graphql makes an object of the class from it.
        if (!(source instanceof target)) return through?.(source, values, context, info);
        const member: unknown = (source as Record<string, unknown>)[property];
        if (typeof member !== "function") return member;
        return member.apply(
          source,
          names.map((key) => (values as Record<string, unknown>)[key ?? ""]),
        );
      };
    }
  }
}

function isLeaf(type: GraphQLOutputType): boolean {
  return isLeafType(isNonNullType(type) ? type.ofType : type);
}

/**
 * A getter that is read like any property, which a compiled query does in place. Not one that gives a promise, which
 * must be waited for; nor of a class that is made without arguments, which may stand for a plain row without getters.
 */
function isPlainGetter(
  target: { readonly length: number; readonly prototype: object },
  property: string,
): boolean {
  const { prototype } = target;
  const described = Object.getOwnPropertyDescriptor(prototype, property);
  return (
    described !== undefined &&
    "get" in described &&
    target.length > 0 &&
    Reflect.getMetadata("design:type", prototype, property) !== Promise
  );
}
