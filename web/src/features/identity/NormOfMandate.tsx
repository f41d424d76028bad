import { Trans, useLingui } from "@lingui/react/macro";
import type { MandateDatesFragment } from "../../gql/graphql.ts";
import { writeDayOf, writeTime } from "../../i18n/dates.ts";
import { isOneOfMore } from "./by-library.ts";

interface Props {
  readonly mandate: MandateDatesFragment;
  /** All that stand with it. */
  readonly among: readonly MandateDatesFragment[];
}

/** What a mandate opens: its norm, and which version where there are more. */
export function NormOfMandate({ mandate, among }: Props) {
  const { i18n } = useLingui();
  const { norm, submittedAt } = mandate;
  if (!isOneOfMore(mandate, among)) return <Trans>Norm {norm}</Trans>;
  return (
    <Trans>
      Norm {norm}, ingediend op {writeDayOf(submittedAt, i18n.locale)} om{" "}
      {writeTime(submittedAt, i18n.locale)} uur
    </Trans>
  );
}
