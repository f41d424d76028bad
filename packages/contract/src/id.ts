import * as z from "zod/mini";

/** An id as clients send it. */
export const id = z.uuid();
