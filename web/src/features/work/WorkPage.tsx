import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { download } from "../../network/download.ts";
import type { MyWorkQueryVariables } from "../../gql/graphql.ts";
import { spreadsheet } from "../../spreadsheet/spreadsheet.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { MarginPage, MarginRow } from "../../ui/Margin.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Deadline } from "../self-evaluation/Deadline.tsx";
import { DossierPlaceContext } from "../self-evaluation/dossier-place.ts";
import { NextStepNotice } from "../self-evaluation/NextStepNotice.tsx";
import { useOverview } from "../self-evaluation/use-overview.ts";
import { NoTasks } from "./NoTasks.tsx";
import { useStateNames } from "./state-names.ts";
import { TaskList } from "./TaskList.tsx";
import { nobody, tasksOf } from "./tasks.ts";
import type { Task } from "./tasks.ts";
import { useMyWork } from "./use-my-work.ts";
import { Waiting } from "./Waiting.tsx";
import { WhoHasWhat } from "./WhoHasWhat.tsx";
import styles from "./WorkPage.module.css";

interface Props {
  readonly variables: MyWorkQueryVariables;
  readonly personId: string;
  readonly hat: string;
  /** Whose work is shown instead of one's own: a person, or nobody. */
  readonly who: string | undefined;
  /** Only what is in this norm is shown. */
  readonly norm: string | undefined;
}

/** What is mine to do, and who has what. */
export function WorkPage({ variables, personId, hat, who = personId, norm }: Props) {
  const { t } = useLingui();
  const overview = useOverview();
  const mine = useMyWork(variables, personId);
  const organisation = variables.organisationId;
  if (mine === null || overview === null)
    return (
      <>
        <PageHeader title={t`Mijn werk`} />
        <div className={styles.list}>
          <EmptyState title={t`Hier loopt nog geen zelfevaluatie`}>
            <p>
              <Trans>Zodra die begint, staat hier wat je collega’s aan jou geven.</Trans>
            </p>
          </EmptyState>
        </div>
      </>
    );
  const { cycleId, plans, questions } = mine;
  const tasks = norm === undefined ? mine.tasks : mine.tasks.filter((task) => task.norm === norm);
  const isOwn = who === personId;
  const name = tasks.find(({ assignee }) => assignee?.personId === who)?.assignee?.name;
  const title = isOwn
    ? t`Mijn werk`
    : who === nobody
      ? t`Nog niet verdeeld`
      : name === undefined
        ? t`Werk van een collega`
        : t`Werk van ${name}`;
  const shown = tasksOf(tasks, who);
  return (
    <DossierPlaceContext value={{ organisationId: organisation, cycleId, personId, hat }}>
      <MarginPage>
        <PageHeader
          title={title}
          eyebrow={
            <Trans>
              De zelfevaluatie is <Deadline day={overview.cycle.submitBefore} />
            </Trans>
          }
        />
        <div className={styles.step}>
          {isOwn ? (
            <NextStepNotice organisation={organisation} />
          ) : (
            <Link to="/o/$organisation/werk" params={{ organisation }}>
              <Trans>Terug naar mijn werk</Trans>
            </Link>
          )}
        </div>
        <Beside
          margin={
            isOwn && (questions.length > 0 || plans.length > 0) ? (
              <Waiting organisation={organisation} questions={questions} plans={plans} />
            ) : null
          }
        >
          <div className={styles.list}>
            <TaskList
              key={who}
              organisation={organisation}
              tasks={tasks}
              who={who}
              titleOf={(norm) => overview.norms.find(({ code }) => code === norm)?.title ?? ""}
            />
            {shown.length === 0 ? (
              <NoTasks organisation={organisation} tasks={tasks} who={who} isOwn={isOwn} />
            ) : (
              <ExportButton title={title} tasks={shown} />
            )}
          </div>
        </Beside>
        <WhoHasWhat organisation={organisation} tasks={mine.tasks} personId={personId} />
      </MarginPage>
    </DossierPlaceContext>
  );
}

/** With nothing beside it, the list has the whole page. */
function Beside({
  margin,
  children,
}: {
  readonly margin: ReactNode;
  readonly children: ReactNode;
}) {
  return margin === null ? children : <MarginRow margin={margin}>{children}</MarginRow>;
}

function ExportButton({
  title,
  tasks,
}: {
  readonly title: string;
  readonly tasks: readonly Task[];
}) {
  const { t } = useLingui();
  const names = useStateNames();
  const save = () => {
    const head = [t`Onderdeel`, t`Tekst`, t`Hoe ver`, t`Wie`, t`Af op`];
    const rows = tasks.map(({ part, text, state, assignee, dueOn }) => [
      part,
      text,
      names[state],
      assignee?.name ?? "",
      dueOn ?? "",
    ]);
    download(`${title}.csv`, spreadsheet([head, ...rows]), "text/csv");
  };
  return (
    <p className={styles.export}>
      <Button look="quiet" small onClick={save}>
        <Trans>Download als spreadsheet</Trans>
      </Button>
    </p>
  );
}
