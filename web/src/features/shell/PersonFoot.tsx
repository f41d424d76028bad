import { Trans } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { ThemeSwitch } from "../../ui/ThemeSwitch.tsx";
import { signOut } from "../identity/sign-in.ts";
import { hasUnsaved } from "../self-evaluation/open-answers.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import styles from "./PersonFoot.module.css";

// Only when text is left that the server doesn't have.
const UnsavedDialog = lazy(() =>
  import("./UnsavedDialog.tsx").then((module) => ({ default: module.UnsavedDialog })),
);

export function PersonFoot({ name }: { readonly name: string }) {
  const [isAsking, setAsking] = useState(false);
  const [isFailed, setFailed] = useState(false);

  const leave = async () => {
    setAsking(false);
    const problem = await signOut();
    if (problem !== null) return setFailed(true);
    // A new document: nothing of this person stays in memory.
    window.location.assign("/aanmelden");
  };

  return (
    <div className={styles.foot}>
      <div>
        <p className={styles.name}>{name}</p>
        <Button look="quiet" small onClick={() => (hasUnsaved() ? setAsking(true) : void leave())}>
          <Trans>Log uit</Trans>
        </Button>
        <p role="status" className={styles.failed}>
          {isFailed && <Trans>Uitloggen lukte niet. Probeer het opnieuw.</Trans>}
        </p>
      </div>
      <div className={styles.settings}>
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
      {isAsking && (
        <Suspense>
          <UnsavedDialog onClose={() => setAsking(false)} onLeave={() => void leave()} />
        </Suspense>
      )}
    </div>
  );
}
