import { Trans, useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { fold } from "@toetssteen/contract";
import type { PartNamesQuery } from "../../../gql/graphql.ts";
import { SearchField } from "../../../ui/SearchField.tsx";
import styles from "../margin/AttachDialog.module.css";
import parts from "./PartChoice.module.css";

type Part = PartNamesQuery["work"][number];

interface Props {
  /** Those beside which the person may put something. */
  readonly parts: readonly Part[];
  /** Where all of the documents stand already. */
  readonly taken: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Some of the norms, indicators and questions, by norm. */
export function PartChoice({ parts: all, taken, chosen, onChange }: Props) {
  const { t } = useLingui();
  const id = useId();
  const [text, setText] = useState("");
  const words = fold(text).split(" ").filter(Boolean);
  const shown = all.filter(
    (part) =>
      chosen.includes(part.part) ||
      words.every((word) => fold(`${part.part} ${part.text}`).includes(word)),
  );
  return (
    <div className={styles.choice}>
      <SearchField label={t`Zoek een onderdeel`} value={text} onChange={setText} />
      <p className={styles.status} role="status">
        {shown.length === 0 && <Trans>Geen onderdeel met die woorden.</Trans>}
      </p>
      <div className={styles.items} tabIndex={-1}>
        {[...Map.groupBy(shown, ({ norm }) => norm)].map(([norm, ofNorm]) => (
          <fieldset key={norm}>
            <legend className={parts.norm}>
              <Trans>Norm {norm}</Trans>
            </legend>
            {ofNorm.map(({ part, kind, text: words }) => (
              <div key={part} className={styles.item}>
                <input
                  type="checkbox"
                  id={`${id}-${part}`}
                  checked={chosen.includes(part)}
                  disabled={taken.includes(part)}
                  onChange={({ target }) =>
                    onChange([
                      ...chosen.filter((one) => one !== part),
                      ...(target.checked ? [part] : []),
                    ])
                  }
                />
                <label htmlFor={`${id}-${part}`}>
                  <span>
                    <strong className={parts.code}>{part}</strong>{" "}
                    {kind === "NORM" ? <Trans>De norm als geheel: {words}</Trans> : words}
                  </span>
                  {taken.includes(part) && (
                    <span className={styles.about}>
                      <Trans>staat hier al</Trans>
                    </span>
                  )}
                </label>
              </div>
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}
