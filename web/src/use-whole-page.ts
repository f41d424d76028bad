import { useRouter } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";

/**
 * Whether all of a long page is to be drawn. With the page that somebody opens first it is what they see at once; the rest
 * comes right behind it, in pieces between which the page can be used. Where one goes to a place within the page, or
 * comes back to where one was, it is whole at once.
 */
export function useWholePage(): boolean {
  const router = useRouter();
  const [isWhole] = useState(() => {
    const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const isFirst = router.state.resolvedLocation === undefined && visit?.type === "navigate";
    return !isFirst || router.latestLocation.hash !== "";
  });
  return useDeferredValue(true, isWhole);
}
