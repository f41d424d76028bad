import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";

/**
 * What is wrong with a field, until somebody mends it: once what is in it changes the message goes, and the form's next
 * check says whether it is right now.
 */
export function useShownError<Field extends HTMLElement>(
  error: string | null | undefined,
): readonly [shown: string | null, field: RefObject<Field | null>] {
  const field = useRef<Field>(null);
  const [isEdited, setEdited] = useState(false);
  useEffect(() => {
    const form = field.current?.closest("form");
    if (!form) return undefined;
    const edited = ({ target }: Event) => {
      if (target instanceof Node && field.current?.contains(target)) setEdited(true);
    };
    const checked = () => setEdited(false);
    form.addEventListener("input", edited);
    // Before the form looks at what is in it.
    form.addEventListener("submit", checked, true);
    return () => {
      form.removeEventListener("input", edited);
      form.removeEventListener("submit", checked, true);
    };
  }, []);
  return [isEdited ? null : (error ?? null), field];
}
