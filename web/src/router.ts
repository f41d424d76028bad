import { createRouter } from "@tanstack/react-router";
import type { RouterContext } from "./routes/__root.tsx";
import { ProblemPage } from "./features/identity/ProblemPage.tsx";
import { routeTree } from "./routeTree.gen.ts";
import { Skeleton } from "./ui/Skeleton.tsx";

export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    defaultPreload: "intent",
    defaultPendingMs: 300,
    defaultPendingMinMs: 200,
    defaultPendingComponent: Skeleton,
    defaultErrorComponent: ProblemPage,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
