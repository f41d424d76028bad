import { useLingui } from "@lingui/react/macro";
import { countOf, thingOf } from "./deed.ts";
import type { Deed } from "./deed.ts";

/** What somebody did, as it goes on after their name: `schreef bij 4.1`. */
export function usePhrase(): (deed: Deed) => string {
  const { t } = useLingui();
  const placeOf = (part: string | null) => {
    if (part === null) return t`ambities en knelpunten`;
    return part.includes(".") ? part : t`norm ${part}`;
  };
  return (deed) => {
    const place = placeOf(deed.part);
    const others = countOf(deed) - 1;
    const first = thingOf(deed);
    const thing = others > 0 ? t`${first} en ${others} andere` : first;
    switch (deed.what) {
      case "answered":
        return t`schreef bij ${place}`;
      case "restored":
        return t`zette bij ${place} een eerdere tekst terug`;
      case "commented":
        return t`schreef een opmerking bij ${place}`;
      case "planned":
        return t`paste het plan bij ${place} aan`;
      case "discussed":
        return t`schreef bij ${place} over een gesprek met ${thing}`;
      case "assigned":
        return t`verdeelde het werk bij ${place}`;
      case "work_state_changed":
        return t`veranderde de werkstand van ${place}`;
      case "norm_submitted":
        return t`diende norm ${thing} in`;
      case "profile_changed":
        return t`paste het bibliotheekprofiel aan`;
      case "member_invited":
        return t`nodigde ${thing} uit`;
      case "invitation_withdrawn":
        return t`trok de uitnodiging van ${thing} in`;
      case "roles_changed":
        return t`gaf ${thing} een andere rol`;
      case "membership_ended":
        return t`nam de toegang van ${thing} weg`;
      case "membership_restored":
        return t`gaf ${thing} weer toegang`;
      case "oversight_granted":
        return t`liet ${thing} meekijken`;
      case "oversight_withdrawn":
        return t`liet ${thing} niet meer meekijken`;
      case "evidence_used":
        return t`koppelde ‘${thing}’ aan ${place}`;
      case "evidence_use_removed":
        return t`haalde ‘${thing}’ weg bij ${place}`;
      default:
        return evidencePhrase(deed.what, thing);
    }
  };

  function evidencePhrase(what: string, thing: string): string {
    switch (what) {
      case "evidence_added":
        return t`voegde bewijsstuk ‘${thing}’ toe`;
      case "evidence_removed":
        return t`haalde bewijsstuk ‘${thing}’ weg`;
      case "evidence_restored":
        return t`zette bewijsstuk ‘${thing}’ terug`;
      case "file_uploaded":
        return t`zette een bestand bij ‘${thing}’`;
      case "file_removed":
        return t`haalde een bestand weg bij ‘${thing}’`;
      case "file_restored":
        return t`zette een bestand terug bij ‘${thing}’`;
      case "evidence_changed":
        return thing === "" ? t`paste een bewijsstuk aan` : t`paste bewijsstuk ‘${thing}’ aan`;
      default:
        return t`veranderde iets`;
    }
  }
}
