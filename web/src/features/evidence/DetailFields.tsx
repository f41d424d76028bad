import { Trans, useLingui } from "@lingui/react/macro";
import { longestNote, longestTitle } from "@toetssteen/contract";
import { DateField } from "../../ui/DateField.tsx";
import { Pills } from "../../ui/Pills.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useLineFault } from "../writing/use-fault-text.ts";
import type { DetailProblem, Details } from "./details.ts";
import styles from "./EvidenceForm.module.css";

interface Props {
  readonly details: Details;
  readonly problems: ReadonlySet<DetailProblem>;
  /** Several at once are each called after their own file. */
  readonly hasTitle?: boolean;
  readonly onChange: (details: Details) => void;
}

/** What is filled in about a document. */
export function DetailFields({ details, problems, hasTitle = true, onChange }: Props) {
  const { t } = useLingui();
  const faultIn = useLineFault();
  const set = (change: Partial<Details>) => onChange({ ...details, ...change });
  return (
    <>
      {details.url !== null && (
        <TextField
          label={t`Webadres`}
          hint={<Trans>Waar auditors het kunnen openen, zoals een openbaar beleidsplan.</Trans>}
          type="url"
          inputMode="url"
          maxLength={2_000}
          placeholder="https://"
          value={details.url}
          error={
            problems.has("no address")
              ? t`Een adres dat begint met https://, zonder wachtwoord.`
              : null
          }
          onChange={({ target }) => set({ url: target.value })}
        />
      )}
      {hasTitle && (
        <TextField
          label={t`Hoe heet het?`}
          maxLength={longestTitle}
          value={details.title}
          error={
            problems.has("no title")
              ? t`Geef het een naam, zoals: Jaarverslag 2025.`
              : faultIn(details.title, longestTitle)
          }
          onChange={({ target }) => set({ title: target.value })}
        />
      )}
      <fieldset className={styles.period}>
        <legend>
          <Trans>Over welke periode gaat het? (niet verplicht)</Trans>
        </legend>
        <div className={styles.days}>
          <DateField
            label={t`Van`}
            small
            value={details.aboutFrom}
            onChange={(aboutFrom) => set({ aboutFrom })}
          />
          <DateField
            label={t`Tot en met`}
            small
            value={details.aboutTo}
            error={problems.has("ends before it begins") ? t`Ligt vóór het begin.` : null}
            onChange={(aboutTo) => set({ aboutTo })}
          />
        </div>
      </fieldset>
      <div className={styles.sharing}>
        <p className={styles.label} aria-hidden="true">
          <Trans>Wie mag het zien?</Trans>
        </p>
        <Pills
          label={t`Wie mag het zien?`}
          value={details.sharing}
          options={[
            { value: "INTERNAL", label: t`Alleen intern` },
            { value: "SHARED", label: t`Ook voor auditors` },
          ]}
          onChange={(sharing) => set({ sharing })}
        />
        <p className={styles.hint}>
          {details.sharing === "SHARED" ? (
            <Trans>Het gaat mee als jullie een norm indienen waar het bij hoort.</Trans>
          ) : (
            <Trans>Het blijft in huis, ook als jullie een norm indienen.</Trans>
          )}
        </p>
      </div>
      <TextField
        label={t`Persoonsgegevens (niet verplicht)`}
        hint={
          <Trans>
            Staan er gegevens van mensen in? Haal weg wat niet nodig is, en schrijf hier wat er nog
            in staat en waarom.
          </Trans>
        }
        maxLength={longestNote}
        placeholder={t`Bijvoorbeeld: alleen namen van bestuurders`}
        value={details.personalDataNote}
        error={faultIn(details.personalDataNote, longestNote)}
        onChange={({ target }) => set({ personalDataNote: target.value })}
      />
    </>
  );
}
