import { plural } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import type { Planning } from "./planning-of.ts";

/** How a library stands with its self-evaluation, in a few words. */
export function PlanningText({ planning }: { readonly planning: Planning }) {
  switch (planning.kind) {
    case "unknown":
      return <Trans>nog geen datum</Trans>;
    case "submitted":
      return <Trans>alles ingediend</Trans>;
    case "on-schedule":
      return (
        <Trans>
          op schema, nog <TimeLeft {...planning.left} />
        </Trans>
      );
    case "behind":
      return (
        <Trans>
          loopt achter, nog <TimeLeft {...planning.left} />
        </Trans>
      );
    case "late": {
      const days = plural(planning.days, { one: "# dag", other: "# dagen" });
      return <Trans>zelfevaluatie {days} te laat</Trans>;
    }
    case "soon":
      if (planning.left.count === 0) return <Trans>vandaag indienen</Trans>;
      return (
        <Trans>
          indienen over <TimeLeft {...planning.left} />
        </Trans>
      );
  }
}

function TimeLeft({ unit, count }: { readonly unit: "weeks" | "days"; readonly count: number }) {
  return unit === "weeks" ? (
    <Plural value={count} one="# week" other="# weken" />
  ) : (
    <Plural value={count} one="# dag" other="# dagen" />
  );
}
