import { Trans } from "@lingui/react/macro";
import { useMemo } from "react";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { differences } from "../writing/compare.ts";
import styles from "./Difference.module.css";
import type { Version } from "./HistoryDialog.tsx";

interface Props {
  readonly version: Version;
  /** What it is compared with; null for the first version. */
  readonly other: Version | null;
  /** The other is what came of it, instead of what was before. */
  readonly isLater: boolean;
}

/** A version with the words marked that the other hasn't, and below it what the other has instead. */
export function Difference({ version, other, isLater }: Props) {
  const sides = useMemo(
    () => differences(version.body, other?.body ?? ""),
    [version.body, other?.body],
  );
  const gone = sides.other.filter(({ only, text }) => only && text.trim() !== "");
  const Words = isLater ? "ins" : "del";
  return (
    <div className={styles.difference}>
      {version.verdict !== null && (
        <p>
          <strong>{version.verdict === "JA" ? <Trans>Ja</Trans> : <Trans>Nee</Trans>}</strong>
        </p>
      )}
      <p className={styles.body}>
        {version.body === "" && <Trans>(leeg)</Trans>}
        {sides.one.map(({ text, only }, index) =>
          only && other !== null ? (
            <mark key={index}>
              <VisuallyHidden>
                <Trans>alleen in deze versie:</Trans>{" "}
              </VisuallyHidden>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </p>
      {other !== null && gone.length > 0 && (
        <p className={styles.gone}>
          {isLater ? <Trans>Nu staat er:</Trans> : <Trans>Daarvoor stond er:</Trans>}{" "}
          {gone.map(({ text }, index) => (
            <Words key={index}>{text.trim()} </Words>
          ))}
        </p>
      )}
    </div>
  );
}
