import { Trans, useLingui } from "@lingui/react/macro";
import { writeDayOf } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { focusTitle } from "../../ui/focus.ts";
import table from "../../ui/Table.module.css";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { useRoleNames } from "../identity/role-names.ts";
import { say } from "./done.ts";
import styles from "./Folded.module.css";
import type { Management } from "./management.ts";
import type { Membership } from "./people.ts";

interface Props {
  readonly members: readonly Membership[];
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly organisationId: string;
  /** Null for who may not put anybody back. */
  readonly management: Management | null;
}

/** Who left: their names stay under what they wrote. */
export function LeftMembers({ members, isOpen, onToggle, organisationId, management }: Props) {
  const { i18n } = useLingui();
  const roleNames = useRoleNames();
  const { failure, submit } = useSubmission();
  if (members.length === 0) return null;
  const count = members.length;
  const restore = (member: Membership, by: Management) =>
    submit(async () => {
      say(organisationId, await by.restore(member));
      focusTitle();
    });
  return (
    <details
      className={styles.folded}
      open={isOpen}
      onToggle={(event) => {
        if (event.currentTarget.open !== isOpen) onToggle(event.currentTarget.open);
      }}
    >
      <summary>
        <Trans>Wie geen toegang meer heeft ({count})</Trans>
      </summary>
      <FailureAlert failure={failure} />
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Naam</Trans>
            </th>
            <th scope="col">
              <Trans>Was</Trans>
            </th>
            <th scope="col">
              <Trans>Tot</Trans>
            </th>
            {management !== null && (
              <td>
                <VisuallyHidden>
                  <Trans>Wat je kunt doen</Trans>
                </VisuallyHidden>
              </td>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => {
            const { personId, name, roles, endedAt } = member;
            return (
              <tr key={personId}>
                <td className={table.name}>{name}</td>
                <td>{roleNames(roles)}</td>
                <td className={table.soft}>
                  {endedAt !== null && (
                    <time dateTime={endedAt}>{writeDayOf(endedAt, i18n.locale)}</time>
                  )}
                </td>
                {management !== null && (
                  <td className={table.actions}>
                    <Button look="quiet" small onClick={() => restore(member, management)}>
                      <Trans>Geef weer toegang</Trans>
                      <VisuallyHidden> {name}</VisuallyHidden>
                    </Button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
