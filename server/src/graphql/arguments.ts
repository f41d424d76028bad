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
import { Refusal } from "../refusal.ts";

/** Names of files come from any computer, and are cleaned instead of refused. */
const cleaned = new Set(["StartUploadInput.name"]);

/**
 * Checks what every resolver is given. Ids mean the same in capitals and are compared as text in many places,
 * so they become small letters in this one; organisations that a document names do in `access.ts`, before there is a
 * scope. A text that holds what can't be kept is refused, whatever it is for; what more it has to be its own input says.
 */
export function withCheckedArguments(schema: GraphQLSchema): GraphQLSchema {
  const { forFields } = createChecks();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const check = forFields(field.args, "");
      if (!check) continue;
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (source, given, context, info) =>
        resolve(source, check(given, "") as typeof given, context, info);
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
type Check = (value: unknown, path: string) => unknown;

/** Works out once per type what has to be done; null where that is nothing. */
function createChecks() {
  const known = new Map<GraphQLInputType, Check | null>();

  const forFields = (declared: readonly Declared[], owner: string): Check | null => {
    const checks = declared.flatMap(({ name, type }) => {
      const check = cleaned.has(`${owner}.${name}`) ? null : forType(type);
      return check ? [{ name, check }] : [];
    });
    if (checks.length === 0) return null;
    return (given, path) => {
      if (typeof given !== "object" || given === null) return given;
      const inside: Record<string, unknown> = { ...given };
      const above = path === "" || path === "input" ? "" : `${path}.`;
      for (const { name, check } of checks)
        if (name in inside) inside[name] = check(inside[name], above + name);
      return inside;
    };
  };

  const forType = (type: GraphQLInputType): Check | null => {
    const found = known.get(type);
    if (found !== undefined) return found;
    let check: Check | null = null;
    // A type that holds its own kind meets itself before it is done.
    known.set(type, (value, path) => (check ? check(value, path) : value));
    check = make(type);
    known.set(type, check);
    return check;
  };

  const make = (type: GraphQLInputType): Check | null => {
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

const keptText: Check = (value, path) => {
  // How long it may be depends on what it is for.
  const fault = typeof value === "string" ? faultOf(value, Infinity) : null;
  if (fault) throw new Refusal("INVALID_INPUT", [{ path, message: faultText(fault) }]);
  return value;
};
