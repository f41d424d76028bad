import { z } from "zod";

/** What ends a line or turns its direction round: with it, a name could add a header or pass for another text. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** A name or another short text, on one line. */
export const line = z
  .string()
  .transform((text) => text.replaceAll(invisible, " ").trim())
  .pipe(z.string().min(1).max(300));

/** One address. Display names, lists and comments are refused, and with them everything that could start a header. */
export const address = z.email().max(254);

/** A moment, as an ISO 8601 text with its zone. */
export const moment = z.iso.datetime({ offset: true });

/**
 * A page of ours, from its first slash. Whole addresses are refused: mail of ours never leads elsewhere.
 */
export const page = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/);
