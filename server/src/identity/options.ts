import { passwordLength } from "@toetssteen/contract";
import { betterAuth, type BetterAuthOptions } from "better-auth";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Pool } from "pg";
import { prefixOf } from "./cookie.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { createRecoveryCodes } from "./recovery-codes.ts";
import { renewalDays, sessionDays } from "./renewal.ts";

/** Set by us from the connection, never taken from the client. */
export const addressHeader = "x-toetssteen-address";

export type Auth = ReturnType<typeof createAuth>;

export function createAuth(input: { pool: Pool; secret: string; publicUrl: string }) {
  return betterAuth(authOptions(input));
}

/** Time between the password and the code. */
const challengeSeconds = 10 * 60;

/**
 * better-auth with what we rely on said aloud, so that none of its defaults or environment variables decide.
 *
 * Session tokens are stored as they are: better-auth looks sessions up by token and offers no hashing of them. A copy
 * of the table still opens nothing over HTTP, because a cookie also carries an HMAC under the session secret, and no
 * role but identity's and the resolver's can read the column.
 */
export function authOptions(input: { pool: Pool; secret: string; publicUrl: string }) {
  const recoveryCodes = createRecoveryCodes(input.secret);
  return {
    appName: "Toetssteen",
    baseURL: input.publicUrl,
    basePath: "/api/auth",
    secrets: [{ version: 1, value: input.secret }],
    trustedOrigins: [new URL(input.publicUrl).origin],
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: input.pool,
    // Ours counts failures only and per person; better-auth's counts everybody behind an address together.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: hashPassword, verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
    },
    verification: { storeIdentifier: "hashed" },
    plugins: [
      twoFactor({
        twoFactorCookieMaxAge: challengeSeconds,
        // Our throttle holds who guesses; a lock of the account would let a guesser keep its owner out.
        accountLockout: { enabled: false },
        backupCodeOptions: {
          customBackupCodesGenerate: () => recoveryCodes.make(),
          storeBackupCodes: {
            encrypt: async (list) => recoveryCodes.encode(list),
            decrypt: async (stored) => stored,
          },
        },
      }),
    ],
    session: {
      // Life of the cookie; how long the session counts is in its row, which renewal moves without a new cookie.
      expiresIn: renewalDays * 86_400,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, expiresAt: new Date(Date.now() + sessionDays * 86_400_000) },
          }),
        },
      },
    },
    advanced: {
      cookiePrefix: prefixOf(input.publicUrl),
      // It would put `__Secure-` before a name that begins with `__Host-`.
      useSecureCookies: false,
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: "lax",
        path: "/",
        secure: input.publicUrl.startsWith("https:"),
      },
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: "uuid" },
    },
  } satisfies BetterAuthOptions;
}
