import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { faultOfLine } from "@toetssteen/contract";
import type { TextFault } from "@toetssteen/contract";

/** What is wrong with a text, so that it can be mended. */
export function useFaultText(): (fault: TextFault) => string {
  const { t } = useLingui();
  return (fault) => {
    if (fault.kind === "long")
      return plural(fault.over, {
        one: "Deze tekst is # teken te lang.",
        other: "Deze tekst is # tekens te lang.",
      });
    const { place } = fault;
    if (fault.kind === "line")
      return t`Teken ${place} is een tab of een nieuwe regel; dit is één regel.`;
    const { code } = fault;
    return t`Teken ${place} kunnen we niet bewaren (U+${code}; je ziet het niet). Haal het weg, met wat eromheen staat.`;
  };
}

/** What is wrong with one line, to be said at its field while somebody who pasted it can still see where; null for nothing. */
export function useLineFault(): (line: string, longest: number) => string | null {
  const textOf = useFaultText();
  return (line, longest) => {
    const fault = faultOfLine(line, longest);
    return fault === null ? null : textOf(fault);
  };
}
