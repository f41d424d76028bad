import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { useItemState, usePeriodText } from "../evidence-text.ts";
import type { Added } from "../use-add-evidence.ts";
import styles from "./AttachDialog.module.css";
import { useFoundEvidence } from "./use-found-evidence.ts";

interface Props {
  readonly organisationId: string;
  /** Documents that can't be chosen: they stand there already. */
  readonly taken: readonly string[];
  readonly chosen: readonly Added[];
  readonly onChange: (chosen: readonly Added[]) => void;
}

/** Some of the documents that are there, found by a part of its name. The newest show before anything is typed. */
export function EvidenceChoice({ organisationId, taken, chosen, onChange }: Props) {
  const { t } = useLingui();
  const id = useId();
  const [text, setText] = useState("");
  const { items, total, state, retry } = useFoundEvidence(organisationId, text);
  const periodText = usePeriodText();
  const itemState = useItemState();
  return (
    <div className={styles.choice}>
      <SearchField label={t`Zoek op naam`} value={text} onChange={setText} />
      <p className={styles.status} role="status">
        {state === "failed" ? (
          <>
            <Trans>Zoeken lukt nu niet.</Trans>{" "}
            <Button look="quiet" small onClick={retry}>
              <Trans>Probeer het opnieuw</Trans>
            </Button>
          </>
        ) : state === "found" && items.length === 0 ? (
          text.trim() === "" ? (
            <Trans>Er zijn nog geen bewijsstukken.</Trans>
          ) : (
            <Trans>Niets met die naam.</Trans>
          )
        ) : (
          total > items.length && (
            <Plural
              value={total - items.length}
              one="En # ander: typ een deel van de naam."
              other="En # andere: typ een deel van de naam."
            />
          )
        )}
      </p>
      {items.length > 0 && (
        <fieldset className={styles.items} aria-busy={state === "asking"}>
          <legend className={styles.legend}>
            <Trans>Bewijsstukken</Trans>
          </legend>
          {items.map((item) => {
            const isTaken = taken.includes(item.id);
            const about = [
              periodText(item),
              itemState(item.files),
              isTaken
                ? t`staat hier al`
                : item.uses.length > 0 &&
                  t`ook bij ${item.uses.map(({ part }) => part).join(", ")}`,
            ].filter(Boolean);
            return (
              <div key={item.id} className={styles.item}>
                <input
                  type="checkbox"
                  id={`${id}-${item.id}`}
                  checked={chosen.some((one) => one.id === item.id)}
                  disabled={isTaken}
                  onChange={({ target }) =>
                    onChange([
                      ...chosen.filter((one) => one.id !== item.id),
                      ...(target.checked ? [{ id: item.id, title: item.title }] : []),
                    ])
                  }
                />
                <label htmlFor={`${id}-${item.id}`}>
                  <span className={styles.title}>{item.title}</span>
                  {about.length > 0 && <span className={styles.about}>{about.join(" · ")}</span>}
                </label>
              </div>
            );
          })}
        </fieldset>
      )}
    </div>
  );
}
