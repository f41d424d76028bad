import { Trans, useLingui } from "@lingui/react/macro";
import { PlanOwnerFragmentDoc } from "../../gql/graphql.ts";
import type { PlanOwnerFragment } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { FragmentType } from "../../gql/fragment-masking.ts";
import { writeDay } from "../../i18n/dates.ts";
import { DateField } from "../../ui/DateField.tsx";
import { LedgerRow } from "../../ui/Ledger.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import { useColleagues } from "../self-evaluation/use-colleagues.ts";
import type { Colleague } from "../self-evaluation/use-colleagues.ts";
import { Fact } from "../writing/Clash.tsx";
import { rules } from "../writing/merge-words.ts";
import { SaveStatus } from "../writing/SaveStatus.tsx";
import { planLatest } from "../writing/text-place.ts";
import { useText } from "../writing/use-text.ts";
import { WritingFrame } from "../writing/WritingFrame.tsx";
import styles from "./PlanRow.module.css";

interface Props {
  readonly plan: FragmentType<typeof PlanOwnerFragmentDoc>;
  /** The norm or indicator that the plan is for. */
  readonly part: string;
  readonly canWrite: boolean;
}

/** Who carries out a plan, and by when; what the plan is stands in the line above. */
export function PlanRow({ plan, part, canWrite }: Props) {
  const latest = readFragment(PlanOwnerFragmentDoc, plan);
  return canWrite ? (
    <PlanEditor plan={latest} part={part} />
  ) : (
    <PlanReading owner={latest.owner} dueOn={latest.dueOn} />
  );
}

function PlanReading({ owner, dueOn }: Pick<PlanOwnerFragment, "owner" | "dueOn">) {
  const { t, i18n } = useLingui();
  if (owner === null && dueOn === null) return null;
  const day = dueOn === null ? null : writeDay(dueOn, i18n.locale);
  const parts = [owner?.name, day === null ? null : t`af vóór ${day}`];
  return (
    <LedgerRow name={<Trans>Wie en wanneer</Trans>}>
      {parts.filter((part) => part != null).join(", ")}
    </LedgerRow>
  );
}

function PlanEditor({ plan, part }: { readonly plan: PlanOwnerFragment; readonly part: string }) {
  const { t, i18n } = useLingui();
  const { cycleId, organisationId } = useDossierPlace();
  const place = { kind: "plan", cycleId, part } as const;
  const [draft, autosave] = useText(place, planLatest(plan));
  const colleagues = withOwner(useColleagues(organisationId), plan.owner);
  const nameOf = (ownerId: string | null) =>
    ownerId === null
      ? t`Nog niemand`
      : (colleagues.find(({ personId }) => personId === ownerId)?.name ?? t`Iemand die weg is`);
  const { ownerId, dueOn } = draft.words;

  return (
    <WritingFrame
      about={t`het plan (${part})`}
      draft={draft}
      autosave={autosave}
      sides={{
        rule: rules.plan,
        facts: (words, other) => (
          <>
            <Fact differs={words.ownerId !== other.ownerId}>{nameOf(words.ownerId)}</Fact>
            <Fact differs={words.dueOn !== other.dueOn}>
              {words.dueOn === null ? t`Nog geen datum` : writeDay(words.dueOn, i18n.locale)}
            </Fact>
          </>
        ),
      }}
    >
      <LedgerRow
        name={
          <>
            <Trans>Wie en wanneer</Trans>
            <SaveStatus draft={draft} />
          </>
        }
      >
        <div className={styles.fields}>
          <SelectField
            small
            label={t`Wie voert het plan uit?`}
            value={ownerId ?? ""}
            onChange={({ target }) => {
              autosave.write({ ownerId: target.value || null });
              autosave.flush();
            }}
          >
            <option value="">{t`Nog niemand`}</option>
            {ownerId !== null && !colleagues.some(({ personId }) => personId === ownerId) && (
              <option value={ownerId}>{nameOf(ownerId)}</option>
            )}
            {colleagues.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
          </SelectField>
          <DateField
            small
            label={t`Af vóór`}
            value={dueOn}
            onChange={(day) => autosave.write({ dueOn: day })}
            onLeave={() => autosave.flush()}
          />
        </div>
      </LedgerRow>
    </WritingFrame>
  );
}

/** The one who has it is on the list, also when they have left. */
function withOwner(
  colleagues: readonly Colleague[],
  owner: PlanOwnerFragment["owner"],
): readonly Colleague[] {
  if (owner === null || colleagues.some(({ personId }) => personId === owner.personId))
    return colleagues;
  return [owner, ...colleagues];
}
