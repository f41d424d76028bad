import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { load } from "../../network/apollo.ts";
import { MembersDocument } from "../../gql/graphql.ts";
import type { WorkState } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { useWanted } from "../../network/use-wanted.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import styles from "./BulkTools.module.css";
import { GiveSeveral } from "./GiveSeveral.tsx";
import { SetSeveral } from "./SetSeveral.tsx";
import type { Task } from "./tasks.ts";
import { useBulkWork } from "./use-bulk-work.ts";

interface Props {
  /** What can be chosen. */
  readonly all: readonly Task[];
  /** What is chosen of it. */
  readonly chosen: readonly Task[];
  readonly onChoose: (parts: readonly string[]) => void;
  /** Before anything changes, where a list would move under one's hands. */
  readonly onChange: (tasks: readonly Task[]) => void;
}

interface Done {
  readonly words: string;
  readonly undo: () => Promise<void>;
}

/** Above a list of tasks: to give several to somebody, or say how far they are, and to take that back. */
export function BulkTools({ all, chosen, onChoose, onChange }: Props) {
  const { t } = useLingui();
  const client = useApolloClient();
  const { organisationId } = useDossierPlace();
  const { assign, setStates } = useBulkWork();
  const { isBusy, failure, submit } = useSubmission();
  const [done, setDone] = useState<Done | null>(null);
  const canAssign = chosen.length > 0 && chosen.every((task) => task.canAssign);
  const canSet = chosen.length > 0 && chosen.every((task) => task.canSetState);
  const members = useWanted(() => load(client, MembersDocument, { organisationId }), canAssign);
  const { length } = chosen;

  const act = (work: () => Promise<void>, words: string, undo: () => Promise<void>) =>
    submit(async () => {
      onChange(chosen);
      await work();
      announce(words);
      setDone({ words, undo });
      onChoose([]);
    });
  const give = (assigneeId: string | null, dueOn: string | null, name: string) => {
    const before = chosen.map(({ part, assignee, dueOn: day }) => ({
      part,
      assigneeId: assignee?.personId ?? null,
      dueOn: day,
    }));
    const after = before.map((one) => ({ ...one, assigneeId, dueOn: dueOn ?? one.dueOn }));
    const parts = plural(length, { one: "# onderdeel", other: "# onderdelen" });
    const words =
      assigneeId === null ? t`Niet meer verdeeld: ${parts}.` : t`${parts} gegeven aan ${name}.`;
    act(
      () => assign(after),
      words,
      () => assign(before),
    );
  };
  const set = (state: WorkState, name: string) => {
    const before = chosen.map(({ part, state: was }) => ({ part, state: was }));
    const parts = plural(length, { one: "# onderdeel", other: "# onderdelen" });
    act(
      () => setStates(before.map(({ part }) => ({ part, state }))),
      t`${parts} op ‘${name}’ gezet.`,
      () => setStates(before),
    );
  };
  const takeBack = ({ undo }: Done) =>
    submit(async () => {
      await undo();
      announce(t`Teruggezet zoals het was.`);
      setDone(null);
    });

  return (
    <section className={styles.bulk} aria-label={t`Met meer onderdelen tegelijk`}>
      <label className={styles.all}>
        <input
          type="checkbox"
          checked={length > 0 && length === all.length}
          ref={(box) => {
            if (box) box.indeterminate = length > 0 && length < all.length;
          }}
          onChange={({ currentTarget }) =>
            onChoose(currentTarget.checked ? all.map(({ part }) => part) : [])
          }
        />
        {length === 0 ? (
          <Trans>Kies alle {all.length}</Trans>
        ) : (
          <Trans>
            {length} van {all.length} gekozen
          </Trans>
        )}
      </label>
      {(canAssign || canSet) && (
        <div className={styles.tools}>
          {canAssign && members.come !== null && (
            <GiveSeveral organisationId={organisationId} isBusy={isBusy} onGive={give} />
          )}
          {canSet && <SetSeveral isBusy={isBusy} onSet={set} />}
        </div>
      )}
      {done !== null && (
        <p>
          {done.words}{" "}
          <Button look="quiet" small aria-disabled={isBusy} onClick={() => takeBack(done)}>
            <Trans>Maak ongedaan</Trans>
          </Button>
        </p>
      )}
      <FailureAlert failure={failure ?? members.failure} />
    </section>
  );
}
