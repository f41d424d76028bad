import type { Role } from "../../gql/graphql.ts";
import { isAdministrator } from "./people.ts";
import type { Invitation, Membership } from "./people.ts";

export type NextStep =
  /** An invitation ran out before it was accepted. */
  | { readonly kind: "invite-again"; readonly name: string }
  | { readonly kind: "invite-first" }
  /** Nobody has the role that everything turns on. */
  | { readonly kind: "find-coordinator" }
  | { readonly kind: "second-administrator" }
  | { readonly kind: "wait"; readonly open: number }
  | { readonly kind: "done" };

interface State {
  readonly fittingRoles: readonly Role[];
  readonly present: readonly Membership[];
  readonly invitations: readonly Invitation[];
}

/** The one thing an administrator should do next about who takes part. */
export function nextStep({ fittingRoles, present, invitations }: State, now: Date): NextStep {
  const open = invitations.filter((invitation) => !isExpired(invitation, now));
  const expired = invitations.find((invitation) => isExpired(invitation, now));
  const everybody = [...present, ...open];
  if (expired) return { kind: "invite-again", name: expired.name };
  if (everybody.length < 2) return { kind: "invite-first" };
  const coordinates = ({ roles }: { readonly roles: readonly Role[] }) =>
    roles.includes("QUALITY_COORDINATOR");
  if (fittingRoles.includes("QUALITY_COORDINATOR") && !everybody.some(coordinates))
    return { kind: "find-coordinator" };
  if (everybody.filter(isAdministrator).length < 2) return { kind: "second-administrator" };
  return open.length > 0 ? { kind: "wait", open: open.length } : { kind: "done" };
}

export function isExpired({ expiresAt }: Pick<Invitation, "expiresAt">, now: Date): boolean {
  return new Date(expiresAt) <= now;
}
