import * as z from "zod/mini";
import {
  faultOf,
  faultOfLine,
  faultText,
  longestText,
  showsSomething,
  tidyLine,
  type TextFault,
} from "./text.ts";

/** What can be kept, and isn't longer: each with a message of its own. */
const keptUpTo = (
  longest: number,
  find: (text: string, longest: number) => TextFault | null = faultOf,
) =>
  z.check<string>(({ value, issues }) => {
    const fault = find(value, longest);
    if (fault) issues.push({ code: "custom", input: value, message: faultText(fault) });
  });

/** Something has to be seen. @param missing what to say where nothing is */
const shown = (missing: string) => z.refine<string>(showsSomething, missing);

/** What people write in a box: lines, as they typed them. @param longest in UTF-16 code units */
export const longText = (longest = longestText) => z.string().check(keptUpTo(longest));

/** {@link longText} without space around it. @param missing what to say where nothing is; without it nothing is fine */
export const trimmedText = (longest: number, missing?: string) =>
  z.pipe(
    z.pipe(
      // Of what is much too long, nobody counts how much is space.
      z.string().check(z.maxLength(2 * longestText, `Hooguit ${longest} tekens.`)),
      z.transform((text) => text.trim()),
    ),
    z.string().check(...(missing === undefined ? [] : [shown(missing)]), keptUpTo(longest)),
  );

/** A name or title. @param missing what to say where nothing is; without it nothing is fine */
export const oneLine = (longest: number, missing?: string, ...more: z.core.$ZodCheck<string>[]) =>
  z.pipe(
    z.pipe(z.string(), z.transform(tidyLine)),
    z
      .string()
      .check(
        ...(missing === undefined ? [] : [shown(missing)]),
        keptUpTo(longest, faultOfLine),
        ...more,
      ),
  );

/** Code of a norm, indicator or assessment question, such as 4.1. */
export const partCode = z.string().check(z.minLength(1), z.maxLength(20));
