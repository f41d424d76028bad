import type { DataSource, EntityManager } from "typeorm";
import { poolOf } from "../persistence/source.ts";
import { databaseCode } from "../persistence/database-code.ts";
import type { Client, Result, Sql } from "./client.ts";
import { ScopedConnection, sendTogether } from "./scoped-connection.ts";
import { organisationOf, type Hat } from "../rights/hat.ts";
import type { Actor } from "../rights/permissions.ts";
import { logOutsideRead } from "./outside-read.ts";
import { preparedOn } from "./prepared.ts";
import { principalSetting, type Principal } from "./principal.ts";
import type { Sharers } from "./sharers.ts";
import { createTurns, type Limits } from "./turns.ts";

/** What one operation may see and do, for as long as it lasts: one connection, one transaction, one actor. */
export interface Scope {
  readonly actor: Actor;
  readonly sql: Sql;
  /** For small reads and ordinary writes. Tied to this scope's connection. */
  readonly entities: EntityManager;
  /**
   * Goes on with other organisations as subjects, and writes into each one's access log that this was read.
   * @returns those of them to which there is a right
   */
  readOutside(organisationIds: readonly string[], opened: string): Promise<string[]>;
}

export interface ScopeOptions {
  readonly principal: Principal;
  readonly hat: Hat | null;
  /** The only organisations whose rows may be seen. Empty: none. */
  readonly subjects: readonly string[];
  readonly access: "read" | "write";
  /** What is opened, for the access log, when a subject is not the hat's own organisation. */
  readonly opened?: string;
}

/** What the work decided: keep what it wrote, or undo it and still answer. */
export interface Outcome<T> {
  readonly value: T;
  readonly keep: boolean;
}

export interface Scopes {
  /**
   * The only way to a connection. Opens a transaction in which the database knows who asks, runs `work` once (twice
   * after a serialisation failure or deadlock) and commits when it wants its writes kept.
   */
  inScope<T>(options: ScopeOptions, work: (scope: Scope) => Promise<Outcome<T>>): Promise<T>;
}

/**
 * How the connections are shared. Some stay free of one organisation, and most of one person: what they ask takes the
 * processor's time too, which nothing else shares out. All that one browser has under way may wait; with more waiting in
 * all, everybody would wait until they are turned away, and nobody be served in time.
 *
 * @param poolSize of the source; one stays free for what nobody waits in turn for, such as whether the server is ready
 */
export function sharesOf(poolSize: number): Limits {
  return {
    atOnce: Math.max(1, poolSize - 1),
    atOncePerGroup: Math.max(1, Math.floor(poolSize * 0.6)),
    atOncePerMember: Math.max(1, Math.floor(poolSize * 0.3)),
    attentive: 1_000,
    mostWaiting: 400,
    mostWaitingPerMember: 250,
    longestWait: 5_000,
    pauseBeforeRefusal: 1_000,
  };
}

const serializationFailure = "40001";
const deadlockDetected = "40P01";

/** How a source's connections are given out, and who is known to whoever gives out something else. */
export interface Shares {
  readonly limits: Limits;
  readonly sharers: Sharers;
}

/** @param shares in the source's connections; without, whoever comes first is served first */
export function createScopes(source: DataSource, shares?: Shares): Scopes {
  const turns = shares && createTurns(shares.limits);
  const inTurn: typeof attempt = async (from, options, work) => {
    const end = shares && (await turns?.take(shares.sharers.of(options.principal, options.hat)));
    return attempt(
      from,
      options,
      (scope) => {
        const { personId, rights } = scope.actor;
        if (personId !== null)
          shares?.sharers.learn(options.principal, personId, rights.size > 0 ? options.hat : null);
        return work(scope);
      },
      end,
    );
  };
  return {
    async inScope(options, work) {
      try {
        return await inTurn(source, options, work);
      } catch (error) {
        if (!mayRetry(error)) throw error;
        return await inTurn(source, options, work);
      }
    },
  };
}

/** @param ended hears that its connection was given back, or that it got none */
async function attempt<T>(
  source: DataSource,
  options: ScopeOptions,
  work: (scope: Scope) => Promise<Outcome<T>>,
  ended: () => void = () => {},
): Promise<T> {
  // The types leave out what the driver keeps of prepared statements.
  const client = (await poolOf(source)
    .connect()
    .catch((error: unknown) => {
      ended();
      throw error;
    })) as unknown as Client;
  const connection = new ScopedConnection(source, client);
  let outcome: Outcome<T>;
  try {
    const actor = await enter(client, options);
    if (outside(options).length > 0) await logOutsideRead(connection.sql, options.opened ?? "");
    outcome = await work({
      actor,
      sql: connection.sql,
      get entities() {
        return connection.entities;
      },
      readOutside: async (organisationIds, opened) => {
        const [, seen] = await Promise.all([
          connection.sql("read outside", "select set_config('app.subject', $1, true)", [
            organisationIds.join(","),
          ]),
          logOutsideRead(connection.sql, opened),
        ]);
        return seen;
      },
    });
    connection.close();
    if (!onlyReads(options)) await end(client, outcome.keep ? "COMMIT" : "ROLLBACK");
  } catch (error) {
    connection.close();
    await leave(client, "ROLLBACK");
    ended();
    throw error;
  }
  // Of what was only read nothing has to be kept first, so nobody waits for the end.
  if (onlyReads(options)) void leave(client, "COMMIT").then(ended);
  else {
    client.release();
    ended();
  }
  return outcome.value;
}

/** Ends a transaction of which nothing is to be kept, and gives its connection back; one that fails at that is given up. */
function leave(client: Client, command: "COMMIT" | "ROLLBACK"): Promise<void> {
  return end(client, command).then(
    () => client.release(),
    (failure: unknown) =>
      client.release(failure instanceof Error ? failure : new Error(String(failure))),
  );
}

/** Begins, tells the database who asks, and hears from it who that is: two statements, one round trip. */
async function enter(client: Client, options: ScopeOptions): Promise<Actor> {
  const { principal, hat, subjects } = options;
  sendTogether(client);
  const [, entered] = await Promise.all([
    client.query({ text: onlyReads(options) ? "BEGIN READ ONLY" : "BEGIN" }),
    client.query(
      preparedOn(client, "select person_id, standing from tenancy.enter($1, $2, $3)", [
        principalSetting(principal),
        hat ?? "",
        subjects.join(","),
      ]),
    ),
  ]);
  const [row] = entered.rows as [{ person_id: string | null; standing: [string, string][] }];
  const rights = new Map<string, Set<string>>();
  for (const [organisation, right] of row.standing) {
    rights.set(organisation, (rights.get(organisation) ?? new Set()).add(right));
  }
  return { personId: row.person_id, hat, rights };
}

/** A look at others is written into their access logs. */
function onlyReads(options: ScopeOptions): boolean {
  return options.access === "read" && outside(options).length === 0;
}

function outside({ subjects, hat }: ScopeOptions): string[] {
  const own = organisationOf(hat);
  return subjects.filter((subject) => subject !== own);
}

/** Ends the transaction, and with it every setting that a statement in it made for longer than the transaction. */
async function end(client: Client, command: "COMMIT" | "ROLLBACK"): Promise<void> {
  // Two statements in one text, which PostgreSQL answers one after the other.
  const [ended] = await client.query<Result[]>({ text: `${command}; RESET ALL` });
  // COMMIT of an aborted transaction does not throw: it answers ROLLBACK.
  if (ended?.command !== command)
    throw new Error(
      `The transaction could not be kept: ${command} was answered with ${ended?.command}.`,
    );
}

function mayRetry(error: unknown): boolean {
  const code = databaseCode(error);
  return code === serializationFailure || code === deadlockDetected;
}
