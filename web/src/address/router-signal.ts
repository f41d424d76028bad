import type { AnyRedirect, NotFoundError } from "@tanstack/react-router";

/** Ends a loader with a redirect or "not found", which the router takes as something thrown. */
export function throwSignal(signal: AnyRedirect | NotFoundError): never {
  // oxlint-disable-next-line typescript/only-throw-error -- the router's protocol, and no error
  throw signal;
}
