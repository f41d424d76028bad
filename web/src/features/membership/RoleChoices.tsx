import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Role } from "../../gql/graphql.ts";
import { Checkboxes } from "../../ui/Checkboxes.tsx";
import { useRoleNames } from "../identity/role-names.ts";
import { useRoleAbout } from "./role-about.ts";

interface Props {
  /** Roles that mean something at this organisation. */
  readonly fitting: readonly Role[];
  readonly chosen: readonly Role[];
  readonly hint?: ReactNode;
  readonly error: string | null;
  /** Why one of them can't be changed. */
  readonly fixed?: Partial<Readonly<Record<Role, string>>>;
  readonly onChange: (roles: readonly Role[]) => void;
}

/** Which roles somebody has, each with what it means. */
export function RoleChoices({ fitting, chosen, hint, error, fixed = {}, onChange }: Props) {
  const { t } = useLingui();
  const roleNames = useRoleNames();
  const about = useRoleAbout(fitting);
  // A role from when the organisation was something else stays until somebody takes it away.
  const roles = [...fitting, ...chosen.filter((role) => !fitting.includes(role))];
  return (
    <Checkboxes
      label={t`Rollen`}
      hint={hint}
      error={error}
      options={roles.map((role) => ({
        value: role,
        label: roleNames([role]),
        about: about(role),
        fixed: fixed[role] ?? null,
      }))}
      chosen={chosen}
      onChange={onChange}
    />
  );
}
