/**
 * Mutants that change nothing that anybody could notice, by name, and why. The whole run tries them too: one that is
 * killed, or that is gone, must leave this list.
 */
export const equivalent: Readonly<Record<string, string>> = {
  "tenancy.auditor_belongs() without asking r.organisation_id = tenancy.hat()":
    "Only an own role writes planning, and own roles are those at the organisation under the hat.",
};
