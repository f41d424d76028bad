import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Task } from "./tasks.ts";

interface Props {
  readonly organisation: string;
  readonly task: Pick<Task, "part" | "kind" | "norm">;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** To where a part stands on the page of its norm. */
export function PartLink({ organisation, task: { part, kind, norm }, className, children }: Props) {
  return (
    <Link
      className={className}
      to="/o/$organisation/zelfevaluatie/$norm"
      params={{ organisation, norm }}
      hash={kind === "NORM" ? "" : `${kind.toLowerCase()}-${part}`}
    >
      {children}
    </Link>
  );
}
