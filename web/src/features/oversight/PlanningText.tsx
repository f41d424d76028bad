import { plural } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Planning } from "./planning-of.ts";

/** How a library stands with its self-evaluation, in a few words. */
export function PlanningText({ planning }: { readonly planning: Planning }) {
  switch (planning.kind) {
    case "unknown":
      return <Trans>nog geen datum</Trans>;
    case "on-schedule":
      return <Trans>op schema</Trans>;
    case "late": {
      const days = plural(planning.days, { one: "# dag", other: "# dagen" });
      return <Trans>zelfevaluatie {days} te laat</Trans>;
    }
    case "soon": {
      const { unit, count } = planning;
      if (count === 0) return <Trans>zelfevaluatie vandaag</Trans>;
      const time =
        unit === "weeks"
          ? plural(count, { one: "# week", other: "# weken" })
          : plural(count, { one: "# dag", other: "# dagen" });
      return <Trans>zelfevaluatie over {time}</Trans>;
    }
  }
}
