import { Trans, useLingui } from "@lingui/react/macro";
import { useMemo, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { ComboField } from "../../ui/ComboField.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { useFirstFieldFocus } from "../../ui/focus.ts";
import { useRoleNames } from "../identity/role-names.ts";
import { usePeople } from "../membership/people.ts";
import styles from "./AssignForm.module.css";
import { candidates } from "./candidates.ts";
import type { Given } from "./use-work-changes.ts";

export interface AssignFormProps {
  readonly part: string;
  /** As it is now. */
  readonly given: Given;
  readonly assignee: { readonly personId: string; readonly name: string } | null;
  readonly organisationId: string;
  readonly personId: string;
  readonly isBusy: boolean;
  readonly onGive: (given: Given, words: string) => void;
  readonly onClose: () => void;
}

/** Who does a part, and by when. */
export function AssignForm(props: AssignFormProps) {
  const { part, given, assignee, organisationId, personId, isBusy, onGive, onClose } = props;
  const { t } = useLingui();
  const roleNames = useRoleNames();
  const { present } = usePeople(organisationId);
  const [assigneeId, setAssigneeId] = useState(given.assigneeId);
  const [dueOn, setDueOn] = useState(given.dueOn);
  const options = useMemo(
    () =>
      candidates(present, assignee).map(({ personId: id, name, roles }) => ({
        id,
        name: id === personId ? t`${name} (jij)` : name,
        detail: roles.length > 0 ? roleNames(roles) : t`werkt hier niet meer`,
      })),
    [present, assignee, personId, roleNames, t],
  );
  const save = () => {
    const name = options.find(({ id }) => id === assigneeId)?.name ?? "";
    const words =
      assigneeId === null
        ? t`${part} is nu niet verdeeld.`
        : assigneeId === personId
          ? t`Jij werkt nu aan ${part}.`
          : t`${name} werkt nu aan ${part}.`;
    onGive({ assigneeId, dueOn }, words);
  };
  return (
    <form
      ref={useFirstFieldFocus<HTMLFormElement>()}
      className={styles.form}
      aria-label={t`Wie doet ${part}`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ComboField
        label={t`Wie doet dit?`}
        openLabel={t`Toon iedereen`}
        none={t`Niemand met die naam kan hier schrijven.`}
        options={options}
        value={assigneeId}
        onChange={setAssigneeId}
      />
      <DateField label={t`Af op`} hint={t`(niet verplicht)`} value={dueOn} onChange={setDueOn} />
      <div className={styles.actions}>
        <Button type="submit" look="first" small aria-disabled={isBusy}>
          <Trans>Bewaar</Trans>
        </Button>
        {given.assigneeId !== null && (
          <Button
            small
            aria-disabled={isBusy}
            onClick={() => onGive({ assigneeId: null, dueOn }, t`${part} is nu niet verdeeld.`)}
          >
            <Trans>Haal de naam weg</Trans>
          </Button>
        )}
        <Button look="quiet" small onClick={onClose}>
          <Trans>Annuleer</Trans>
        </Button>
      </div>
    </form>
  );
}
