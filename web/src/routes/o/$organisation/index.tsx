import { createFileRoute } from "@tanstack/react-router";
import { TodayPage } from "../../../features/self-evaluation/TodayPage.tsx";

export const Route = createFileRoute("/o/$organisation/")({ component: Today });

function Today() {
  const { person, hat } = Route.useRouteContext();
  return <TodayPage organisation={hat.id} personId={person.id} isLibrary={hat.library} />;
}
