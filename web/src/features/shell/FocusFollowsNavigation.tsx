import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/**
 * After going to another page the focus is on its title, so that a screen reader says where one is
 * and the Tab key starts there. A link to a part of a page puts the focus on that part.
 */
export function FocusFollowsNavigation() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, toLocation, pathChanged, hashChanged }) => {
        // The first page is the browser's own to announce.
        if (fromLocation === undefined || !(pathChanged || hashChanged)) return;
        const place = toLocation.hash === "" ? null : document.getElementById(toLocation.hash);
        // In a field one goes on writing; what is read takes the focus itself.
        const part = place?.matches("[data-field]") ? place.querySelector("textarea") : place;
        // A page that is all about one field has the focus there.
        const first = document.querySelector<HTMLElement>("[data-first-focus]");
        const title = document.querySelector<HTMLElement>("h1");
        (part ?? first ?? title)?.focus({ preventScroll: true });
      }),
    [router],
  );
  return null;
}
