/** Every task that a job may ask for; what each takes is `catalogue.ts`. The database refuses any other name. */
export const taskNames = ["mail", "scan"] as const;
export type TaskName = (typeof taskNames)[number];

/** Largest payload of a job in bytes. What is bigger belongs in a table, and the job names its row. */
export const largestPayload = 32_768;

/** SQLSTATE, of our own making, of a mail too many. */
export const tooManyMails = "TS001";
