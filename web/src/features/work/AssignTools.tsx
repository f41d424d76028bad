import { Trans, useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { load } from "../../network/apollo.ts";
import { MembersDocument } from "../../gql/graphql.ts";
import { fetchWhenIdle, part as partOf } from "../../network/part.ts";
import { Button } from "../../ui/Button.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { usePanel } from "../../address/use-panel.ts";
import { useSubmission } from "../../network/use-submission.ts";
import { useWanted } from "../../network/use-wanted.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import styles from "./AssignTools.module.css";
import type { Task } from "./tasks.ts";
import { useWorkChanges } from "./use-work-changes.ts";
import type { Given } from "./use-work-changes.ts";

const assignForm = partOf(() => import("./AssignForm.tsx"));

/** What was done last, with what it was before. */
interface Done {
  readonly words: string;
  readonly before: Given;
}

interface Props {
  readonly work: Pick<Task, "part" | "assignee" | "dueOn">;
  /** Before anything changes, where a list would move under one's hands. */
  readonly onChange?: (() => void) | undefined;
}

/** Giving a part to somebody, and taking that back. The form comes when it is first opened. */
export function AssignTools({ work, onChange }: Props) {
  const { t } = useLingui();
  const { part, assignee, dueOn } = work;
  const client = useApolloClient();
  const { organisationId, personId } = useDossierPlace();
  const { assign } = useWorkChanges(part);
  const { isBusy, failure, submit } = useSubmission();
  const { isOpen, open, close, opener } = usePanel(`toewijzen-${part}`);
  const form = useWanted(async () => {
    const members = load(client, MembersDocument, { organisationId });
    const [come] = await Promise.all([assignForm.load(), members]);
    return come;
  }, isOpen);
  useEffect(() => fetchWhenIdle(assignForm), []);
  const [done, setDone] = useState<Done | null>(null);
  const before: Given = { assigneeId: assignee?.personId ?? null, dueOn };

  const give = (given: Given, words: string) =>
    submit(async () => {
      onChange?.();
      await assign(given);
      announce(words);
      setDone({ words, before });
      close();
    });
  const undo = ({ before: earlier }: Done) =>
    submit(async () => {
      await assign(earlier);
      announce(t`Teruggezet zoals het was.`);
      setDone(null);
      close();
    });

  if (form.come !== null)
    return (
      <div className={styles.panel}>
        <form.come.AssignForm
          part={part}
          given={before}
          assignee={assignee}
          organisationId={organisationId}
          personId={personId}
          isBusy={isBusy}
          onGive={give}
          onClose={close}
        />
        <FailureAlert failure={failure} />
      </div>
    );
  return (
    <>
      <div className={styles.tools}>
        {assignee === null && (
          <Button
            look="quiet"
            small
            aria-disabled={isBusy}
            onClick={() => give({ assigneeId: personId, dueOn }, t`Jij werkt nu aan ${part}.`)}
          >
            <Trans>Ik doe dit</Trans>
            <About part={part} />
          </Button>
        )}
        <Button
          ref={opener}
          look="quiet"
          small
          aria-disabled={isBusy}
          onClick={isOpen ? form.again : open}
        >
          {assignee === null ? <Trans>Wijs toe</Trans> : <Trans>Wijzig</Trans>}
          <About part={part} />
        </Button>
      </div>
      {done !== null && (
        <p className={styles.done}>
          {done.words}{" "}
          <Button look="quiet" small aria-disabled={isBusy} onClick={() => undo(done)}>
            <Trans>Maak ongedaan</Trans>
          </Button>
        </p>
      )}
      <FailureAlert failure={failure ?? form.failure} />
    </>
  );
}

/** Tells buttons apart that say the same beside every part. */
function About({ part }: { readonly part: string }) {
  return (
    <VisuallyHidden>
      {" "}
      <Trans>(bij {part})</Trans>
    </VisuallyHidden>
  );
}
