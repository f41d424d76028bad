import { Trans } from "@lingui/react/macro";
import type { Role } from "../../gql/graphql.ts";
import { useRoleNames } from "../identity/role-names.ts";
import styles from "./Folded.module.css";
import { useRoleAbout } from "./role-about.ts";

/** What the roles of an organisation mean, for who wonders. */
export function RoleMeanings({ roles }: { readonly roles: readonly Role[] }) {
  return (
    <details className={styles.folded}>
      <summary>
        <Trans>Wat de rollen betekenen</Trans>
      </summary>
      <RoleList roles={roles} fitting={roles} />
    </details>
  );
}

interface ListProps {
  readonly roles: readonly Role[];
  /** All that the organisation has. */
  readonly fitting: readonly Role[];
}

export function RoleList({ roles, fitting }: ListProps) {
  const roleNames = useRoleNames();
  const about = useRoleAbout(fitting);
  return (
    <dl className={styles.meanings}>
      {roles.map((role) => (
        <div key={role}>
          <dt>{roleNames([role])}</dt>
          <dd>{about(role)}</dd>
        </div>
      ))}
    </dl>
  );
}
