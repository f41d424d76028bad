import { createHash } from "node:crypto";
import { accounts } from "./accounts.ts";
import type { Caller, Context } from "./context.ts";
import { IdentityError } from "./errors.ts";
import { openSession, remembering, type SignedIn } from "./sign-in.ts";
import { networkOf } from "../addresses/network.ts";

const links = { attempts: 50, seconds: 60 * 60 } as const;

export function invitations(context: Context) {
  const people = accounts(context);

  return {
    /**
     * Makes the account of somebody who was invited and signs them in. Which organisations they join is not decided
     * here.
     *
     * @throws {IdentityError} LINK_EXPIRED · SIGN_IN_FIRST · TOO_MANY_ATTEMPTS
     */
    async acceptInvitation(
      caller: Caller,
      { token, password }: { token: string; password: string },
    ): Promise<SignedIn> {
      const { counter, pool } = context;
      const digest = createHash("sha256").update(token).digest("hex");
      const found = await pool.query<{ email: string; name: string }>(
        "select email, name from tenancy.invitation_for_account($1)",
        [digest],
      );
      const [invited] = found.rows;
      // As with links to a new password: only those that are wrong count.
      if (!invited) {
        await counter.count(counter.key("invitation from", networkOf(caller.address)), links);
        throw new IdentityError("LINK_EXPIRED");
      }
      const email = invited.email.toLowerCase();
      // The link reached this mailbox, so the address is theirs.
      await people
        .createAccount({ email, name: invited.name, password, proven: true })
        .catch((error: unknown) => {
          const exists = error instanceof IdentityError && error.code === "ACCOUNT_EXISTS";
          throw exists ? new IdentityError("SIGN_IN_FIRST") : error;
        });
      const opened = await openSession(context, caller, { email, password });
      if ("secondFactor" in opened) throw new TypeError("A new account has a second factor");
      return remembering(context, caller, opened);
    },
  };
}
