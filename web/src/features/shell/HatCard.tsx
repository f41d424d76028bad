import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import type { Hat } from "../identity/sign-in.ts";
import { useRoleNames } from "../identity/role-names.ts";
import { cx } from "../../ui/cx.ts";
import styles from "./HatCard.module.css";

// Most people have one hat and never need the menu.
const HatMenu = lazy(() => import("./HatMenu.tsx").then((module) => ({ default: module.HatMenu })));

interface Props {
  readonly hat: Hat;
  readonly hats: readonly Hat[];
}

/** For whom and as what a person acts; with several hats, where they change it. */
export function HatCard({ hat, hats }: Props) {
  const { t } = useLingui();
  const [isWanted, setWanted] = useState(false);
  const face = <HatFace hat={hat} />;
  if (hats.length < 2) return <div className={styles.card}>{face}</div>;
  const name = hat.name;
  const button = (
    <button
      type="button"
      className={cx(styles.card, styles.button)}
      aria-haspopup="menu"
      aria-label={t`${name}: kies voor wie je werkt`}
      onClick={() => setWanted(true)}
    >
      {face}
    </button>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <HatMenu hat={hat} hats={hats} face={face} className={cx(styles.card, styles.button)} />
    </Suspense>
  );
}

function HatFace({ hat }: { readonly hat: Hat }) {
  const roleNames = useRoleNames();
  return (
    <>
      <span className={styles.organisation}>{hat.name}</span>
      <span className={styles.roles}>{roleNames(hat.roles)}</span>
    </>
  );
}
