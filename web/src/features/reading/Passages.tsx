import { Trans, useLingui } from "@lingui/react/macro";
import type { NormInReadingFragment } from "../../gql/graphql.ts";
import { writeDay } from "../../i18n/dates.ts";
import { useFieldText } from "../writing/use-field-text.ts";
import styles from "./Reading.module.css";
import { ReadingText } from "./ReadingText.tsx";

type Passage = NormInReadingFragment["passages"][number];
type Plan = NonNullable<NormInReadingFragment["plan"]>;

interface Props {
  readonly passages: readonly Passage[];
  /** Who carries it out stands with the plan, or in its place. */
  readonly plan?: Plan | null;
  /** Under a nee the boxes are about that nee. */
  readonly isOfNee?: boolean;
}

/** The boxes in which something was written, each under its name. */
export function Passages({ passages, plan = null, isOfNee = false }: Props) {
  const textOf = useFieldText();
  const hasText = passages.some(({ field }) => field === "PLAN");
  const after = passages.findIndex(({ field }) => field === "CONSEQUENCES");
  const place = after === -1 ? passages.length : after;
  const shown: readonly Passage[] =
    plan === null || hasText
      ? passages
      : passages.toSpliced(place, 0, { __typename: "PassageReading", field: "PLAN", body: "" });
  if (shown.length === 0) return null;
  return (
    <dl className={styles.passages}>
      {shown.map(({ field, body }) => (
        <div key={field}>
          <dt>{textOf(field, isOfNee).name}</dt>
          <dd>
            {body !== "" && <ReadingText text={body} />}
            {field === "PLAN" && plan !== null && <Owner plan={plan} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Owner({ plan: { owner, dueOn } }: { readonly plan: Plan }) {
  const { i18n } = useLingui();
  const day = dueOn === null ? "" : writeDay(dueOn, i18n.locale);
  return (
    <p className={styles.owner}>
      {owner === null ? (
        <Trans>Af vóór {day}</Trans>
      ) : dueOn === null ? (
        <Trans>Door {owner}</Trans>
      ) : (
        <Trans>
          Door {owner}, af vóór {day}
        </Trans>
      )}
    </p>
  );
}
