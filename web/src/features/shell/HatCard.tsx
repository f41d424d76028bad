import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ComponentType } from "react";
import type { Hat } from "../identity/sign-in.ts";
import { useHatRoles } from "../identity/role-names.ts";
import { cx } from "../../ui/cx.ts";
import { announce } from "../../ui/LiveRegion.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import type { HatMenuProps } from "./HatMenu.tsx";
import styles from "./HatCard.module.css";

interface Props {
  readonly hat: Hat;
  readonly hats: readonly Hat[];
}

/** For whom and as what a person acts; with several hats, where they change it. */
export function HatCard({ hat, hats }: Props) {
  const { t } = useLingui();
  // Most people have one hat and never need the menu, so it comes when it is first opened.
  const [Menu, setMenu] = useState<ComponentType<HatMenuProps> | null>(null);
  const face = <HatFace hat={hat} />;
  if (hats.length < 2) return <div className={styles.card}>{face}</div>;

  const className = cx(styles.card, styles.button);
  if (Menu !== null) return <Menu hat={hat} hats={hats} face={face} className={className} />;
  const open = () =>
    import("./HatMenu.tsx").then(
      (module) => setMenu(() => module.HatMenu),
      () => announce(t`Er is nu geen verbinding. Probeer het zo opnieuw.`),
    );
  return (
    <button type="button" className={className} aria-haspopup="menu" onClick={() => void open()}>
      {face}
      <VisuallyHidden>
        <Trans>kies voor wie je werkt</Trans>
      </VisuallyHidden>
    </button>
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
