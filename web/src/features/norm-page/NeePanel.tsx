import { Trans, useLingui } from "@lingui/react/macro";
import type { FragmentType } from "../../gql/fragment-masking.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import { BoxesUnderNeeFragmentDoc } from "../../gql/graphql.ts";
import { Ledger, LedgerRow } from "../../ui/Ledger.tsx";
import { Pills } from "../../ui/Pills.tsx";
import type { Autosave } from "../writing/autosave.ts";
import type { Draft } from "../writing/draft.ts";
import type { WordsOf } from "../writing/text-place.ts";
import { neeLabels, useNeeLabel } from "../writing/use-nee-label.ts";
import { PlannedBoxes } from "./PlannedBoxes.tsx";

interface Props {
  readonly code: string;
  readonly boxes: FragmentType<typeof BoxesUnderNeeFragmentDoc>;
  readonly draft: Draft<WordsOf["answer"]>;
  readonly autosave: Autosave<WordsOf["answer"]>;
  readonly canWrite: boolean;
}

/**
 * Under a nee: what kind it is, why, what is going to happen and what it means. Whatever the label, all of it can be
 * filled in. It isn't on the page under a ja, and it is all there again when the answer becomes nee.
 */
export function NeePanel({ code, boxes, draft, autosave, canWrite }: Props) {
  const { t } = useLingui();
  const nameOf = useNeeLabel();
  const { passages, plan } = readFragment(BoxesUnderNeeFragmentDoc, boxes);
  const { neeLabel } = draft.words;
  return (
    <Ledger label={t`Toelichting op de nee bij ${code}`}>
      {canWrite ? (
        <LedgerRow name={<Trans>Wat voor nee is het?</Trans>}>
          <Pills
            label={t`Wat voor nee is het bij ${code}`}
            value={neeLabel ?? "NONE"}
            options={[
              ...neeLabels.map((value) => ({ value, label: nameOf(value) })),
              { value: "NONE" as const, label: t`Weet ik nog niet` },
            ]}
            onChange={(value) => {
              autosave.write({ neeLabel: value === "NONE" ? null : value });
              autosave.flush();
            }}
          />
        </LedgerRow>
      ) : (
        neeLabel !== null && (
          <LedgerRow name={<Trans>Wat voor nee is het?</Trans>}>{nameOf(neeLabel)}</LedgerRow>
        )
      )}
      <PlannedBoxes part={code} passages={passages} plan={plan} canWrite={canWrite} isOfNee />
    </Ledger>
  );
}
