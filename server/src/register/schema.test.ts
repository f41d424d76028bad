import { readFile } from "node:fs/promises";
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { describe, expect, test } from "vitest";
import { actionOf, withoutRule } from "../graphql/access.ts";
import { actions, type Action } from "../rights/actions.ts";
import { schemaText } from "./emit-schema.ts";
import { createSchema } from "./schema.ts";

/** What is served, walked: closed by default, and the same as what was reviewed. */
const schema = createSchema();
const objects = (of: GraphQLSchema) =>
  Object.values(of.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith("__"),
  ) as GraphQLObjectType[];
const roots = [schema.getQueryType(), schema.getMutationType()] as GraphQLObjectType[];
const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields());

test("no input holds one of its own kind: compiling a query for it takes seconds", () => {
  const below = (type: GraphQLNamedInputType, above: readonly string[]): string[] => {
    if (!isInputObjectType(type)) return [];
    if (above.includes(type.name)) return [[...above, type.name].join(" > ")];
    return Object.values(type.getFields()).flatMap((field) =>
      below(getNamedType(field.type), [...above, type.name]),
    );
  };
  const inputs = Object.values(schema.getTypeMap()).filter((type) => isInputObjectType(type));
  expect(inputs.flatMap((type) => below(type, []))).toEqual([]);
  expect(inputs.length).toBeGreaterThan(10);
});

describe("every field that is served", () => {
  test("has a rule of access", () => {
    expect(withoutRule(schema)).toEqual([]);
    expect(
      objects(schema).flatMap((type) => fieldsOf(type).map((field) => actionOf(type, field)))
        .length,
    ).toBeGreaterThan(50);
  });

  test("of the root says for itself what it needs and about whom", () => {
    for (const type of roots) {
      for (const field of fieldsOf(type)) {
        expect(Object.keys(actions), field.name).toContain(field.extensions["action"]);
        expect(
          placesOfOrganisation(field) + (field.extensions["subject"] === undefined ? 0 : 1),
          field.name,
        ).toBe(1);
      }
    }
  });

  test("below the root takes no organisation of its own, which nobody would check", () => {
    const below = objects(schema).filter((type) => !roots.includes(type));
    const taking = below.flatMap((type) =>
      fieldsOf(type)
        .filter((field) => placesOfOrganisation(field) > 0)
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(taking).toEqual([]);
  });

  test("belongs to a plain type: a rule on an interface could be laxer than on what stands behind it", () => {
    expect(Object.values(schema.getTypeMap()).filter((type) => isInterfaceType(type))).toEqual([]);
  });

  test("leads to nowhere that the server pushes by itself", () => {
    expect(schema.getSubscriptionType()).toBeUndefined();
  });
});

/** How often a field's arguments can name an organisation that it is about. */
function placesOfOrganisation(field: GraphQLField<unknown, unknown>): number {
  return field.args.filter((argument) => {
    const type = getNamedType(argument.type);
    return (
      argument.name === "organisationId" ||
      (isInputObjectType(type) && "organisationId" in type.getFields())
    );
  }).length;
}

/** What other entrances than GraphQL ask for. */
const elsewhere: readonly Action[] = ["file.read"];

test("every action is needed by some field, or at another entrance", () => {
  const needed = new Set<Action>(
    objects(schema).flatMap((type) => fieldsOf(type).map((field) => actionOf(type, field))),
  );
  expect([...needed, ...elsewhere].toSorted()).toEqual(Object.keys(actions).toSorted());
});

test("the schema that was reviewed is the one that is served", async () => {
  expect(await readFile(new URL("../../schema.graphql", import.meta.url), "utf8")).toBe(
    schemaText(),
  );
});

describe("a field without a rule is refused", () => {
  const doctored = (change: (made: GraphQLSchema) => void) => {
    const made = buildSchema(`
      type Query { own(organisationId: ID!): Thing, about: Thing, input(input: In!): Thing }
      type Mutation { write(organisationId: ID!): Thing }
      type Thing { name: String, secret: String }
      input In { organisationId: ID!, text: String }
    `);
    const rule = { action: "viewer.read" };
    for (const name of ["Query", "Mutation"])
      for (const field of fieldsOf(objectNamed(made, name))) field.extensions = { ...rule };
    objectNamed(made, "Query").getFields()["about"]!.extensions = { ...rule, subject: "nobody" };
    objectNamed(made, "Thing").extensions = { ...rule };
    change(made);
    return withoutRule(made);
  };
  const objectNamed = (of: GraphQLSchema, name: string) => of.getType(name) as GraphQLObjectType;

  test("and one with all its rules is not", () => {
    expect(doctored(() => undefined)).toEqual([]);
  });

  test.each([
    [
      "a type",
      (made: GraphQLSchema) => void (objectNamed(made, "Thing").extensions = {}),
      ["Thing.name", "Thing.secret"],
    ],
    [
      "a query",
      (made: GraphQLSchema) =>
        void (objectNamed(made, "Query").getFields()["own"]!.extensions = {}),
      ["Query.own"],
    ],
    [
      "a query of a type that has one",
      (made: GraphQLSchema) => {
        objectNamed(made, "Query").extensions = { action: "viewer.read" };
        objectNamed(made, "Query").getFields()["own"]!.extensions = {};
      },
      ["Query.own"],
    ],
    [
      "a mutation",
      (made: GraphQLSchema) =>
        void (objectNamed(made, "Mutation").getFields()["write"]!.extensions = {}),
      ["Mutation.write"],
    ],
    [
      "a query about whom nobody knows",
      (made: GraphQLSchema) =>
        void (objectNamed(made, "Query").getFields()["about"]!.extensions = {
          action: "viewer.read",
        }),
      ["Query.about (organisationId)"],
    ],
  ])("when it is that of %s", (_what, change, missing) => {
    expect(doctored(change)).toEqual(missing);
  });

  test("when its action is none of ours, at the latest when it is asked for", () => {
    const thing = objectNamed(buildSchema("type Query { thing: String }"), "Query");
    thing.getFields()["thing"]!.extensions = { action: "constructor" };
    expect(() => actionOf(thing, thing.getFields()["thing"]!)).toThrow(
      "Query.thing declares no action.",
    );
  });
});
