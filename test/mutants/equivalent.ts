/**
 * Mutants that change nothing that anybody could notice, by name, and why. The whole run tries them too: one that is
 * killed, or that is gone, must leave this list.
 */
export const equivalent: Readonly<Record<string, string>> = {};
