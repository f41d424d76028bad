import { useEffect, useRef } from "react";
import type { RefObject } from "react";

/** Puts the focus on the page's title: what had it is gone, or is about to be. */
export function focusTitle(): void {
  // After the page was drawn anew, when its title may be another.
  setTimeout(() => document.querySelector<HTMLElement>("h1")?.focus());
}

/** For a page that becomes another without navigating: puts the focus on its new title, so that it is read out. */
export function useTitleFocus(): void {
  useEffect(() => document.querySelector<HTMLElement>("h1")?.focus(), []);
}

/** Puts the focus on the first thing to fill in of a form that opens within a page. */
export function useFirstFieldFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const place = useRef<Element>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>("input:not([readonly])")?.focus(), []);
  return place;
}

/** After a form was refused by its own checks: puts the focus on the first field that is wrong. */
export function useInvalidFocus<Element extends HTMLElement>(
  problems: object,
): RefObject<Element | null> {
  const place = useRef<Element>(null);
  useEffect(() => {
    const wrong = "[aria-invalid='true'], [data-invalid] input:enabled";
    place.current?.querySelector<HTMLElement>(wrong)?.focus();
  }, [problems]);
  return place;
}
