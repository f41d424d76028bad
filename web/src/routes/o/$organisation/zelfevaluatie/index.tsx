import { createFileRoute, redirect } from "@tanstack/react-router";
import { throwSignal } from "../../../../address/router-signal.ts";

/** The norms stand on the page of today; who shortens the address arrives there. */
export const Route = createFileRoute("/o/$organisation/zelfevaluatie/")({
  beforeLoad: ({ params }) => {
    throwSignal(redirect({ to: "/o/$organisation", params, replace: true }));
  },
});
