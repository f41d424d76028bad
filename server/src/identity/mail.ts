import type { Payload } from "../jobs/catalogue.ts";

/** What a person hears about their account. */
export type AccountMail = Extract<
  Payload<"mail">,
  { template: "password-reset" | "password-changed" | "second-factor-changed" }
>;
export type Locale = AccountMail["locale"];

/** Resolves when the mail is kept somewhere from where it will be sent. */
export type SendMail = (mail: AccountMail) => Promise<void>;

/** Where a new password is asked for; with a token behind it, where it is chosen. */
export const newPasswordPage = "/wachtwoord";

export interface Background {
  /** Starts work that a reply doesn't wait for; a failure is reported and never the caller's. */
  start(work: () => Promise<void>): void;
  /** Resolves when everything that was started has ended. */
  end(): Promise<void>;
}

export function createBackground(report: (error: unknown) => void): Background {
  const running = new Set<Promise<void>>();
  return {
    start(work) {
      const run = work()
        .catch(report)
        .finally(() => running.delete(run));
      running.add(run);
    },
    async end() {
      await Promise.all(running);
    },
  };
}
