import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { download } from "../../network/download.ts";
import { writeToday } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { Button } from "../../ui/Button.tsx";
import page from "./AccountPage.module.css";
import { CopyButton } from "./CopyButton.tsx";
import styles from "./RecoveryCodes.module.css";

interface Props {
  readonly codes: readonly string[];
  readonly email: string;
  readonly onKept: () => void;
}

/** Shown once: the server keeps only what it needs to recognise them. */
export function RecoveryCodes({ codes, email, onKept }: Props) {
  const { t, i18n } = useLingui();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const day = writeToday(useNow(), i18n.locale);
  const file = [
    t`Herstelcodes voor Toetssteen`,
    `${email}, ${day}`,
    t`Elke code werkt één keer, in plaats van de code uit je app.`,
    "",
    ...codes,
    "",
  ].join("\r\n");
  return (
    <div className={styles.codes}>
      <h3 ref={title} className={styles.title} tabIndex={-1}>
        <Trans>Bewaar nu je herstelcodes</Trans>
      </h3>
      <p className={page.text}>
        <Trans>
          Met zo’n code kom je binnen als je je telefoon niet hebt. Elke code werkt één keer. Ze
          staan hier alleen nu: leg ze ergens waar je ze zonder je telefoon vindt.
        </Trans>
      </p>
      <p className={styles.printed}>
        {email}, {day}
      </p>
      <ol className={styles.list} translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={styles.keep}>
        <CopyButton text={codes.join("\n")}>
          <Trans>Kopieer ze</Trans>
        </CopyButton>
        <Button small onClick={() => download(t`herstelcodes-toetssteen.txt`, file, "text/plain")}>
          <Trans>Bewaar als bestand</Trans>
        </Button>
        <Button small onClick={() => window.print()}>
          <Trans>Druk ze af</Trans>
        </Button>
      </div>
      <div className={styles.done}>
        <Button look="first" onClick={onKept}>
          <Trans>Ik heb ze bewaard</Trans>
        </Button>
      </div>
    </div>
  );
}
