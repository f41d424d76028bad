import { tasks } from "@toetssteen/server/jobs/catalogue";
import { taskNames, type TaskName } from "@toetssteen/server/jobs/task-names";

/** The little of JSON Schema that payloads are described with. */
interface Shape {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly type?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

/** One of these fits every text that a payload takes; the id is the one that the example is about. */
const textsWith = (id: string, to: string) => [
  to,
  id,
  "2100-01-01T00:00:00Z",
  "2100-01-01",
  "/zelfevaluatie",
  "https://waterlinie.example/",
];

export interface Example {
  readonly task: TaskName;
  /** What of the task it is: the variant of a payload with several. */
  readonly name: string;
  readonly payload: unknown;
  /** Whether the task would take it; where not, the attack has to be taught how. */
  readonly fits: boolean;
}

/**
 * A payload for every variant of every task, made from what the task itself says that it takes.
 * @param id stands wherever it takes an id
 * @param to stands wherever it takes an address
 */
export function examplesOf(id: string, to: string): Example[] {
  return taskNames.flatMap((task) =>
    examples(
      tasks[task].toJSONSchema({ io: "input", unrepresentable: "any" }) as Shape,
      id,
      to,
    ).map((payload) => {
      const { template } = payload as { template?: unknown };
      return {
        task,
        name: typeof template === "string" ? `${task} ${template}` : task,
        payload,
        fits: tasks[task].safeParse(payload).success,
      };
    }),
  );
}

function examples(shape: Shape, id: string, to: string): unknown[] {
  const { oneOf, anyOf, properties, items } = shape;
  if ("const" in shape) return [shape.const];
  if (shape.enum) return shape.enum.slice(0, 1);
  const variants = oneOf ?? anyOf;
  if (variants) return variants.flatMap((one) => examples(one, id, to));
  if (properties) return objects(Object.entries(properties), id, to);
  if (items) return examples(items, id, to).map((one) => [one]);
  switch (shape.type) {
    case "string":
      return [textFor(shape, id, to)];
    case "integer":
    case "number":
      return [1];
    case "boolean":
      return [true];
    default:
      return [null];
  }
}

/** The first of everything, and beside it what else each may be. */
function objects(properties: readonly [string, Shape][], id: string, to: string): object[] {
  const all = properties.map(([name, shape]) => ({ name, may: examples(shape, id, to) }));
  const first = Object.fromEntries(all.map(({ name, may }) => [name, may[0]]));
  const others = all.flatMap(({ name, may }) =>
    may.slice(1).map((value) => ({ ...first, [name]: value })),
  );
  return [first, ...others];
}

function textFor({ pattern }: Shape, id: string, to: string): string {
  if (pattern === undefined) return "tekst";
  const fits = new RegExp(pattern, "u");
  return textsWith(id, to).find((text) => fits.test(text)) ?? "tekst";
}
