import { changeNameInput, type ChangeNameInput } from "@toetssteen/contract";
import { Refusal } from "../refusal.ts";
import { validInput } from "../graphql/input.ts";
import type { Role } from "../rights/kinds.ts";
import type { Scope } from "../tenancy/scope.ts";
import type { Hat, MandateHat, Viewer } from "./viewer.type.ts";

interface ViewerRow {
  person_id: string;
  name: string;
  email: string;
  hats: { id: string; name: string; roles: Role[]; library: boolean; appointments: string[] }[];
  mandates: (Omit<MandateHat, "submittedAt" | "opensAt" | "closesAt"> & {
    submittedAt: string;
    opensAt: string;
    closesAt: string;
    open: boolean;
  })[];
}

/** Who asks and for whom they may act, whatever hat is on; nobody is a viewer without person and hats. */
export async function findViewer(scope: Scope): Promise<Viewer> {
  const [row] = await scope.sql<ViewerRow>(
    "viewer",
    "select person_id, name, email, hats, mandates from tenancy.viewer()",
    [],
  );
  if (!row) return { person: null, hats: [], upcomingMandates: [] };
  const mandates = row.mandates.map(({ open, ...mandate }) => ({
    open,
    mandate: {
      ...mandate,
      submittedAt: new Date(mandate.submittedAt),
      opensAt: new Date(mandate.opensAt),
      closesAt: new Date(mandate.closesAt),
    },
  }));
  return {
    person: { id: row.person_id, name: row.name, email: row.email },
    hats: [
      ...row.hats.map(organisationHat),
      ...mandates.filter(({ open }) => open).map(({ mandate }) => mandateHat(mandate)),
    ],
    upcomingMandates: mandates.filter(({ open }) => !open).map(({ mandate }) => mandate),
  };
}

function organisationHat({ appointments, ...hat }: ViewerRow["hats"][number]): Hat {
  return {
    ...hat,
    kind: "organisation",
    supportOrganisation: appointments.includes("support_organisation"),
    certificationBody: appointments.includes("certification_body"),
    mandate: null,
  };
}

function mandateHat(mandate: MandateHat): Hat {
  return {
    id: mandate.id,
    kind: "mandate",
    name: mandate.libraryName,
    roles: ["auditor"],
    library: false,
    supportOrganisation: false,
    certificationBody: false,
    mandate,
  };
}

/** Wherever the person is a member; to the name that they have it changes nothing. @throws {Refusal} INVALID_INPUT · UNAUTHENTICATED */
export async function changeName(scope: Scope, input: ChangeNameInput): Promise<void> {
  const { name } = validInput(changeNameInput, input);
  const [row] = await scope.sql<{ person: string | null }>(
    "change name",
    "select tenancy.person() as person, tenancy.change_name($1)",
    [name],
  );
  if (!row?.person) throw new Refusal("UNAUTHENTICATED");
}
