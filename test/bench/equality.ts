import { isDeepStrictEqual } from "node:util";
import { Client } from "pg";
import type { OperationKey } from "./documents.ts";
import { openClient, requireExpected } from "./drive.ts";
import type { Setup } from "./setup.ts";
import { organisationId } from "./ids.ts";
import { rowsOf } from "./library-rows.ts";
import { copyAll } from "./load.ts";
import type { Form, Json } from "./normal/form.ts";
import { oursTo } from "./normal/ours.ts";
import { limitTo, postgraphileTo } from "./normal/peers.ts";
import { indicators, type ContenderName, type Writing } from "./operations.ts";

type Compared = Exclude<OperationKey, "half">;

const normalisers = {
  ours: oursTo,
  mercurius: oursTo,
  limit: limitTo,
  postgraphile: postgraphileTo,
} as const satisfies Record<ContenderName, Record<Compared, (data: Json) => Form>>;

/** Contenders that don't say the same, so that there is nothing to measure. */
export class AnswersDiffer extends Error {
  override readonly name = "AnswersDiffer";
}

/**
 * Whether every contender answers the same, and an answer written by one leaves the same rows as by another.
 * @returns bytes of each contender's answer for the first library
 * @throws {AnswersDiffer}
 */
export async function requireEquality(
  setup: Setup,
  operation: Compared,
  libraries: readonly number[],
): Promise<Map<ContenderName, number>> {
  const bytes = new Map<ContenderName, number>();
  for (const library of libraries) {
    const forms: [ContenderName, Form][] = [];
    for (const name of setup.contenders.keys()) {
      const { form, size } = await ask(setup, name, operation, library);
      if (!bytes.has(name)) bytes.set(name, size);
      forms.push([name, form]);
    }
    requireSame(operation, library, forms);
  }
  return bytes;
}

async function ask(setup: Setup, name: ContenderName, operation: Compared, library: number) {
  if (operation === "answer") return askToWrite(setup, name, library);
  const { form, size } = await answerOf(setup, name, operation, library);
  return { form, size };
}

async function answerOf(
  { contenders, shots }: Setup,
  name: ContenderName,
  operation: Compared,
  library: number,
  writing?: Writing,
) {
  const client = openClient(contenders.get(name)?.origin ?? "", 1);
  try {
    const shot = shots(name, operation, library, writing);
    const reply = await client.send(shot);
    requireExpected(shot, reply);
    const { data } = JSON.parse(reply.body) as { data: Json };
    return { form: normalisers[name][operation](data), size: Buffer.byteLength(reply.body) };
  } finally {
    client.close();
  }
}

/** A first write, one by the same person right after it, one by another, and one on a version that is gone. */
async function askToWrite(setup: Setup, name: ContenderName, library: number) {
  const [indicator = "", other = ""] = indicators;
  const writings: Writing[] = [
    { indicator, baseVersion: 3, explanation: "Eerste woorden.", writer: 0 },
    { indicator, baseVersion: 4, explanation: "Eerste woorden, en meer.", writer: 0 },
    { indicator, baseVersion: 5, explanation: "Woorden van een ander.", writer: 1 },
    { indicator, baseVersion: 4, explanation: "Te laat.", writer: 0, isStale: true },
    { indicator: other, baseVersion: 3, explanation: "Ergens anders.", writer: 0 },
  ];
  const client = new Client({ connectionString: setup.database.adminUrl });
  await client.connect();
  try {
    const answers: Form[] = [];
    let size = 0;
    for (const writing of writings) {
      const answer = await answerOf(setup, name, "answer", library, writing);
      answers.push(answer.form);
      size ||= answer.size;
    }
    const kept = await client.query<{ rows: Form }>(rowsWritten, [organisationId(library)]);
    await restore(client, library);
    return { form: { answers, rows: kept.rows[0]?.rows }, size };
  } finally {
    await client.end();
  }
}

const tables = ["indicator_answer", "answer_history", "progress", "activity"] as const;

/** All that a write of an answer touches, without ids and moments. */
const rowsWritten = `select json_build_object(${tables
  .map(
    (table) => `'${table}', (select json_agg(r order by r::text) from (
      select to_jsonb(t) - '{id,folded,at,changed_at,opened_at,written_at,touched_at}'::text[] as r
      from toetssteen.${table} t where t.organisation_id = $1) rows)`,
  )
  .join(", ")}) as rows`;

async function restore(client: Client, library: number): Promise<void> {
  const rows = rowsOf(library);
  for (const table of tables.toReversed())
    await client.query(`delete from toetssteen.${table} where organisation_id = $1`, [
      organisationId(library),
    ]);
  await copyAll(
    client,
    tables.map((table) => ({ [`toetssteen.${table}`]: rows[`toetssteen.${table}`] ?? [] })),
  );
}

function requireSame(
  operation: Compared,
  library: number,
  [first, ...others]: readonly [ContenderName, Form][],
): void {
  for (const [name, form] of others) {
    if (!first || isDeepStrictEqual(form, first[1])) continue;
    const [one, other] = firstDifference(first[1], form);
    throw new AnswersDiffer(
      `${operation} of library ${library}: ${first[0]} says ${one}, and ${name} says ${other}.`,
    );
  }
}

/** Where two forms begin to differ, as text. */
function firstDifference(one: Form, other: Form): [string, string] {
  const [text, otherText] = [JSON.stringify(one) ?? "nothing", JSON.stringify(other) ?? "nothing"];
  let place = 0;
  while (place < text.length && text[place] === otherText[place]) place += 1;
  const from = Math.max(0, place - 150);
  return [text.slice(from, place + 150), otherText.slice(from, place + 150)];
}
