// Apart from the schemas that hold people to them: whoever imports one of those has zod come along, and pages need only these.

/** Longest comment, in UTF-16 code units. */
export const longestComment = 4_000;
/** Longest text that somebody looks for, in UTF-16 code units. */
export const longestSearch = 200;
/** Longest name and note of an item of evidence, and name of a file, in UTF-16 code units. */
export const longestTitle = 200;
export const longestNote = 500;
export const longestFileName = 200;
/** First and last day that somebody can agree on or write about. */
export const firstDay = "2000-01-01";
export const lastDay = "2099-12-31";
/** Largest file in bytes: 100 MB. */
export const largestFile = 100 * 1024 * 1024;
