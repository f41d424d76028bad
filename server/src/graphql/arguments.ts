import { faultOf, faultText } from "@toetssteen/contract";
import {
  defaultFieldResolver,
  GraphQLID,
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { Refusal } from "./errors.ts";

/** Names of files come from any computer, and are cleaned instead of refused. */
const cleaned = new Set(["StartUploadInput.name"]);

/**
 * The door of every resolver for what it is given. Ids mean the same in capitals and are compared as text in many places,
 * so they become small letters in this one; organisations that a document names do in `access.ts`, before there is a
 * scope. A text that holds what can't be kept is refused, whatever it is for; what more it has to be its own input says.
 */
export function withDoor(schema: GraphQLSchema): GraphQLSchema {
  const { forFields } = createDoors();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const letIn = forFields(field.args, "");
      if (!letIn) continue;
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (source, given, context, info) =>
        resolve(source, letIn(given, "") as typeof given, context, info);
    }
  }
  return schema;
}

interface Declared {
  readonly name: string;
  readonly type: GraphQLInputType;
}
/**
 * Gives a value as it may come in.
 * @param path of the value; what `input` holds is named without it, as `validInput` does
 * @throws {Refusal} INVALID_INPUT
 */
type LetIn = (value: unknown, path: string) => unknown;

/** Works out once per type what has to be done; null where that is nothing. */
function createDoors() {
  const known = new Map<GraphQLInputType, LetIn | null>();

  const forFields = (declared: readonly Declared[], owner: string): LetIn | null => {
    const doors = declared.flatMap(({ name, type }) => {
      const letIn = cleaned.has(`${owner}.${name}`) ? null : forType(type);
      return letIn ? [{ name, letIn }] : [];
    });
    if (doors.length === 0) return null;
    return (given, path) => {
      if (typeof given !== "object" || given === null) return given;
      const inside: Record<string, unknown> = { ...given };
      const above = path === "" || path === "input" ? "" : `${path}.`;
      for (const { name, letIn } of doors)
        if (name in inside) inside[name] = letIn(inside[name], above + name);
      return inside;
    };
  };

  const forType = (type: GraphQLInputType): LetIn | null => {
    const found = known.get(type);
    if (found !== undefined) return found;
    let letIn: LetIn | null = null;
    // A type that holds its own kind meets itself before it is done.
    known.set(type, (value, path) => (letIn ? letIn(value, path) : value));
    letIn = make(type);
    known.set(type, letIn);
    return letIn;
  };

  const make = (type: GraphQLInputType): LetIn | null => {
    if (isNonNullType(type)) return forType(type.ofType);
    if (isListType(type)) {
      const inner = forType(type.ofType as GraphQLInputType);
      return (
        inner &&
        ((value, path) =>
          Array.isArray(value) ? value.map((one, at) => inner(one, `${path}.${at}`)) : value)
      );
    }
    if (isInputObjectType(type)) return forFields(Object.values(type.getFields()), type.name);
    if (type === GraphQLID)
      return (value) => (typeof value === "string" ? value.toLowerCase() : value);
    return type === GraphQLString ? keptText : null;
  };

  return { forFields };
}

const keptText: LetIn = (value, path) => {
  // How long it may be depends on what it is for.
  const fault = typeof value === "string" ? faultOf(value, Infinity) : null;
  if (fault) throw new Refusal("INVALID_INPUT", [{ path, message: faultText(fault) }]);
  return value;
};
