import { fields } from "./areas/fields.ts";
import { injection } from "./areas/injection.ts";
import { statement } from "./areas/statement.ts";
import type { Area } from "./range.ts";

/** Every kind of attack, in the order in which they are made. */
export const areas: readonly Area[] = [fields, injection, statement];
