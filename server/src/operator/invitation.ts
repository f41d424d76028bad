import { createHash, randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { day } from "../mail/dates.ts";
import type { Administrator } from "./command.ts";
import type { Query } from "./database.ts";
import { enqueueMail } from "./mail.ts";
import { OperatorError } from "./refusal.ts";
import type { Surroundings } from "./surroundings.ts";

/** How long a first administrator has, in days: longer than a colleague, for nobody there can invite them again. */
const validDays = 30;

/** Who invites, as the mail says it. */
const sender = "Beheer Toetssteen";

/**
 * Invites the first administrator: nobody is a member yet, so nobody of the organisation did. An earlier invitation to
 * the same address stops working. The token is printed and mailed, and kept nowhere.
 *
 * @returns what to print, a line each
 * @throws {OperatorError} without PUBLIC_URL
 */
export async function inviteAdministrator(
  query: Query,
  organisation: { readonly id: string; readonly name: string },
  { email, name }: Administrator,
  { publicUrl }: Surroundings,
): Promise<string[]> {
  if (publicUrl === undefined)
    throw new OperatorError(
      "PUBLIC_URL ontbreekt: de link in de uitnodiging begint met het adres dat mensen intypen, bijvoorbeeld PUBLIC_URL=https://toetssteen.example.",
    );
  const roles = ["administrator" as const];
  const token = randomBytes(32).toString("base64url");
  await query(
    `update toetssteen.invitation set withdrawn_at = now()
     where organisation_id = $1 and accepted_at is null and withdrawn_at is null and (email = $2 or invited_by is null)`,
    [organisation.id, email],
  );
  const [made] = await query<{ expires_at: Date }>(
    `insert into toetssteen.invitation (organisation_id, id, email, name, roles, token_hash, expires_at)
     values ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7)) returning expires_at`,
    [
      organisation.id,
      uuidv7(),
      email,
      name,
      roles,
      createHash("sha256").update(token).digest("hex"),
      validDays,
    ],
  );
  const expiresAt = (made as { expires_at: Date }).expires_at.toISOString();
  const page = `/uitnodiging/${token}`;
  const values = {
    name,
    organisationName: organisation.name,
    invitedBy: sender,
    roles,
    page,
    expiresAt,
  };
  await enqueueMail(query, organisation.id, {
    to: email,
    template: "invitation",
    locale: "nl",
    values,
  });
  return [
    `Uitnodiging voor ${name} (${email}), geldig tot en met ${day("nl", expiresAt)}:`,
    `  ${publicUrl}${page}`,
    "Deze link staat nergens anders dan hier en in de mail, die uitgaat zodra de server mail verstuurt.",
  ];
}
