import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";

interface ShownError<Field extends HTMLElement> {
  readonly shown: string | null;
  /** For the element around the field. */
  readonly around: { readonly ref: RefObject<Field | null>; readonly onInput: () => void };
}

/**
 * What is wrong with a field, until somebody mends it: once what is in it changes the message goes, and the form's next
 * check says whether it is right now.
 */
export function useShownError<Field extends HTMLElement>(
  error: string | null | undefined,
): ShownError<Field> {
  const ref = useRef<Field>(null);
  const [isEdited, setEdited] = useState(false);
  const [last, setLast] = useState(error);
  if (last !== error) {
    setLast(error);
    // A field that checks itself has something new to say.
    setEdited(false);
  }
  useEffect(() => {
    const form = ref.current?.closest("form");
    if (!form) return undefined;
    const checked = () => setEdited(false);
    // Before the form looks at what is in it.
    form.addEventListener("submit", checked, true);
    return () => form.removeEventListener("submit", checked, true);
  }, []);
  // React's own event: a listener of the form would draw the field anew, as it was, before React heard of the letter.
  return {
    shown: isEdited ? null : (error ?? null),
    around: { ref, onInput: () => setEdited(true) },
  };
}
