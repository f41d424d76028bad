import { generateRandomString } from "better-auth/crypto";
import type { Caller, Context } from "./context.ts";
import { headersForSession, requirePerson } from "./context.ts";
import { IdentityError, refusing } from "./errors.ts";
import { newPasswordPage, type Locale } from "./mail.ts";
import { networkOf } from "../addresses/network.ts";

const linkSeconds = 60 * 60;

const limits = {
  /** Mails to one mailbox, wanted or not. */
  mailbox: { attempts: 5, seconds: 60 * 60 },
  requests: { attempts: 50, seconds: 60 * 60 },
  /** Of links that are opened and wrong; a token itself can't be guessed. */
  links: { attempts: 50, seconds: 60 * 60 },
} as const;

export function ownPassword(context: Context) {
  const { auth, counter } = context;

  function tellChanged(user: { name: string; email: string }, locale: Locale): void {
    const values = {
      name: user.name,
      changedAt: new Date().toISOString(),
      page: newPasswordPage,
    };
    context.background.start(() =>
      context.sendMail({ to: user.email, template: "password-changed", locale, values }),
    );
  }

  async function mailLink(email: string, locale: Locale): Promise<void> {
    const { internalAdapter } = await auth.$context;
    const found = await internalAdapter.findUserByEmail(email);
    if (!found) return;
    const token = generateRandomString(32, "a-z", "A-Z", "0-9");
    const expiresAt = new Date(Date.now() + linkSeconds * 1000);
    await internalAdapter.createVerificationValue({
      identifier: resetLink(token),
      value: found.user.id,
      expiresAt,
    });
    await context.sendMail({
      to: found.user.email,
      template: "password-reset",
      locale,
      values: {
        name: found.user.name,
        page: `${newPasswordPage}/${token}`,
        expiresAt: expiresAt.toISOString(),
      },
    });
  }

  return {
    /**
     * The answer doesn't wait for anything that depends on whether the address is known: neither what it says nor how
     * long it takes tells.
     *
     * @throws {IdentityError} TOO_MANY_ATTEMPTS, the same for known and unknown addresses
     */
    async requestReset(caller: Caller, email: string, locale: Locale): Promise<void> {
      const device = context.devices.find(caller.cookie, email);
      // Who asks for others' mailboxes uses up neither the network's nor the mailbox's share of who signed in here before.
      await counter.count(
        counter.key("reset for", email, ...(device ? [device] : [])),
        limits.mailbox,
      );
      if (device === null)
        await counter.count(counter.key("reset from", networkOf(caller.address)), limits.requests);
      context.background.start(() => mailLink(email, locale));
    },

    /** @throws {IdentityError} LINK_EXPIRED · TOO_MANY_ATTEMPTS */
    async resetPassword(
      caller: Caller,
      { token, password }: { token: string; password: string },
      locale: Locale,
    ): Promise<void> {
      const { internalAdapter } = await auth.$context;
      const kept = await internalAdapter.findVerificationValue(resetLink(token));
      const user = kept && (await internalAdapter.findUserById(kept.value));
      // Only those that are wrong count, so that whoever guesses can't use up the attempts of who was sent a link.
      if (!user) {
        await counter.count(counter.key("reset link", networkOf(caller.address)), limits.links);
        throw new IdentityError("LINK_EXPIRED");
      }
      await auth.api
        .resetPassword({ body: { token, newPassword: password } })
        .catch(refusing({ INVALID_TOKEN: "LINK_EXPIRED" }));
      tellChanged(user, locale);
    },

    /**
     * Ends every session, and opens a new one for who changed it.
     *
     * @throws {IdentityError} UNAUTHENTICATED · WRONG_PASSWORD · TOO_MANY_ATTEMPTS
     */
    async changePassword(
      caller: Caller,
      { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
      locale: Locale,
    ): Promise<{ cookies: string[] }> {
      const person = await requirePerson(context, caller);
      const succeed = await context.passwords.take({
        person: person.email,
        address: caller.address,
        device: person.sessionId,
      });
      const { headers } = await auth.api
        .changePassword({
          body: { currentPassword, newPassword, revokeOtherSessions: true },
          headers: headersForSession(caller, context.publicUrl),
          returnHeaders: true,
        })
        .catch(refusing({ UNAUTHORIZED: "UNAUTHENTICATED", INVALID_PASSWORD: "WRONG_PASSWORD" }));
      await succeed();
      tellChanged(person, locale);
      return { cookies: headers.getSetCookie() };
    },
  };
}

/** As better-auth's own reset looks it up; it keeps a digest of this. */
function resetLink(token: string): string {
  return `reset-password:${token}`;
}
