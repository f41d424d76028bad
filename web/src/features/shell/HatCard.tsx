import { Trans } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { fetchWhenIdle, part } from "../../network/part.ts";
import { useWanted } from "../../network/use-wanted.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import type { Hat } from "../identity/sign-in.ts";
import { useHatRoles } from "../identity/role-names.ts";
import { cx } from "../../ui/cx.ts";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import styles from "./HatCard.module.css";

const hatMenu = part(() => import("./HatMenu.tsx"));

interface Props {
  readonly hat: Hat;
  readonly hats: readonly Hat[];
}

/** For whom and as what a person acts; with several hats, where they change it. */
export function HatCard({ hat, hats }: Props) {
  // Most people have one hat and never need the menu, so it comes when it is first opened.
  const [isWanted, setWanted] = useState(false);
  const { come, failure, again } = useWanted(hatMenu.load, isWanted);
  const hasMenu = hats.length > 1;
  useEffect(() => (hasMenu ? fetchWhenIdle(hatMenu) : undefined), [hasMenu]);
  const face = <HatFace hat={hat} />;
  if (!hasMenu) return <div className={styles.card}>{face}</div>;

  const className = cx(styles.card, styles.button);
  if (come !== null)
    return <come.HatMenu hat={hat} hats={hats} face={face} className={className} />;
  return (
    <div>
      <button
        type="button"
        className={className}
        aria-haspopup="menu"
        onClick={() => (isWanted ? again() : setWanted(true))}
      >
        {face}
        <VisuallyHidden>
          <Trans>kies voor wie je werkt</Trans>
        </VisuallyHidden>
      </button>
      <FailureAlert failure={failure} />
    </div>
  );
}

function HatFace({ hat }: { readonly hat: Hat }) {
  const describe = useHatRoles();
  return (
    <>
      <span className={styles.organisation}>{hat.name}</span>
      <span className={styles.roles}>{describe(hat)}</span>
    </>
  );
}
