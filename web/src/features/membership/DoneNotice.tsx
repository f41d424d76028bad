import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { writeDayOf } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { focusTitle } from "../../ui/focus.ts";
import { announce } from "../../ui/LiveRegion.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { DemoOutbox } from "../demo/DemoOutbox.tsx";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { Refused } from "../../network/problem.ts";
import { useRoleNames } from "../identity/role-names.ts";
import { hush, say } from "./done.ts";
import type { Done } from "./done.ts";
import styles from "./DoneNotice.module.css";
import type { Management } from "./management.ts";

interface Props {
  readonly done: Done;
  readonly organisationId: string;
  readonly management: Management;
}

/** What was done last, and taking it back. */
export function DoneNotice({ done, organisationId, management }: Props) {
  const words = useWords(done);
  const { isBusy, failure, submit } = useSubmission();
  useEffect(() => announce(words), [words]);

  const undo = () =>
    submit(async () => {
      const undone = await management.undo(done);
      // Somebody changed the roles since; they stay as that person left them.
      if (undone.kind === "conflict") throw new Refused("NOT_FOUND");
      say(organisationId, undone);
    });

  return (
    <div className={styles.done}>
      <Notice kind="step">
        <div className={styles.words}>
          <p>{words}</p>
          <Button look="quiet" aria-disabled={isBusy} onClick={undo}>
            {done.kind === "withdrawn" ? (
              <Trans>Nodig opnieuw uit</Trans>
            ) : (
              <Trans>Maak ongedaan</Trans>
            )}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              hush();
              focusTitle();
            }}
          >
            <Trans>Sluit</Trans>
          </Button>
        </div>
      </Notice>
      {done.kind === "invited" && <DemoOutbox />}
      <FailureAlert
        failure={failure}
        words={{
          NOT_FOUND: (
            <Trans>
              Terugdraaien kan niet meer: iemand anders was je voor. Er is niets veranderd.
            </Trans>
          ),
        }}
      />
    </div>
  );
}

function useWords(done: Done): string {
  const { t, i18n } = useLingui();
  const roleNames = useRoleNames();
  switch (done.kind) {
    case "invited": {
      const { name, email, expiresAt } = done.invitation;
      const day = writeDayOf(expiresAt, i18n.locale);
      return t`${name} is uitgenodigd op ${email}. De link in de mail werkt tot en met ${day}.`;
    }
    case "withdrawn": {
      const { name } = done.invitation;
      return t`De uitnodiging voor ${name} is ingetrokken. De link in de mail werkt niet meer.`;
    }
    case "removed": {
      const { name } = done.member;
      return t`${name} heeft geen toegang meer. Wat er al geschreven is, blijft staan.`;
    }
    case "restored": {
      const { name, roles } = done.member;
      const names = roleNames(roles);
      return t`${name} heeft weer toegang, als ${names}.`;
    }
    case "roles": {
      const { name, roles } = done.member;
      const names = roleNames(roles);
      return t`${name} is nu ${names}.`;
    }
  }
}
