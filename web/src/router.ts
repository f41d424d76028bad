import { createRouter } from "@tanstack/react-router";
import { parseSearch, stringifySearch } from "./address/search.ts";
import type { RouterContext } from "./routes/__root.tsx";
import { ProblemPage } from "./features/identity/ProblemPage.tsx";
import { routeTree } from "./routeTree.gen.ts";
import { Skeleton } from "./ui/Skeleton.tsx";

export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultPendingMs: 300,
    defaultPendingMinMs: 200,
    defaultPendingComponent: Skeleton,
    defaultErrorComponent: ProblemPage,
    scrollRestoration: true,
  });
}

/** Somebody who comes back to a tab sees what colleagues wrote meanwhile. */
export function refreshOnReturn(router: ReturnType<typeof createAppRouter>, page: Document): void {
  const stale = 30_000;
  let loaded = Date.now();
  router.subscribe("onLoad", () => (loaded = Date.now()));
  page.addEventListener("visibilitychange", () => {
    if (page.visibilityState === "visible" && Date.now() - loaded > stale) void router.invalidate();
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
