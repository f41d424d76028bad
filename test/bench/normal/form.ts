/** What an operation's answer says, in one form for all contenders. What a client works out itself is left out. */
export type Form = unknown;

/** A document of JSON, as far as one looks into it. */
export interface Json {
  readonly [name: string]: Json;
}

/** The elements of a list. */
export function listOf(json: Json | undefined): Json[] {
  if (!Array.isArray(json))
    throw new Error(`A list was expected, and there was ${JSON.stringify(json)}.`);
  return json as Json[];
}

export function textOf(json: Json | undefined): string | null {
  const value: unknown = json;
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

export function isTrue(json: Json | undefined): boolean {
  const value: unknown = json;
  return value === true;
}

/** Enums are capitals in our schema and small in the database. */
export function small(json: Json | undefined): string | null {
  return textOf(json)?.toLowerCase() ?? null;
}

/** A moment in milliseconds, however it was written. */
export function moment(json: Json | undefined): number | null {
  const text = textOf(json);
  if (text === null) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new Error(`${text} is no moment.`);
  return time;
}

export function numberOf(json: Json | undefined): number {
  return Number(json);
}

/** Somebody: who and by what name. */
export function person(json: Json | undefined): Form {
  const value: unknown = json;
  if (value === null || value === undefined) return null;
  return [textOf(json?.["personId"]), textOf(json?.["name"])];
}

/** For lists whose order says nothing, or follows from what is in them. */
export function inAnyOrder(forms: readonly Form[]): Form[] {
  return forms.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

export function textsOfNorm(norm: Json | undefined): Form {
  return {
    code: textOf(norm?.["code"]),
    title: textOf(norm?.["title"]),
    question: textOf(norm?.["question"]),
    indicators: listOf(norm?.["indicators"]).map((one) =>
      ["code", "statement", "guidance", "placeholder"].map((name) => textOf(one[name])),
    ),
    questions: listOf(norm?.["questions"]).map((one) => [
      ...["code", "title", "statement"].map((name) => textOf(one[name])),
      listOf(one["slots"]).map((slot) => [textOf(slot["code"]), textOf(slot["label"])]),
    ]),
  };
}

/** How many parts of a norm are in each state; none is not said. */
export function countsOf(
  counts: readonly (readonly [norm: string | null, state: string | null, count: number])[],
): Form {
  return inAnyOrder(counts.filter(([, , count]) => count > 0));
}

/** A row that each contender writes at its own moment. */
export function timeless(row: Json | undefined): Json | undefined {
  if (row === undefined) return undefined;
  const { changedAt: _, ...rest } = row;
  return rest;
}

/** Parts on which somebody works, or was given to somebody; of the others there is nothing to say. */
export function workForm(rows: readonly Json[]): Form {
  return inAnyOrder(
    rows
      .map((row) => [
        textOf(row["part"]),
        small(row["state"]),
        textOf(row["dueOn"]),
        person(row["assignee"]),
      ])
      .filter(
        ([, state, dueOn, assignee]) => state !== "to_do" || dueOn !== null || assignee !== null,
      ),
  );
}

export type PlanForm = readonly [part: string | null, dueOn: string | null, owner: Form];

export function plansForm(plans: readonly PlanForm[]): Form {
  return inAnyOrder(plans.filter(([, dueOn, owner]) => dueOn !== null || owner !== null));
}

export function beginningForm(json: Json | undefined): Form {
  return ["ambitions", "profileChanged", "colleagues"].map((name) => isTrue(json?.[name]));
}
