import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Notice } from "../../ui/Notice.tsx";
import type { NextTask } from "./next-task.ts";
import { PartLink } from "./PartLink.tsx";
import { nobody } from "./tasks.ts";

interface Props {
  readonly next: NextTask;
  readonly organisation: string;
}

/** The one thing to do next, in a sentence with the way to it. */
export function NextTaskNotice(props: Props) {
  return (
    <Notice kind="step">
      <p>
        <strong>
          <Trans>Volgende stap:</Trans>
        </strong>{" "}
        <Sentence {...props} />
      </p>
    </Notice>
  );
}

function Sentence({ next, organisation }: Props) {
  const place = { organisation };
  switch (next.kind) {
    case "reply": {
      const { id, part, norm, from } = next.question;
      return (
        <Trans>
          <Link
            to="/o/$organisation/zelfevaluatie/$norm"
            params={{ organisation, norm }}
            hash={`opmerking-${id}`}
          >
            lees de opmerking van {from} bij {part}
          </Link>
          . Die is voor jou.
        </Trans>
      );
    }
    case "begin":
      return (
        <Trans>
          <PartLink {...place} task={next.task}>
            begin aan {next.task.part}
          </PartLink>
          . Daar staat nog niets van jou.
        </Trans>
      );
    case "continue":
      return (
        <Trans>
          <PartLink {...place} task={next.task}>
            ga verder met {next.task.part}
          </PartLink>
          . Jij bent ermee bezig.
        </Trans>
      );
    case "read":
      return (
        <Trans>
          <PartLink {...place} task={next.task}>
            lees {next.task.part} na
          </PartLink>
          . Het staat klaar om gelezen te worden.
        </Trans>
      );
    case "plan": {
      const { part, norm } = next.plan;
      return (
        <Trans>
          <PartLink {...place} task={{ part, norm, kind: part === norm ? "NORM" : "INDICATOR" }}>
            werk aan je plan bij {part}
          </PartLink>
          . Dat heeft een datum.
        </Trans>
      );
    }
    case "assign":
      return (
        <Trans>
          <Link to="/o/$organisation/werk" params={{ organisation }} search={{ van: nobody }}>
            verdeel wat nog van niemand is
          </Link>
          : <Plural value={next.count} one="# onderdeel" other="# onderdelen" />.
        </Trans>
      );
    case "rest":
      return <Trans>geen. Wat van jou was, is klaar of wordt gelezen.</Trans>;
    case "nothing":
      return <Trans>geen. Er is nu niets aan jou toegewezen.</Trans>;
  }
}
