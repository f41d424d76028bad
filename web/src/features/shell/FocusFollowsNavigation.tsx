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
        const part = toLocation.hash === "" ? null : document.getElementById(toLocation.hash);
        (part ?? document.querySelector<HTMLElement>("h1"))?.focus({ preventScroll: true });
      }),
    [router],
  );
  return null;
}
