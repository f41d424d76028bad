import type { Answer } from "../support/app.ts";
import type { FieldDocument } from "../support/field-documents.ts";

const refusals = {
  UNAUTHENTICATED: {
    status: 401,
    text: '{"errors":[{"message":"Je bent niet (meer) ingelogd. Log in en ga verder waar je was.","extensions":{"code":"UNAUTHENTICATED","severity":"refused"}}]}',
  },
  FORBIDDEN: {
    status: 403,
    text: '{"errors":[{"message":"Dit kun je niet bekijken of doen met de rol die je nu hebt. Kies een andere rol of vraag je beheerder.","extensions":{"code":"FORBIDDEN","severity":"refused"}}]}',
  },
} as const;

/**
 * What somebody got who was asked a field, judged by what went over the line; the line itself where it is none of the
 * three outcomes.
 */
export function outcomeOf(signedIn: boolean, document: FieldDocument, answer: Answer): string {
  const { status, text, code, data, errors } = answer;
  const found = document.found(data).length > 0;
  if (errors.length === 0) return found ? "something" : "nothing";
  const refusal = signedIn ? refusals.FORBIDDEN : refusals.UNAUTHENTICATED;
  if (status === refusal.status && text === refusal.text) return "refused";
  // Only a resolver knows who asks, and whether a token is for this person.
  const isOwn = /^Mutation\.(acceptInvitation|changeName)$/.test(document.path[0] ?? "");
  if (isOwn && data === null && errors.length === 1) {
    if (code === "UNAUTHENTICATED") return "refused";
    if (code === "INVITATION_CLOSED") return "nothing";
  }
  if (errors.length === 1 && code === "NOT_FOUND" && !found) return "nothing";
  return text;
}
