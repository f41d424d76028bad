type Begun = Record<string, Promise<Response> | undefined>;

interface Ahead {
  /** By the body that was sent. */
  readonly answers: Begun;
  /** By name, from the root of the site. */
  readonly files: Begun;
}

/** What the script of `build/ahead.ts` began before this one came. */
let { ahead } = globalThis as { ahead?: Ahead | undefined };

/** Takes what was asked for already, once; else asks. */
export function takeOr(
  kind: keyof Ahead,
  key: string,
  ask: () => Promise<Response>,
): Promise<Response> {
  const begun = ahead?.[kind][key];
  delete ahead?.[kind][key];
  // What failed on its way may succeed now.
  return begun?.catch(ask) ?? ask();
}

/** When the first page stands: what nobody took by then is old. */
export function forgetAhead(): void {
  ahead = undefined;
}
