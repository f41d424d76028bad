import { Trans } from "@lingui/react/macro";
import { Button } from "../../ui/Button.tsx";
import { FactLabel, FactValue } from "./FactText.tsx";
import { factNames } from "./profile-draft.ts";
import type { Facts } from "./profile-draft.ts";
import styles from "./ProfilePage.module.css";

interface Props {
  readonly theirs: Facts;
  readonly mine: Facts;
  readonly isBusy: boolean;
  readonly onKeepMine: () => void;
  readonly onKeepTheirs: () => void;
}

/** Somebody saved another profile meanwhile. Nothing is overwritten until a person chooses. */
export function ProfileClash({ theirs, mine, isBusy, onKeepMine, onKeepTheirs }: Props) {
  return (
    <section className={styles.clash} aria-labelledby="profile-clash">
      <h2 id="profile-clash">
        <Trans>Iemand anders veranderde dit ook</Trans>
      </h2>
      <p>
        <Trans>Er is niets overschreven. Kies wat er blijft staan.</Trans>
      </p>
      <table className={styles.sides}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Feit</Trans>
            </th>
            <th scope="col">
              <Trans>Staat er nu</Trans>
            </th>
            <th scope="col">
              <Trans>Koos jij</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {factNames.map((name) => (
            <tr key={name} data-differs={theirs[name] !== mine[name] || undefined}>
              <th scope="row">
                <FactLabel name={name} />
              </th>
              <td>
                <FactValue value={theirs[name]} />
              </td>
              <td>
                <FactValue value={mine[name]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.saving}>
        <Button aria-disabled={isBusy} onClick={onKeepMine}>
          <Trans>Bewaar wat ik koos</Trans>
        </Button>
        <Button aria-disabled={isBusy} onClick={onKeepTheirs}>
          <Trans>Laat staan wat er nu staat</Trans>
        </Button>
      </div>
    </section>
  );
}
