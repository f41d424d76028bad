import type { Log } from "../jobs/log.ts";
import { startRegularly, type Regular } from "../jobs/regularly.ts";
import type { Installation, Reason } from "./installation.ts";

/** How often a worker says that its installation lives. */
const everyMs = 60_000;

const reasons: Readonly<Record<Reason, string>> = {
  unknown: "this database was never told that it is the only one of its kind",
  moved: "this database lives elsewhere than it did: it was put back or copied",
  foreign: "the files belong to another installation",
  behind: "the files have seen a later state of this database than it is in",
};

/** Whether what can't be undone may be done: removing files, and sending mail to people. */
export interface Guard {
  readonly adopted: boolean;
  /** Asks anew; what can't be asked now is as it was. */
  check(): Promise<boolean>;
  /** Asks from now on every minute. @param changed is told when the answer is another than before */
  watch(changed: (adopted: boolean) => Promise<void>): Regular;
}

/** An installation that can't be asked yet, because its files are out of reach, isn't adopted yet either. */
export function openGuard(installation: Installation, log: Log): Guard {
  let said: string | undefined;
  const guard = {
    adopted: false,
    async check() {
      try {
        const standing = await installation.beat();
        guard.adopted = standing.adopted;
        const now = standing.adopted ? "" : reasons[standing.because];
        if (now !== "" && now !== said)
          log.error(
            { because: now },
            "no mail is sent and no file removed until an operator adopts this installation: npm run operator -- adopt",
          );
        said = now;
      } catch (err) {
        log.warn({ err }, "the installation couldn't say beside its files that it lives");
      }
      return guard.adopted;
    },
    watch(changed: (adopted: boolean) => Promise<void>) {
      let last = guard.adopted;
      return startRegularly({
        everyMs,
        round: async () => {
          const now = await guard.check();
          if (now === last) return;
          last = now;
          await changed(now);
        },
        failed: (err) => log.warn({ err }, "the worker couldn't begin or end its mail"),
      });
    },
  };
  return guard;
}
