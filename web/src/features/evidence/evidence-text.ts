import { useLingui } from "@lingui/react/macro";
import { endingOf, fileEndings, saveAs } from "@toetssteen/contract";
import { wholeYears } from "@toetssteen/norms";
import type { DocumentKind, FileState, Sharing } from "../../gql/graphql.ts";
import { isWholeMonth, writeMonth, writeShortDay } from "../../i18n/dates.ts";
import type { Flaw } from "./check-file.ts";

/** Days of the period that a document is about. */
export interface Period {
  readonly aboutFrom: string | null;
  readonly aboutTo: string | null;
}

/** What a document is about: a year as a year; null where nobody said. */
export function usePeriodText(): (period: Period) => string | null {
  const { t, i18n } = useLingui();
  return ({ aboutFrom, aboutTo }) => {
    const from = aboutFrom && writeShortDay(aboutFrom, i18n.locale);
    const to = aboutTo && writeShortDay(aboutTo, i18n.locale);
    const years = wholeYears(aboutFrom, aboutTo);
    if (years !== null) return years;
    if (isWholeMonth(aboutFrom, aboutTo)) return writeMonth(aboutFrom, i18n.locale);
    if (from && to) return aboutFrom === aboutTo ? from : `${from} – ${to}`;
    if (from) return t`vanaf ${from}`;
    return to ? t`tot en met ${to}` : null;
  };
}

export function useSharingText(): (sharing: Sharing) => string {
  const { t } = useLingui();
  return (sharing) => (sharing === "SHARED" ? t`ook voor auditors` : t`alleen intern`);
}

/** What a document is to who looks for it. */
export function useDocumentKindText(): (kind: DocumentKind) => string {
  const { t } = useLingui();
  return (kind) => {
    switch (kind) {
      case "PDF":
        return t`pdf`;
      case "TEXT":
        return t`tekst`;
      case "SHEET":
        return t`rekenblad`;
      case "SLIDES":
        return t`presentatie`;
      case "IMAGE":
        return t`afbeelding`;
      case "MAIL":
        return t`e-mail`;
      case "LINK":
        return t`link`;
    }
  };
}

/** What there is to say of a file that can't be read (yet); null of one that can. */
export function useStateText(): (state: FileState) => string | null {
  const { t } = useLingui();
  return (state) => {
    switch (state) {
      case "READY":
        return null;
      case "UPLOADING":
        return t`niet helemaal aangekomen`;
      case "QUARANTINED":
        return t`wordt nagekeken op virussen`;
      case "REFUSED":
        return t`geweigerd: er zit een virus in`;
    }
  };
}

/** Of all files of an item the first thing to say; null where all can be read. */
export function useItemState(): (
  files: readonly { readonly current: { readonly state: FileState } }[],
) => string | null {
  const stateText = useStateText();
  return (files) => {
    const order: readonly FileState[] = ["REFUSED", "QUARANTINED", "UPLOADING"];
    const worst = order.find((state) => files.some(({ current }) => current.state === state));
    return worst === undefined ? null : stateText(worst);
  };
}

/** `812 kB`, `4,2 MB` */
export function useSizeText(): (bytes: number) => string {
  const { i18n } = useLingui();
  return (bytes) => {
    const [value, unit] =
      bytes < 999_500
        ? [Math.max(Math.min(bytes, 1), bytes / 1_000), "kilobyte"]
        : [bytes / 1_000_000, "megabyte"];
    return new Intl.NumberFormat(i18n.locale === "en" ? "en-GB" : "nl-NL", {
      style: "unit",
      unit,
      maximumFractionDigits: value < 10 && unit === "megabyte" ? 1 : 0,
    }).format(value);
  };
}

/** Why a file can't be sent, and what can. */
export function useFlawText(): (flaw: Flaw, file: Pick<File, "name" | "size">) => string {
  const { t } = useLingui();
  const sizeText = useSizeText();
  return (flaw, { name, size }) => {
    switch (flaw) {
      case "empty":
        return t`Dit bestand is leeg.`;
      case "too big": {
        const is = sizeText(size);
        return t`Dit bestand is ${is}. Het mag hooguit 100 MB zijn: maak het kleiner, of knip het in delen.`;
      }
      case "wrong kind": {
        const ending = endingOf(name);
        const other = saveAs(name);
        if (other !== null)
          return t`Een bestand dat eindigt op .${ending} kan hier niet. Sla het op als ${other}, en voeg dat toe.`;
        const endings = fileEndings.slice(0, 7).join(", ");
        return t`Dit soort bestand kan hier niet. Wat wel kan: ${endings}, afbeeldingen en platte tekst.`;
      }
    }
  };
}
