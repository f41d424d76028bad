import * as z from "zod/mini";

/** An id as clients send it, in the small letters in which the database gives ids back: they are compared as text. */
export const id = z.uuid().check(z.toLowerCase());
