import type { Scope } from "@toetssteen/server/tenancy/scope";

/**
 * The text of the statement with which our server does something. Peers do the same with the same statement: what is
 * measured is then the way to it, and it can't fall behind ours.
 */
export async function statementOf(work: (scope: Scope) => Promise<unknown>): Promise<string> {
  const texts: string[] = [];
  const scope: Pick<Scope, "actor" | "sql"> = {
    actor: { personId: null, hat: null, rights: new Map() },
    sql: async (_name, text) => {
      texts.push(text);
      return [];
    },
  };
  await work(scope as Scope);
  const [text, ...more] = texts;
  if (text === undefined || more.length > 0)
    throw new Error(`One statement was expected, and there were ${texts.length}.`);
  return text;
}
