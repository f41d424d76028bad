import type { IncomingHttpHeaders } from "node:http";
import { Refusal } from "../graphql/errors.ts";
import { nobody, type Principal } from "../tenancy/principal.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Who a request says is asking, and for whom; the database decides what that is worth. */
export interface Asks {
  readonly principal: Principal;
  readonly hat: string | null;
}

/** @throws {Refusal} INVALID_INPUT when the header x-hat is not an id */
export function asks(headers: IncomingHttpHeaders, token: string | null): Asks {
  const hat = headers["x-hat"];
  if (hat !== undefined && (typeof hat !== "string" || !uuid.test(hat))) {
    throw new Refusal("INVALID_INPUT", [
      { path: "x-hat", message: "Een UUID van een organisatie." },
    ]);
  }
  return {
    principal: token === null ? nobody : { kind: "session", token },
    hat: hat?.toLowerCase() ?? null,
  };
}
