import type { Role } from "../../gql/graphql.ts";
import type { Hat } from "./sign-in.ts";

/** What somebody can open with a hat. The server decides; a page that it would refuse is not offered. */
export interface Opens {
  readonly selfEvaluation: boolean;
  /** Documents of the library. */
  readonly evidence: boolean;
  /** Adding to them; what one may change is said by each. */
  readonly addEvidence: boolean;
  readonly profile: boolean;
  readonly oversight: boolean;
  readonly accessLog: boolean;
  readonly submit: boolean;
  /** The libraries that let this organisation look. */
  readonly overseen: boolean;
  readonly planning: boolean;
  /** Mandates are given to people with this hat. */
  readonly mandates: boolean;
}

type Wearing = Pick<
  Hat,
  "kind" | "library" | "supportOrganisation" | "certificationBody" | "roles"
>;

const ofLibrary: readonly Role[] = [
  "ADMINISTRATOR",
  "QUALITY_COORDINATOR",
  "COLLEAGUE",
  "DIRECTOR",
  "READER",
];
const coordinating: readonly Role[] = ["ADMINISTRATOR", "QUALITY_COORDINATOR"];

export function whatOpens(hat: Wearing): Opens {
  const has = (roles: readonly Role[]) => hat.roles.some((role) => roles.includes(role));
  const isMember = hat.kind === "ORGANISATION";
  const inLibrary = isMember && hat.library && has(ofLibrary);
  return {
    selfEvaluation: inLibrary,
    evidence: inLibrary,
    addEvidence: inLibrary && has([...coordinating, "COLLEAGUE"]),
    profile: inLibrary,
    oversight: inLibrary,
    accessLog: inLibrary && has([...coordinating, "DIRECTOR"]),
    submit: inLibrary && has(coordinating),
    overseen: isMember && hat.supportOrganisation && has(["ADVISER"]),
    planning: isMember && hat.certificationBody && has(["OFFICE"]),
    mandates: isMember && hat.certificationBody && has(["AUDITOR"]),
  };
}
