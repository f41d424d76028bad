import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { countOf, thingOf } from "./deed.ts";
import type { Deed } from "./deed.ts";

/** What somebody did, as it goes on after their name: `schreef bij 4.1`. */
export function usePhrase(): (deed: Deed, count: number) => string {
  const { t } = useLingui();
  const placeOf = (part: string | null) => {
    if (part === null) return t`ambities en knelpunten`;
    return part.includes(".") ? part : t`norm ${part}`;
  };
  return (deed, count) => {
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
        return assignedPhrase(deed, place);
      case "work_state_changed":
        return statePhrase(deed.changes[0]?.to ?? null, place);
      case "invitation_accepted":
        return t`nam de uitnodiging aan`;
      case "name_changed":
        return t`heette eerst ${deed.changes[0]?.from ?? ""}`;
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
        return evidencePhrase(deed.what, thing, count);
    }
  };

  function assignedPhrase({ by, changes }: Deed, place: string): string {
    const given = changes.find(({ field }) => field === "assignee");
    const day = changes.find(({ field }) => field === "dueOn");
    if (given) {
      const { to } = given;
      if (to === null) return t`haalde de naam weg bij ${place}`;
      return to === by.name ? t`nam ${place} op zich` : t`gaf ${place} aan ${to}`;
    }
    return day && day.to === null
      ? t`haalde de dag weg bij ${place}`
      : t`koos een dag voor ${place}`;
  }

  function statePhrase(state: string | null, place: string): string {
    switch (state) {
      case "IN_PROGRESS":
        return t`zette ${place} op in bewerking`;
      case "READY_TO_READ":
        return t`zette ${place} op na te lezen`;
      case "DONE":
        return t`zette ${place} op klaar`;
      default:
        return t`zette ${place} op te doen`;
    }
  }

  function evidencePhrase(what: string, thing: string, count: number): string {
    switch (what) {
      case "evidence_added":
        return count > 1
          ? t`voegde ${plural(count, { one: "# bewijsstuk", other: "# bewijsstukken" })} toe`
          : t`voegde bewijsstuk ‘${thing}’ toe`;
      case "evidence_removed":
        return t`haalde bewijsstuk ‘${thing}’ weg`;
      case "evidence_restored":
        return t`zette bewijsstuk ‘${thing}’ terug`;
      case "file_uploaded":
        return count > 1
          ? t`voegde ${plural(count, { one: "# bestand", other: "# bestanden" })} toe aan ‘${thing}’`
          : t`voegde een bestand toe aan ‘${thing}’`;
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
