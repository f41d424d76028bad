import { Trans, useLingui } from "@lingui/react/macro";
import { PartWorkFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { PartWorkFragment } from "../../gql/graphql.ts";
import { Initials } from "../../ui/Initials.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import { AssignTools } from "./AssignTools.tsx";
import { DueText } from "./DueText.tsx";
import { useBesidePart } from "./norm-margin.tsx";
import styles from "./PartWork.module.css";
import { StateField } from "./StateField.tsx";

/** In the margin of a part: who does it, by when, and how far it is. */
export function PartWork({ part }: { readonly part: string }) {
  const { t } = useLingui();
  const beside = useBesidePart(part);
  if (beside === null) return null;
  const work = readFragment(PartWorkFragmentDoc, beside);
  return (
    <section className={styles.work} aria-label={t`Werk aan ${part}`}>
      <Assignee work={work} />
      <StateField part={part} state={work.state} canSet={work.canSetState} />
      {work.canAssign && <AssignTools work={work} />}
    </section>
  );
}

function Assignee({ work: { assignee, dueOn, state } }: { readonly work: PartWorkFragment }) {
  const { personId } = useDossierPlace();
  const due = dueOn !== null && state !== "DONE" && <DueText day={dueOn} />;
  if (assignee === null)
    return (
      <p className={styles.nobody}>
        <Trans>Nog niet verdeeld</Trans>
        {due}
      </p>
    );
  return (
    <div className={styles.assignee}>
      <Initials name={assignee.name} />
      <p>
        {assignee.personId === personId ? (
          <Trans>
            <strong>Jij</strong> werkt hieraan
          </Trans>
        ) : (
          <Trans>
            <strong>{assignee.name}</strong> werkt hieraan
          </Trans>
        )}
        {due}
      </p>
    </div>
  );
}
