import { Plural, Trans } from "@lingui/react/macro";
import type { TextFault } from "./text-fault.ts";

/** Says what is wrong with a text, so that it can be mended. */
export function TextFaultText({ fault }: { readonly fault: TextFault }) {
  if (fault.kind === "long")
    return (
      <Plural
        value={fault.over}
        one="Deze tekst is # teken te lang."
        other="Deze tekst is # tekens te lang."
      />
    );
  const { place, code } = fault;
  return (
    <Trans>
      Teken {place} kunnen we niet bewaren (U+{code}; je ziet het niet). Haal het weg, met wat
      eromheen staat.
    </Trans>
  );
}
