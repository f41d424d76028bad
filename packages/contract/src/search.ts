/** Longest text that somebody looks for, in UTF-16 code units. Apart from what needs zod: every page knows it. */
export const longestSearch = 200;
