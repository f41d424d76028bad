import { Trans } from "@lingui/react/macro";
import styles from "./SkipLink.module.css";

/** The first thing the Tab key reaches: past the navigation, to the page itself. */
export function SkipLink() {
  return (
    <a className={styles.skip} href="#inhoud">
      <Trans>Naar de inhoud</Trans>
    </a>
  );
}
