import type { ApolloClient } from "@apollo/client";
import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import { Refused } from "../network/problem.ts";
import { ProblemPage } from "../features/identity/ProblemPage.tsx";
import { Vestibule } from "../features/shell/Vestibule.tsx";
import { VestibuleProblem } from "../features/shell/VestibuleProblem.tsx";
import { FocusFollowsNavigation } from "../features/shell/FocusFollowsNavigation.tsx";
import { LiveRegion } from "../ui/LiveRegion.tsx";

export interface RouterContext {
  readonly client: ApolloClient;
}

export const Route = createRootRouteWithContext<RouterContext>()({
  component: Root,
  errorComponent: VestibuleProblem,
  notFoundComponent: () => (
    <Vestibule>
      <ProblemPage error={new Refused("NOT_FOUND")} />
    </Vestibule>
  ),
});

function Root() {
  return (
    <>
      <FocusFollowsNavigation />
      <Outlet />
      <LiveRegion />
    </>
  );
}
