import { useRouter } from "@tanstack/react-router";
import { startTransition, useEffect, useState } from "react";

/**
 * How many pieces of a long page are to be drawn. With the page that somebody opens first none are: they see its top at once,
 * and the pieces come behind it one by one, between which the page can be used. Where one goes to a place within the page,
 * or comes back to where one was, it is whole at once.
 * @param total pieces that there are
 */
export function usePieces(total: number): number {
  const router = useRouter();
  const [drawn, setDrawn] = useState(() => {
    const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const isFirst = router.state.resolvedLocation === undefined && visit?.type === "navigate";
    return isFirst && router.latestLocation.hash === "" ? 0 : total;
  });
  useEffect(() => {
    if (drawn >= total) return undefined;
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + 1)));
    return () => clearTimeout(timer);
  }, [drawn, total]);
  return drawn;
}
