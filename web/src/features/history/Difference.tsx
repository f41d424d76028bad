import { Trans, useLingui } from "@lingui/react/macro";
import { Compared } from "../writing/Compared.tsx";
import { useNeeLabel } from "../writing/use-nee-label.ts";
import styles from "./Difference.module.css";
import type { Version } from "./version.ts";

interface Props {
  readonly version: Version;
  /** What it is compared with; null for the first version. */
  readonly other: Version | null;
  /** The other is what came of it, instead of what was before. */
  readonly isLater: boolean;
}

/** One text out of two versions, with what the later one struck and added where it stands. */
export function Difference({ version, other, isLater }: Props) {
  const [before, after] = isLater ? [version, other] : [other, version];
  return (
    <div className={styles.difference}>
      <p className={styles.note}>
        {isLater ? (
          <Trans>Van deze versie naar wat er nu staat.</Trans>
        ) : other === null ? (
          <Trans>De eerste versie.</Trans>
        ) : (
          <Trans>Wat er in deze versie veranderde.</Trans>
        )}
      </p>
      <Verdicts before={before} after={after} />
      <Compared
        before={(other === null ? version : before)?.body ?? ""}
        after={after?.body ?? ""}
      />
    </div>
  );
}

function Verdicts({
  before,
  after,
}: {
  readonly before: Version | null;
  readonly after: Version | null;
}) {
  const [was, is] = [useVerdict(before), useVerdict(after)];
  if (was === null && is === null) return null;
  return (
    <p>
      {was !== null && was !== is && before !== null && (
        <>
          <del>{was}</del>{" "}
        </>
      )}
      {is !== null && <strong>{is}</strong>}
    </p>
  );
}

/** Ja or nee in words, with what kind of nee; null where there is no answer. */
function useVerdict(version: Version | null): string | null {
  const { t } = useLingui();
  const nameOf = useNeeLabel();
  if (version?.verdict == null) return null;
  if (version.verdict === "JA") return t`Ja`;
  return version.neeLabel === null ? t`Nee` : `${t`Nee`}, ${nameOf(version.neeLabel)}`;
}
