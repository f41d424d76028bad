import {
  getNamedType,
  isObjectType,
  isInterfaceType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { Extensions } from "type-graphql";
import { actions, type Action } from "../rights/actions.ts";
import { Refusal } from "../refusal.ts";

/** Declares the action that a type's fields, or one field, need. What declares none can't be served (see `schema.ts`). */
export function Needs(action: Action): MethodDecorator & PropertyDecorator & ClassDecorator {
  return Extensions({ action }) as MethodDecorator & PropertyDecorator & ClassDecorator;
}

/** A root field that is about no organisation, or about the one of the hat; others must take an `organisationId`. */
export function About(subject: "nobody" | "hat"): MethodDecorator {
  return Extensions({ subject }) as MethodDecorator;
}

/** A root field that reads on in other organisations than it names, through `scope.readOutside`; alone in its document. */
export function ReadsOutside(): MethodDecorator {
  return Extensions({ readsOutside: true }) as MethodDecorator;
}

/** What one operation needs, worked out once per document. */
export interface Needed {
  readonly actions: readonly Action[];
  /** The root fields, for the access log: what was opened, in words that a client does not choose. */
  readonly opens: string;
  readonly writes: boolean;
  /** Whether a field of it reads on in other organisations than it names. */
  readonly readsOutside: boolean;
  /** Every field it selects, as `Type.field`. */
  readonly fields: ReadonlySet<string>;
  /** The values, without repetition, that an argument of a field has in it, given its variables. */
  valuesOf(
    field: string,
    argument: string,
    variables: Readonly<Record<string, unknown>>,
  ): unknown[];
  /** The organisations that it names, given its variables; `hat` where a root field is about the hat's own. */
  subjects(variables: Readonly<Record<string, unknown>>, hat: string | null): string[];
}

const deepest = 16;
/** Of one document, fragments counted as often as they are used. */
export const mostFields = 1_000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @throws {Refusal} INVALID_DOCUMENT when it is too deep, too wide, or does two things that can't be done at once */
export function neededBy(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Needed {
  const root = schema.getRootType(operation.operation);
  if (!root || operation.operation === "subscription") throw new Refusal("INVALID_DOCUMENT");
  const needed = new Set<Action>();
  const fields = new Set<string>();
  const roots = new Set<string>();
  const subjectNodes: (ValueNode | "hat")[] = [];
  const withArguments = new Map<string, FieldNode[]>();
  const seen = { fields: 0, roots: 0, outside: false };

  const visit = (type: GraphQLNamedType, selections: SelectionSetNode, depth: number): void => {
    if (depth > deepest) throw new Refusal("INVALID_DOCUMENT");
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) visitField(type, selection, depth);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(
          typeNamed(selection.typeCondition?.name.value) ?? type,
          selection.selectionSet,
          depth + 1,
        );
      } else {
        const fragment = fragments.get(selection.name.value);
        if (!fragment) throw new Refusal("INVALID_DOCUMENT");
        visit(
          typeNamed(fragment.typeCondition.name.value) ?? type,
          fragment.selectionSet,
          depth + 1,
        );
      }
    }
  };
  const typeNamed = (name: string | undefined) =>
    name === undefined ? undefined : schema.getType(name);
  const visitField = (type: GraphQLNamedType, node: FieldNode, depth: number): void => {
    if (++seen.fields > mostFields) throw new Refusal("INVALID_DOCUMENT");
    if (node.name.value.startsWith("__")) return;
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Refusal("INVALID_DOCUMENT");
    const field = type.getFields()[node.name.value];
    if (!field) throw new Refusal("INVALID_DOCUMENT");
    needed.add(actionOf(type as GraphQLObjectType, field));
    const coordinate = `${type.name}.${field.name}`;
    fields.add(coordinate);
    if (node.arguments?.length)
      withArguments.set(coordinate, [...(withArguments.get(coordinate) ?? []), node]);
    if (type === root) {
      seen.roots += 1;
      roots.add(field.name);
      seen.outside ||= field.extensions["readsOutside"] === true;
      subjectNodes.push(...subjectOf(field, node));
    }
    if (node.selectionSet) visit(getNamedType(field.type), node.selectionSet, depth + 1);
  };
  visit(root, operation.selectionSet, 0);
  const writes = operation.operation === "mutation";
  if (writes && seen.roots !== 1) throw new Refusal("INVALID_DOCUMENT");
  // It changes whose rows there are while it runs; what runs beside it would find its own gone.
  if (seen.outside && seen.roots !== 1) throw new Refusal("INVALID_DOCUMENT");

  return {
    actions: [...needed],
    opens: [...roots].join(", "),
    writes,
    readsOutside: seen.outside,
    fields,
    valuesOf: (field, argument, variables) => {
      const given = (withArguments.get(field) ?? []).flatMap(
        (node) => node.arguments?.filter(({ name }) => name.value === argument) ?? [],
      );
      return [...new Set(given.map(({ value }) => resolveValue(value, variables)))];
    },
    subjects: (variables, hat) => {
      const named = subjectNodes.map((node) =>
        node === "hat" ? hat : requireOrganisationId(resolveValue(node, variables)),
      );
      return [...new Set(named.filter((id) => id !== null))];
    },
  };
}

/** The action a field needs: its own, else its type's. @throws where neither declares one */
export function actionOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Action {
  const action = field.extensions["action"] ?? type.extensions["action"];
  if (typeof action !== "string" || !Object.hasOwn(actions, action)) {
    throw new Error(`${type.name}.${field.name} declares no action.`);
  }
  return action as Action;
}

function subjectOf(field: GraphQLField<unknown, unknown>, node: FieldNode): (ValueNode | "hat")[] {
  if (field.extensions["subject"] === "nobody") return [];
  if (field.extensions["subject"] === "hat") return ["hat"];
  const values = new Map(node.arguments?.map((argument) => [argument.name.value, argument.value]));
  const direct = values.get("organisationId");
  if (direct) return [direct];
  const input = values.get("input");
  if (input?.kind === Kind.OBJECT) {
    const inner = input.fields.find((entry) => entry.name.value === "organisationId");
    if (inner) return [inner.value];
  }
  if (input) return [input];
  throw new Refusal("INVALID_DOCUMENT");
}

function resolveValue(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  const value =
    node.kind === Kind.VARIABLE
      ? variables[node.name.value]
      : node.kind === Kind.STRING
        ? node.value
        : undefined;
  return typeof value === "object" && value !== null && "organisationId" in value
    ? value.organisationId
    : value;
}

function requireOrganisationId(value: unknown): string {
  if (typeof value === "string" && uuid.test(value)) return value.toLowerCase();
  throw new Refusal("INVALID_INPUT", [
    { path: "organisationId", message: "Een UUID van een organisatie." },
  ]);
}

/** Every type and root field without a rule, by name; served only when empty. */
export function withoutRule(schema: GraphQLSchema): string[] {
  const missing: string[] = [];
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const own = field.extensions["action"] !== undefined;
      const inherited = type.extensions["action"] !== undefined;
      if (roots.has(type) ? !own : !own && !inherited) missing.push(`${type.name}.${field.name}`);
      if (roots.has(type) && !namesSubject(field))
        missing.push(`${type.name}.${field.name} (organisationId)`);
    }
  }
  return missing;
}

function namesSubject(field: GraphQLField<unknown, unknown>): boolean {
  if (field.extensions["subject"] !== undefined) return true;
  return field.args.some((argument) => {
    if (argument.name === "organisationId") return true;
    const type = getNamedType(argument.type);
    return argument.name === "input" && "getFields" in type && "organisationId" in type.getFields();
  });
}
