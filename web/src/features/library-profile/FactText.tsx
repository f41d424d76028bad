import { Trans } from "@lingui/react/macro";
import type { FactName } from "./profile-draft.ts";

export function FactLabel({ name }: { readonly name: FactName }) {
  switch (name) {
    case "vobMember":
      return <Trans>Lid van de VOB</Trans>;
    case "runsIdo":
      return <Trans>Informatiepunt Digitale Overheid</Trans>;
    case "locations":
      return <Trans>Vestigingen</Trans>;
  }
}

/** Ja and nee for a fact, the number for a number. History keeps both as text. */
export function FactValue({ value }: { readonly value: boolean | number | string | null }) {
  if (value === true || value === "true") return <Trans>ja</Trans>;
  if (value === false || value === "false") return <Trans>nee</Trans>;
  return value;
}
