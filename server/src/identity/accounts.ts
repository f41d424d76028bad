import type { Caller, Context } from "./context.ts";
import { requirePerson } from "./context.ts";
import { IdentityError } from "./errors.ts";
import { newAccount } from "./input.ts";
import { hashPassword } from "./password.ts";
import { recoveryCodesLeft } from "./second-factor-check.ts";

export interface OwnAccount {
  id: string;
  name: string;
  email: string;
  secondFactor: boolean;
  recoveryCodesLeft: number;
}

export function accounts(context: Context) {
  return {
    /**
     * Accounts come from invitations and operators only; nobody signs up by themselves.
     *
     * @param account.proven whether a link sent to the address came back
     * @throws {IdentityError} INVALID_INPUT · ACCOUNT_EXISTS
     */
    async createAccount(account: {
      email: string;
      name: string;
      password: string;
      proven?: boolean;
    }): Promise<{ id: string }> {
      const parsed = newAccount.safeParse(account);
      if (!parsed.success) throw new IdentityError("INVALID_INPUT");
      const { email, name, password } = parsed.data;
      const created = await context.pool.query<{ id: string }>(
        `with person as (
           insert into "user" (name, email, "emailVerified") values ($1, $2, $4)
           on conflict (email) do nothing returning id
         )
         insert into account ("userId", "accountId", "providerId", password)
         select id, id, 'credential', $3 from person returning "userId" as id`,
        [name, email, await hashPassword(password), account.proven ?? false],
      );
      const [person] = created.rows;
      if (!person) throw new IdentityError("ACCOUNT_EXISTS");
      return person;
    },

    /** @throws {IdentityError} UNAUTHENTICATED */
    async readAccount(caller: Caller): Promise<OwnAccount> {
      const { id, name, email, secondFactor } = await requirePerson(context, caller);
      const left = secondFactor ? await recoveryCodesLeft(context, id) : 0;
      return { id, name, email, secondFactor, recoveryCodesLeft: left };
    },
  };
}
