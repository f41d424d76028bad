import { i18n } from "@lingui/core";
import { createFileRoute } from "@tanstack/react-router";
import { whatOpens } from "../../../features/identity/what-opens.ts";
import { TodayPage } from "../../../features/self-evaluation/TodayPage.tsx";
import { localeOf } from "../../../i18n/language.ts";
import { part } from "../../../network/part.ts";

const todayOfOthers = part(() => import("../../../features/today/load-today.ts"));
const otherToday = part(() => import("../../../features/today/OtherToday.tsx"));

export const Route = createFileRoute("/o/$organisation/")({
  // Most people work at a library; what others see comes along only for them.
  loader: async ({ context: { client, hat } }) => {
    const opens = whatOpens(hat);
    if (opens.selfEvaluation) return null;
    const [{ loadToday }, { OtherToday }] = await Promise.all([
      todayOfOthers.load(),
      otherToday.load(),
    ]);
    return { OtherToday, asked: await loadToday(client, hat.id, localeOf(i18n.locale), opens) };
  },
  component: Today,
});

function Today() {
  const { hat } = Route.useRouteContext();
  const other = Route.useLoaderData();
  if (other !== null) return <other.OtherToday {...other.asked} />;
  return <TodayPage organisation={hat.id} />;
}
