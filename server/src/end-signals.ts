type EndSignal = "SIGINT" | "SIGTERM" | "SIGHUP";

/** One Ctrl-C reaches a process more than once: from the terminal, and from each of those that started it. */
const oneWishInMs = 1_000;

/**
 * Calls `end` at the first wish to end and at no other: a service manager says it to a whole group, and those in the
 * group pass it on. Only a second Ctrl-C is impatience, and ends the process at once.
 */
export function onEndSignal(end: (signal: EndSignal) => void): void {
  let since: number | undefined;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (since === undefined) {
        since = Date.now();
        end(signal);
      } else if (signal === "SIGINT" && Date.now() - since > oneWishInMs) process.exit(1);
    });
  }
}
