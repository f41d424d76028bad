import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSituation } from "../self-evaluation/use-situation.ts";

/** Before a norm is submitted: what of it isn't ready, and what doesn't go along. */
export function StillUndone({ norm }: { readonly norm: string }) {
  const { t, i18n } = useLingui();
  const situation = useSituation();
  if (situation === null) return null;
  const undone = situation.parts
    .filter((part) => part.norm === norm && part.state !== "DONE")
    .map(({ part }) => (part === norm ? t`feiten en eigen beeld` : part));
  const talks = situation.threads.filter((thread) => thread.norm === norm).length;
  const list = new Intl.ListFormat(i18n.locale).format(undone);
  return (
    <>
      {undone.length > 0 && (
        <p>
          <Trans>Nog niet klaar: {list}. Dat gaat mee zoals het nu is.</Trans>
        </p>
      )}
      {talks > 0 && (
        <p>
          <Plural
            value={talks}
            one="Er is nog # gesprek niet afgerond."
            other="Er zijn nog # gesprekken niet afgerond."
          />
        </p>
      )}
      <p>
        <Trans>
          Bewijsstukken die alleen intern zijn, gaan niet mee. Van bewijsstukken zonder bestand gaat
          alleen de naam mee.
        </Trans>
      </p>
    </>
  );
}
