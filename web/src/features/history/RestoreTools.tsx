import { Trans, useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { loadAnew } from "../../network/apollo.ts";
import {
  AnswerIndicatorDocument,
  TextHistoryDocument,
  WritePassageDocument,
} from "../../gql/graphql.ts";
import type { TextHistoryQueryVariables } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { announce } from "../../ui/LiveRegion.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import styles from "./HistoryDialog.module.css";
import type { TextKey } from "./text-key.ts";
import type { Version } from "./version.ts";

interface Props {
  readonly textKey: TextKey;
  readonly version: Version;
  readonly latest: Version;
  readonly canRestore: boolean;
  readonly variables: TextHistoryQueryVariables;
}

type Outcome =
  | { readonly kind: "restored"; readonly before: Version }
  | { readonly kind: "undone" | "clash" };

/** Puts a version back, which is writing it again: somebody who wrote meanwhile goes before it. */
export function RestoreTools({ textKey, version, latest, canRestore, variables }: Props) {
  const { t } = useLingui();
  const client = useApolloClient();
  const { isBusy, failure, submit } = useSubmission();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { part, field } = textKey;

  const write = async (words: Version): Promise<boolean> => {
    const { organisationId, cycleId } = variables;
    const there = { organisationId, cycleId, baseVersion: latest.version };
    if (field === null) {
      if (part === null) return false;
      const { verdict, neeLabel, body: explanation } = words;
      const input = { ...there, indicator: part, verdict, neeLabel, explanation, restoring: true };
      const { data } = await client.mutate({
        mutation: AnswerIndicatorDocument,
        variables: { input },
      });
      return data?.answerIndicator.__typename === "IndicatorAnswered";
    }
    const input = { ...there, part, field, body: words.body, restoring: true };
    const { data } = await client.mutate({ mutation: WritePassageDocument, variables: { input } });
    return data?.writePassage.__typename === "PassageWritten";
  };
  const put = (words: Version, done: Outcome, said: string) =>
    submit(async () => {
      const isWritten = await write(words);
      setOutcome(isWritten ? done : { kind: "clash" });
      announce(isWritten ? said : t`Er is intussen geschreven. Er is niets teruggezet.`);
      await loadAnew(client, TextHistoryDocument, variables);
    });

  return (
    <div className={styles.restore}>
      {outcome?.kind === "clash" && (
        <Notice kind="attention">
          <p>
            <Trans>
              Er is intussen geschreven, dus er is niets teruggezet. De nieuwste versie staat
              bovenaan; kijk eerst of je die wilt vervangen.
            </Trans>
          </p>
        </Notice>
      )}
      {outcome?.kind === "restored" && (
        <p>
          <Trans>De versie staat er weer.</Trans>{" "}
          <Button
            look="quiet"
            small
            aria-disabled={isBusy}
            onClick={() => put(outcome.before, { kind: "undone" }, t`Teruggedraaid.`)}
          >
            <Trans>Maak ongedaan</Trans>
          </Button>
        </p>
      )}
      {canRestore && version.id !== latest.id && (
        <Button
          aria-disabled={isBusy}
          onClick={() =>
            put(version, { kind: "restored", before: latest }, t`De versie staat er weer.`)
          }
        >
          <Trans>Zet deze versie terug</Trans>
        </Button>
      )}
      <FailureAlert failure={failure} />
    </div>
  );
}
