import { Trans, useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import type { FormEvent } from "react";
import type { EvidenceWholeFragment } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { useInvalidFocus } from "../../ui/focus.ts";
import { announce } from "../../ui/LiveRegion.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { DetailFields } from "./DetailFields.tsx";
import { detailsOf, differences, inputOf, problemsOf } from "./details.ts";
import type { DetailProblem, Details } from "./details.ts";
import { EvidenceClash } from "./EvidenceClash.tsx";
import styles from "./EvidenceForm.module.css";
import { writeEvidence } from "./write-evidence.ts";

interface Props {
  readonly organisationId: string;
  readonly item: EvidenceWholeFragment;
  readonly onDone: () => void;
}

/** Changes what is said of a document. Who was second sees both, and chooses. */
export function EditEvidence({ organisationId, item, onDone }: Props) {
  const { t } = useLingui();
  const client = useApolloClient();
  const [details, setDetails] = useState<Details>(() => detailsOf(item));
  // What was there when the form opened: others may have changed it since.
  const [base, setBase] = useState(item);
  const [theirs, setTheirs] = useState<EvidenceWholeFragment | null>(null);
  const [problems, setProblems] = useState<ReadonlySet<DetailProblem>>(new Set());
  const form = useInvalidFocus<HTMLFormElement>(problems);
  const { isBusy, failure, submit } = useSubmission();

  const save = (baseVersion: number) =>
    submit(async () => {
      const input = inputOf(details, { organisationId, id: item.id, baseVersion });
      const { isWritten, latest } = await writeEvidence(client, input);
      if (!isWritten) {
        setTheirs(latest);
        return;
      }
      announce(t`Bewaard.`);
      onDone();
    });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const wrong = problemsOf(details);
    setProblems(wrong);
    if (wrong.size > 0) return;
    if (differences(detailsOf(base), details).length === 0) return onDone();
    save(base.version);
  };

  if (theirs !== null)
    return (
      <>
        <FailureAlert failure={failure} />
        <EvidenceClash
          theirs={theirs}
          mine={details}
          isBusy={isBusy}
          onKeepMine={() => {
            setBase(theirs);
            save(theirs.version);
          }}
          onKeepTheirs={onDone}
        />
      </>
    );
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={send}
      noValidate
      aria-label={t`Wijzig gegevens`}
    >
      <FailureAlert failure={failure} />
      <DetailFields details={details} problems={problems} onChange={setDetails} />
      <div className={styles.buttons}>
        <Button look="first" type="submit" aria-disabled={isBusy}>
          <Trans>Bewaar</Trans>
        </Button>
        <Button onClick={onDone}>
          <Trans>Annuleer</Trans>
        </Button>
      </div>
    </form>
  );
}
