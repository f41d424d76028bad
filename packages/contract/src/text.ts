import * as z from "zod/mini";

/** Longest text in one box, in UTF-16 code units; about eight printed pages. */
export const longestText = 20_000;

/** What people write in a box of the self-evaluation. */
export const longText = z.string().check(
  z.maxLength(longestText, `Hooguit ${longestText} tekens.`),
  // PostgreSQL's text can't hold it, and no keyboard makes it.
  z.refine(
    (text) => !text.includes("\u0000"),
    "Deze tekst bevat een teken dat niet bewaard kan worden.",
  ),
  z.refine(
    (text) => text.isWellFormed(),
    "Deze tekst bevat een half teken. Typ of plak het opnieuw.",
  ),
);

/** Code of a norm, indicator or assessment question, such as 4.1. */
export const partCode = z.string().check(z.minLength(1), z.maxLength(20));
