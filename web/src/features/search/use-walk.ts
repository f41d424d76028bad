import { useEffect, useRef } from "react";
import type { RefObject } from "react";

/** Inside an element the arrows go from one thing with `data-walk` to the next: from a field into what was found, and back. */
export function useWalk<E extends HTMLElement>(): RefObject<E | null> {
  const place = useRef<E>(null);
  useEffect(() => {
    const element = place.current;
    const walk = (event: KeyboardEvent) => {
      if (!element || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      const stops = [...element.querySelectorAll<HTMLElement>("[data-walk]")];
      const here = stops.findIndex((stop) => stop === document.activeElement);
      const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
      if (here === -1 || !next) return;
      event.preventDefault();
      next.focus();
    };
    element?.addEventListener("keydown", walk);
    return () => element?.removeEventListener("keydown", walk);
  }, []);
  return place;
}
