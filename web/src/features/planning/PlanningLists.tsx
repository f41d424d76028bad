import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { LineFragmentDoc } from "../../gql/graphql.ts";
import type { LineFragment, PlanningWaitsQuery } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import { lastDayBefore, writeDay, writeDaysAgo } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";
import { WaitingList } from "../../ui/WaitingList.tsx";
import { isPlanned } from "./mandate-state.ts";
import { plannedLines } from "./planned-line.ts";
import type { PlannedLine } from "./planned-line.ts";

interface Props {
  readonly organisation: string;
  readonly waits: PlanningWaitsQuery;
}

/** What waits for the office: what nobody reads yet, and what can be read for a short while only. */
export function PlanningLists({ organisation, waits: { waiting, ending } }: Props) {
  const { i18n } = useLingui();
  const now = useNow();
  return (
    <>
      <List
        id="zonder-auditor"
        title={<Trans>Nog zonder auditor ({waiting.total})</Trans>}
        organisation={organisation}
        page={waiting}
        more="zonder-auditor"
        why={({ latest }) => (
          <Trans>ingediend: {writeDaysAgo(latest.submittedAt, now, i18n.locale)}</Trans>
        )}
      />
      <List
        id="loopt-af"
        title={<Trans>Opdracht loopt binnen een maand af ({ending.total})</Trans>}
        organisation={organisation}
        page={ending}
        more="loopt-af"
        why={({ latest }) =>
          latest.mandates
            .filter((mandate) => isPlanned([mandate], now))
            .map(({ auditor, closesAt }) => {
              const day = writeDay(lastDayBefore(closesAt), i18n.locale);
              return `${auditor.name}, ${day}`;
            })
            .join(" · ")
        }
      />
    </>
  );
}

interface ListProps {
  readonly id: string;
  readonly title: ReactNode;
  readonly organisation: string;
  readonly page: {
    readonly total: number;
    readonly lines: PlanningWaitsQuery["waiting"]["lines"];
  };
  readonly more: "zonder-auditor" | "loopt-af";
  readonly why: (line: PlannedLine) => ReactNode;
}

function List({ id, title, organisation, page, more, why }: ListProps) {
  const lines = plannedLines(
    page.lines.map((line): LineFragment => readFragment(LineFragmentDoc, line)),
  );
  return (
    <WaitingList
      id={id}
      title={title}
      rows={lines.map((line) => ({
        id: `${line.libraryId} ${line.norm}`,
        what: (
          <Link
            to="/o/$organisation/planning"
            params={{ organisation }}
            search={{ toon: more }}
            hash={`notice-${line.latest.submissionId}`}
          >
            <Trans>
              {line.libraryName} · norm {line.norm}
            </Trans>
          </Link>
        ),
        why: why(line),
      }))}
    />
  );
}
