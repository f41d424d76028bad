import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Notice } from "../../ui/Notice.tsx";
import type { PlannedLine } from "./planned-line.ts";

interface Props {
  /** Submitted and read by nobody yet; null when everything is planned. */
  readonly waiting: PlannedLine | null;
  readonly organisation: string;
}

/** The one thing for the office to do next. */
export function PlanningStep({ waiting, organisation }: Props) {
  return (
    <Notice kind="step">
      <p>
        <strong>
          <Trans>Volgende stap:</Trans>
        </strong>{" "}
        {waiting === null ? (
          <Trans>
            je hoeft nu niets te doen. Voor alles wat is ingediend, is een opdracht gegeven.
          </Trans>
        ) : (
          <Trans>
            <Link
              to="/o/$organisation/planning"
              params={{ organisation }}
              search={{ opdracht: waiting.latest.submissionId }}
              resetScroll={false}
            >
              geef een opdracht voor norm {waiting.norm} van {waiting.libraryName}
            </Link>
            . Die leest nog niemand.
          </Trans>
        )}
      </p>
    </Notice>
  );
}
