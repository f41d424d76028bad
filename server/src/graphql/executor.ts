import {
  execute,
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import type { Context } from "./context.ts";
import { defaultsOf } from "./input-defaults.ts";
import { Refusal } from "../refusal.ts";

/** An operation to run: its document's text, and the values it is given. */
export interface Operation {
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether it is one of the product's own documents, of which there are so many and no more. */
  readonly isKnownDocument: boolean;
}

type Run = (context: Context, variables: Operation["variables"]) => Promise<ExecutionResult>;

export interface Executor {
  /**
   * An operation that the server knows by its hash, compiled to a function at its first use: their number is bounded, a
   * stranger's documents are not. Null for any other, and for mutations of several fields: a compiled one goes on after a
   * field that failed.
   * @param operation a valid operation
   */
  compiled(operation: Operation): Run | null;
  interpret(
    document: DocumentNode,
    operation: Pick<Operation, "operationName" | "variables">,
    context: Context,
  ): Promise<ExecutionResult>;
}

export function createExecutor(schema: GraphQLSchema): Executor {
  const known = new Map<string, Map<string | undefined, Run | null>>();
  return {
    compiled({ isKnownDocument, text, operationName }) {
      if (!isKnownDocument) return null;
      let operations = known.get(text);
      if (!operations) known.set(text, (operations = new Map()));
      let run = operations.get(operationName);
      if (run === undefined)
        operations.set(operationName, (run = compile(schema, text, operationName)));
      return run;
    },
    interpret: async (document, { operationName, variables }, contextValue) =>
      tellOfVariables(
        await execute({ schema, document, contextValue, variableValues: variables, operationName }),
      ),
  };
}

function compile(
  schema: GraphQLSchema,
  text: string,
  operationName: string | undefined,
): Run | null {
  const document = parse(text);
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  if (operation.operation !== "query" && !isSingle(operation)) return null;
  const made = compileQuery(schema, document, operationName, { customSerializers });
  if (!isCompiledQuery(made)) return null;
  const withDefaults = defaultsOf(schema, operation);
  return async (context, variables) => {
    const { data, errors } = await made.query(undefined, context, withDefaults(variables));
    return tellOfVariables({
      ...(data !== undefined && { data }),
      ...(errors && errors.length > 0 && { errors: errors.map(asGraphQLError) }),
    });
  };
}

/**
 * Only variables that don't fit the document leave an operation without any data, not even null: nothing of it ran. The
 * two that run it tell of them in different ways, and one of them as if it were our fault.
 */
function tellOfVariables(given: ExecutionResult): ExecutionResult {
  if (given.data !== undefined || !given.errors) return given;
  const issues = given.errors.map(({ message }) => ({ path: placeOf(message), message }));
  return { errors: [new Refusal("INVALID_INPUT", issues)] };
}

/** As GraphQL names it: the variable, and the place in it. */
function placeOf(message: string): string {
  const [, variable = "", place] = /^Variable "\$(\w+)"(?:.*? at "([^"]+)")?/s.exec(message) ?? [];
  return place ?? variable;
}

/** Days and times come from the database, which keeps no others than those that the scalars would check for again. */
const customSerializers = {
  LocalDate: (day: string) => day,
  DateTimeISO: (time: Date) => time.toISOString(),
};

/** Whether it does one thing; the name of its type, which pages ask everywhere, is none. */
function isSingle({ selectionSet: { selections } }: OperationDefinitionNode): boolean {
  const fields = selections.filter(
    (selection) => selection.kind !== Kind.FIELD || selection.name.value !== "__typename",
  );
  return fields.length === 1 && fields[0]?.kind === Kind.FIELD;
}

/** What the compiled function says looks like a GraphQLError and is none, so that what it stands for would be masked. */
function asGraphQLError({ message, path, nodes, originalError }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    ...(path && { path }),
    ...(nodes && { nodes }),
    ...(originalError && { originalError }),
  });
}
