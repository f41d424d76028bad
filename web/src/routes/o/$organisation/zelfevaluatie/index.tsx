import { createFileRoute, redirect } from "@tanstack/react-router";
import { leave } from "../../../../leave.ts";

/** The norms stand on the page of today; who shortens the address arrives there. */
export const Route = createFileRoute("/o/$organisation/zelfevaluatie/")({
  beforeLoad: ({ params }) => {
    leave(redirect({ to: "/o/$organisation", params, replace: true }));
  },
});
