/** What goes on in the background until it is stopped. */
export interface Regular {
  /** Resolves when the round that is under way is over. */
  stop(): Promise<void>;
}

/** Does something at the start and then every while; a round that takes longer is waited for, and one that fails said. */
export function startRegularly(input: {
  readonly everyMs: number;
  readonly round: () => Promise<unknown>;
  readonly failed: (error: unknown) => void;
}): Regular {
  let running: Promise<unknown> | undefined;
  const begin = () => {
    running ??= input
      .round()
      .catch(input.failed)
      .finally(() => (running = undefined));
  };
  begin();
  const timer = setInterval(begin, input.everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
