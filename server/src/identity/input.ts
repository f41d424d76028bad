import { z } from "zod";
import { passwordLength } from "./password.ts";

const email = z
  .string()
  .max(254)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email());

/** No minimum here: how long a password must be says nothing about whether this one is right. */
export const credentials = z.object({
  email,
  password: z.string().min(1).max(passwordLength.max),
});

export const newAccount = z.object({
  email,
  name: z.string().trim().min(1).max(200),
  password: z.string().min(passwordLength.min).max(passwordLength.max),
});
