import { Trans } from "@lingui/react/macro";
import type { AnswerFragment } from "../../gql/graphql.ts";
import { fieldHash } from "../writing/field-hash.ts";
import { TextView } from "../writing/TextView.tsx";
import styles from "./AnswerReading.module.css";

/** An answer for somebody who may read it and not change it. */
export function AnswerReading({
  code,
  answer: { verdict, explanation },
}: {
  readonly code: string;
  readonly answer: Pick<AnswerFragment, "verdict" | "explanation">;
}) {
  if (verdict === null && explanation === "") {
    return (
      <p className={styles.none}>
        <Trans>Hier is nog geen antwoord.</Trans>
      </p>
    );
  }
  return (
    <div id={fieldHash(code, "answer")} tabIndex={-1} className={styles.answer}>
      {verdict !== null && (
        <p className={styles.verdict}>
          {verdict === "JA" ? <Trans>Ja</Trans> : <Trans>Nee</Trans>}
        </p>
      )}
      {explanation !== "" && <TextView text={explanation} />}
    </div>
  );
}
