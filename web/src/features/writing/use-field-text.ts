import { useLingui } from "@lingui/react/macro";
import type { PassageField } from "../../gql/graphql.ts";

export interface FieldText {
  readonly name: string;
  /** What belongs in it, in a sentence. */
  readonly hint: string;
}

/** What a box of the self-evaluation is called, and what belongs in it. Under a nee the same boxes are about that nee. */
export function useFieldText(): (field: PassageField, isOfNee?: boolean) => FieldText {
  const { t } = useLingui();
  return (field, isOfNee = false) => {
    switch (field) {
      case "AMBITIONS":
        return {
          name: t`Ambities`,
          hint: t`Wat willen jullie bereiken, dit jaar en over vier jaar? Voor wie?`,
        };
      case "BOTTLENECKS":
        return {
          name: t`Knelpunten`,
          hint: t`Wat staat in de weg, en wat doen jullie daaraan?`,
        };
      case "ACCENTS":
        return {
          name: t`Accenten`,
          hint: t`Waarin zijn jullie anders dan andere bibliotheken? Denk aan je gebied, je diensten of je publiek.`,
        };
      case "FACTS":
        return {
          name: t`Feiten`,
          hint: t`Wat is er? Beleid, afspraken, aantallen, wat er dit jaar gebeurde. Nog zonder oordeel.`,
        };
      case "VIEW":
        return {
          name: t`Eigen beeld`,
          hint: t`Hoe vinden jullie zelf dat het gaat? Waar zijn jullie tevreden over, en wat kan beter?`,
        };
      case "PRACTICE":
        return {
          name: t`Feiten`,
          hint: t`Wat doen jullie, en waar is dat aan te zien?`,
        };
      case "JUDGEMENT":
        return {
          name: t`Eigen beeld`,
          hint: t`Is dat genoeg, vinden jullie? Waarom wel of niet?`,
        };
      case "REASON":
        return {
          name: t`Waarom niet gehaald`,
          hint: isOfNee ? t`Waarom is het antwoord nee?` : t`Waarom is het (nog) niet zo?`,
        };
      case "PLAN":
        return { name: t`Plan`, hint: t`Wat gaan jullie doen, en wanneer is het goed?` };
      case "CONSEQUENCES":
        return {
          name: t`Gevolgen en risico’s`,
          hint: t`Wat merken jullie ervan zolang het zo is? Wat kan er misgaan?`,
        };
    }
  };
}
