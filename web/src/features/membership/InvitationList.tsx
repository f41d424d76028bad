import { Trans, useLingui } from "@lingui/react/macro";
import { writeDayOf } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { Button } from "../../ui/Button.tsx";
import { focusTitle } from "../../ui/focus.ts";
import table from "../../ui/Table.module.css";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { useRoleNames } from "../identity/role-names.ts";
import { say } from "./done.ts";
import type { Done } from "./done.ts";
import styles from "./InvitationList.module.css";
import type { Management } from "./management.ts";
import { isExpired } from "./next-step.ts";
import { useInvitations } from "./people.ts";

interface Props {
  readonly organisationId: string;
  readonly management: Management;
}

/** Who was invited and isn't in yet. */
export function InvitationList({ organisationId, management }: Props) {
  const { i18n } = useLingui();
  const invitations = useInvitations(organisationId);
  const roleNames = useRoleNames();
  const now = useNow();
  const { failure, submit } = useSubmission();
  if (invitations.length === 0) return null;
  const act = (work: () => Promise<Done>) =>
    submit(async () => {
      say(organisationId, await work());
      // The row that had the focus is gone; what was done is said at the top.
      focusTitle();
    });
  return (
    <section aria-labelledby="uitgenodigd" className={styles.invitations}>
      <h2 id="uitgenodigd" className={styles.heading}>
        <Trans>Uitgenodigd</Trans>
      </h2>
      <FailureAlert failure={failure} />
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Naam</Trans>
            </th>
            <th scope="col">
              <Trans>Rol</Trans>
            </th>
            <th scope="col">
              <Trans>Link geldig</Trans>
            </th>
            <td>
              <VisuallyHidden>
                <Trans>Wat je kunt doen</Trans>
              </VisuallyHidden>
            </td>
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => {
            const { id, name, email, roles, expiresAt, undeliverableAt } = invitation;
            const day = writeDayOf(expiresAt, i18n.locale);
            return (
              <tr key={id}>
                <td>
                  <span className={table.name}>{name}</span>
                  <span className={styles.address}>{email}</span>
                </td>
                <td>{roleNames(roles)}</td>
                <td className={table.soft}>
                  {undeliverableAt ? (
                    <strong className={styles.expired}>
                      <Trans>mail kwam niet aan: dit adres bestaat niet</Trans>
                    </strong>
                  ) : isExpired(invitation, now) ? (
                    <strong className={styles.expired}>
                      <Trans>verlopen op {day}</Trans>
                    </strong>
                  ) : (
                    <Trans>tot en met {day}</Trans>
                  )}
                </td>
                <td className={table.actions}>
                  <span className={styles.actions}>
                    <Button
                      look="quiet"
                      small
                      onClick={() => act(() => management.invite(invitation))}
                    >
                      <Trans>Stuur opnieuw</Trans>
                      <VisuallyHidden> {name}</VisuallyHidden>
                    </Button>
                    <Button
                      look="quiet"
                      small
                      onClick={() => act(() => management.withdraw(invitation))}
                    >
                      <Trans>Trek in</Trans>
                      <VisuallyHidden> {name}</VisuallyHidden>
                    </Button>
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
