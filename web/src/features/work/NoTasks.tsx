import { Trans, useLingui } from "@lingui/react/macro";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PartLink } from "./PartLink.tsx";
import { nobody } from "./tasks.ts";
import type { Task } from "./tasks.ts";

interface Props {
  readonly organisation: string;
  readonly tasks: readonly Task[];
  readonly who: string;
  readonly isOwn: boolean;
}

/** Somebody has nothing to do: what would stand here, and how it comes. */
export function NoTasks({ organisation, tasks, who, isOwn }: Props) {
  const { t } = useLingui();
  const example = tasks.find(({ kind }) => kind === "INDICATOR") ?? tasks[0];
  if (!isOwn)
    return (
      <EmptyState title={who === nobody ? t`Alles is verdeeld` : t`Hier is nu geen werk`}>
        <p>
          {who === nobody ? (
            <Trans>Elk onderdeel van de zelfevaluatie is aan iemand gegeven.</Trans>
          ) : (
            <Trans>Aan deze collega is nu geen onderdeel gegeven.</Trans>
          )}
        </p>
      </EmptyState>
    );
  const place = example && (
    <PartLink organisation={organisation} task={example}>
      {example.part}
    </PartLink>
  );
  return (
    <EmptyState title={t`Je hebt nu geen taken`}>
      <p>
        {tasks.some(({ canAssign }) => canAssign) ? (
          <Trans>
            In de marge van elk onderdeel, bijvoorbeeld bij {place}, staat ‘Ik doe dit’ en ‘Wijs
            toe’. Wat je zelf neemt, staat daarna hier.
          </Trans>
        ) : (
          <Trans>
            De kwaliteitscoördinator verdeelt het werk: een indicator, een vraag of een hele norm.
            Krijg je bijvoorbeeld {place}, dan staat het hier, met de dag waarop het klaar moet
            zijn.
          </Trans>
        )}
      </p>
    </EmptyState>
  );
}
