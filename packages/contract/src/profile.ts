import * as z from "zod/mini";
import { id } from "./id.ts";

/** What `changeProfile` takes. */
export const changeProfileInput = z.object({
  organisationId: id,
  vobMember: z.boolean(),
  runsIdo: z.boolean(),
  locations: z
    .int()
    .check(z.minimum(0, "Een getal van 0 of meer."), z.maximum(10_000, "Hooguit 10.000.")),
  baseVersion: z.int().check(z.minimum(1)),
});
export type ChangeProfileInput = z.infer<typeof changeProfileInput>;
