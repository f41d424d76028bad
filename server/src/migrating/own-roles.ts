import { identityRole, identityPassword } from "../identity/database.ts";
import { workerPassword, workerRole } from "../jobs/database.ts";

/** A role of ours as it has to be. None is a superuser, walks past row security, makes databases or roles, or inherits. */
export interface OwnRole {
  readonly name: string;
  /** Of a role that logs in; undefined where the address has none, and PostgreSQL lets the role in otherwise. */
  readonly password?: string | undefined;
  readonly logsIn: boolean;
  /** Timeouts are the role's, so that no client has to remember them. */
  readonly settings: Readonly<Record<string, string>>;
}

const bounds = {
  statement_timeout: "15s",
  lock_timeout: "5s",
  idle_in_transaction_session_timeout: "20s",
  transaction_timeout: "30s",
  search_path: '""',
};

/** Roles that own: tables, what looks up rights, and the few functions that write past row security. */
export const owningRoles = [
  "toetssteen_owner",
  "toetssteen_resolver",
  "toetssteen_registrar",
] as const;

/** Every role of ours. @param databaseUrl names the application's password; without it, that one is left as it is */
export function ownRoles(secret: string, databaseUrl?: string): OwnRole[] {
  const appPassword = databaseUrl && decodeURIComponent(new URL(databaseUrl).password);
  return [
    ...owningRoles.map((name) => ({ name, logsIn: false, settings: {} })),
    {
      name: "toetssteen_app",
      logsIn: true,
      password: appPassword || undefined,
      settings: { ...bounds, default_transaction_isolation: "read committed" },
    },
    {
      name: identityRole,
      logsIn: true,
      password: identityPassword(secret),
      settings: {
        search_path: "identity",
        statement_timeout: "5s",
        lock_timeout: "2s",
        idle_in_transaction_session_timeout: "10s",
        transaction_timeout: "15s",
      },
    },
    { name: workerRole, logsIn: true, password: workerPassword(secret), settings: bounds },
  ];
}
