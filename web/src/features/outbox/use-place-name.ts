import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import type { PassageField } from "../../gql/graphql.ts";
import type { TextPlace } from "../writing/text-place.ts";
import { useFieldText } from "../writing/use-field-text.ts";

/** Where something was written, in words: `Feiten bij norm 4`. */
export function usePlaceName(): (place: TextPlace) => string {
  const { t } = useLingui();
  const fieldText = useFieldText();
  return useCallback(
    (place) => {
      switch (place.kind) {
        case "answer": {
          const { indicator } = place;
          return t`Antwoord bij ${indicator}`;
        }
        case "passage": {
          const { part, field } = place;
          const { name } = fieldText(field, part !== null && isOfNee(part, field));
          if (part === null) return name;
          return isNorm(part) ? t`${name} bij norm ${part}` : t`${name} bij ${part}`;
        }
        case "plan": {
          const { part } = place;
          return isNorm(part) ? t`Wie en wanneer bij norm ${part}` : t`Wie en wanneer bij ${part}`;
        }
        case "discussion": {
          const { norm } = place;
          return t`Besproken met, norm ${norm}`;
        }
      }
    },
    [t, fieldText],
  );
}

/** The address of a place within its organisation. */
export function placeAddress(place: TextPlace): {
  readonly norm: string | null;
  readonly hash: string;
} {
  switch (place.kind) {
    case "answer":
      return { norm: normOf(place.indicator), hash: `indicator-${place.indicator}` };
    case "discussion":
      return { norm: place.norm, hash: "besproken" };
    case "plan":
      return { norm: normOf(place.part), hash: hashOfNorm(place.part, "niet-gehaald") };
    case "passage": {
      const { part, field } = place;
      if (part === null) return { norm: null, hash: field.toLowerCase() };
      if (field === "PRACTICE" || field === "JUDGEMENT")
        return { norm: normOf(part), hash: `question-${part}` };
      const section = field === "FACTS" || field === "VIEW" ? "beeld" : "niet-gehaald";
      return { norm: normOf(part), hash: hashOfNorm(part, section) };
    }
  }
}

/** The address of a part within its organisation. */
export function partAddress(part: string): { readonly norm: string; readonly hash: string } {
  const norm = normOf(part);
  if (isNorm(part)) return { norm, hash: "beeld" };
  return { norm, hash: /V\d+$/.test(part) ? `question-${part}` : `indicator-${part}` };
}

function hashOfNorm(part: string, section: string): string {
  return isNorm(part) ? section : `indicator-${part}`;
}

function isNorm(part: string): boolean {
  return !part.includes(".");
}

function normOf(part: string): string {
  return part.split(".")[0] ?? part;
}

function isOfNee(part: string, field: PassageField): boolean {
  return !isNorm(part) && (field === "REASON" || field === "PLAN" || field === "CONSEQUENCES");
}
