import { Trans } from "@lingui/react/macro";
import { createContext, use, useState } from "react";
import type { ReactNode } from "react";
import { useDrop } from "../use-drop.ts";
import styles from "./PartEvidence.module.css";

interface Dropped {
  readonly part: string;
  readonly files: readonly File[];
}

const Current = createContext<Dropped | null>(null);
const none: readonly File[] = [];

/** Files that were dropped last, on this part; the same list until others are. */
export function useDroppedOn(part: string): readonly File[] {
  const dropped = use(Current);
  return dropped?.part === part ? dropped.files : none;
}

interface Props {
  readonly norm: string;
  readonly canLink: (part: string) => boolean;
  readonly children: ReactNode;
}

/** Around the page of a norm: files dropped on a part of it begin a new document there, elsewhere at the norm. */
export function DropOnParts({ norm, canLink, children }: Props) {
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const [above, setAbove] = useState<string | null>(null);
  const partUnder = (target: EventTarget | null) => {
    // A dialog has fields of its own that take files.
    if (!(target instanceof Element) || document.querySelector("dialog[open]")) return null;
    const part = partAround(target);
    return [part, norm].find((one) => one !== null && canLink(one)) ?? null;
  };
  const isOver = useDrop(
    (event) => {
      const part = partUnder(event.target);
      setAbove(part);
      return part !== null;
    },
    (files, event) => {
      const part = partUnder(event.target);
      if (part !== null) setDropped({ part, files });
    },
  );
  return (
    <Current value={dropped}>
      {children}
      {isOver && above !== null && (
        <p className={styles.over} aria-hidden="true">
          {above === norm ? (
            <Trans>Laat los om toe te voegen bij norm {above}</Trans>
          ) : (
            <Trans>Laat los om toe te voegen bij {above}</Trans>
          )}
        </p>
      )}
    </Current>
  );
}

/** The part beside whose margin something stands; null where that is none, or several. */
function partAround(target: Element): string | null {
  for (let one: Element | null = target; one; one = one.parentElement) {
    const parts = one.matches("[data-part]") ? [one] : [...one.querySelectorAll("[data-part]")];
    if (parts.length > 0)
      return parts.length === 1 ? (parts[0]?.getAttribute("data-part") ?? null) : null;
  }
  return null;
}
