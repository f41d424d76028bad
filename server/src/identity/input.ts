import { passwordLength } from "@toetssteen/contract";
import { z } from "zod";

const email = z
  .string()
  .max(254)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email());

/** No minimum here: how long a password must be says nothing about whether this one is right. */
const password = z.string().min(1).max(passwordLength.max);
const newPassword = z.string().min(passwordLength.min).max(passwordLength.max);

const token = z.string().min(1).max(200);
const locale = z.enum(["nl", "en"]).default("nl");
const code = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/\s/g, ""))
  .pipe(z.string().regex(/^\d{6}$/));
const recoveryCode = z.string().min(1).max(40);

export const newAccount = z.object({
  email,
  name: z.string().trim().min(1).max(200),
  password: newPassword,
});

/** What each path under /api/auth takes. */
export const bodies = {
  nothing: z.unknown(),
  signIn: z.object({ email, password }),
  signInSecondFactor: z.union([
    z.strictObject({ code, locale }),
    z.strictObject({ recoveryCode, locale }),
  ]),
  requestReset: z.object({ email, locale }),
  reset: z.object({ token, password: newPassword, locale }),
  changePassword: z.object({ currentPassword: password, newPassword, locale }),
  startSecondFactor: z.object({ password }),
  confirmSecondFactor: z.object({ code, locale }),
  renewRecoveryCodes: z.object({ password, code, locale }),
  disableSecondFactor: z.union([
    z.strictObject({ password, code, locale }),
    z.strictObject({ password, recoveryCode, locale }),
  ]),
  endSession: z.object({ id: z.uuid() }),
  acceptInvitation: z.object({ token, password: newPassword }),
} as const;
