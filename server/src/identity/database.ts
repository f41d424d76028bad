import { derivedPassword, type DerivedRole, roleUrl } from "../persistence/derived-role.ts";

/** Login role of better-auth's pool; it reaches the schema `identity` and nothing else. */
export const identityRole = "toetssteen_identity";

const role: DerivedRole = { name: identityRole, purpose: "database role identity" };

/** The address under which identity reaches its tables. */
export function identityDatabaseUrl(input: { databaseUrl: string; secret: string }): string {
  return roleUrl(role, input);
}

export function identityPassword(secret: string): string {
  return derivedPassword(role, secret);
}
