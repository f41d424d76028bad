import { isUnionType, type GraphQLSchema } from "graphql";
import { getMetadataStorage } from "type-graphql";

/**
 * Names the type of a union's member at once: type-graphql gives a promise for it, which a compiled operation can't wait
 * for.
 */
export function nameTypesAtOnce(schema: GraphQLSchema): void {
  const { objectTypes, unions } = getMetadataStorage();
  const names = new Map<unknown, string>(objectTypes.map(({ target, name }) => [target, name]));
  for (const { name, resolveType } of unions) {
    const type = schema.getType(name);
    if (!isUnionType(type) || !resolveType) continue;
    type.resolveType = (member, context, info) =>
      names.get(resolveType(member, context, info, type));
  }
}
