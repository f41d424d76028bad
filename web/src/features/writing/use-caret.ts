import { placeAfter } from "@toetssteen/text/merge";
import { useEffect, useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";

/**
 * Keeps the caret beside the words that it stands beside when the text changes otherwise than by typing: a browser lays it
 * at the end, and what somebody is typing would go on there.
 */
export function useCaret(area: RefObject<HTMLTextAreaElement | null>, value: string): void {
  const last = useRef({ value, start: 0, end: 0 });
  useEffect(() => {
    const look = () => {
      const field = area.current;
      if (field === null || document.activeElement !== field) return;
      last.current = { value: field.value, start: field.selectionStart, end: field.selectionEnd };
    };
    for (const kind of ["selectionchange", "input"]) document.addEventListener(kind, look, true);
    return () => {
      for (const kind of ["selectionchange", "input"])
        document.removeEventListener(kind, look, true);
    };
  }, [area]);
  useLayoutEffect(() => {
    const field = area.current;
    const { value: before, start, end } = last.current;
    if (field === null || document.activeElement !== field || before === value) return;
    const after = (place: number) => placeAfter(before, value, place);
    field.setSelectionRange(after(start), after(end));
    last.current = { value, start: after(start), end: after(end) };
  }, [area, value]);
}
