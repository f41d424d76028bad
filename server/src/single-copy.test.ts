import "reflect-metadata";
import { createRequire } from "node:module";
import { GraphQLObjectType, GraphQLSchema } from "graphql";
import { buildSchemaSync, Field, ObjectType, Query, Resolver } from "type-graphql";
import { expect, test } from "vitest";

@ObjectType()
class Shelf {
  @Field(() => String)
  letter!: string;
}

@Resolver(() => Shelf)
class ShelfResolver {
  @Query(() => Shelf)
  shelf(): Shelf {
    return { letter: "A" };
  }
}

test("tests and libraries share one copy of graphql, as the server does", () => {
  const schema = buildSchemaSync({ resolvers: [ShelfResolver] });
  expect(schema).toBeInstanceOf(GraphQLSchema);
  expect(schema.getType("Shelf")).toBeInstanceOf(GraphQLObjectType);
  expect(createRequire(import.meta.url)("graphql")).toHaveProperty("GraphQLSchema", GraphQLSchema);
});

test("decorated classes carry their types, as they do after the compiler", () => {
  expect(Reflect.getMetadata("design:type", Shelf.prototype, "letter")).toBe(String);
  expect(Reflect.getMetadata("design:returntype", ShelfResolver.prototype, "shelf")).toBe(Shelf);
});
