import type { z } from "zod";
import type { Content, Locale } from "./content.ts";

/** One mail in both languages, with what it must be given. */
export interface Template<Values extends z.ZodType = z.ZodType> {
  readonly values: Values;
  /** @param values unchecked; checked by the template's own schema */
  compose(locale: Locale, values: unknown): Content;
}

export function template<Values extends z.ZodType>(
  values: Values,
  write: Readonly<Record<Locale, (values: z.output<Values>) => Content>>,
): Template<Values> {
  return { values, compose: (locale, given) => write[locale](values.parse(given)) };
}
