import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { useInvalidFocus } from "../../ui/focus.ts";
import { Pills } from "../../ui/Pills.tsx";
import { useSubmission } from "../../network/use-submission.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import { flawOf, titleFrom, titleOf } from "./check-file.ts";
import { DetailFields } from "./DetailFields.tsx";
import { noDetails, problemsOf } from "./details.ts";
import type { Details, DetailProblem } from "./details.ts";
import styles from "./EvidenceForm.module.css";
import { FileChooser } from "./FileChooser.tsx";
import { useAddEvidence } from "./use-add-evidence.ts";
import type { Added } from "./use-add-evidence.ts";

interface Props {
  readonly organisationId: string;
  /** Files that were dropped on the page. */
  readonly dropped?: readonly File[];
  readonly submitLabel: ReactNode;
  /** Who may see it, unless somebody says otherwise: what stands beside a part is meant to be shown. */
  readonly sharing?: Details["sharing"];
  /** Hears whether there is something in it that would be lost. */
  readonly onFilled?: (isFilled: boolean) => void;
  /** What is asked besides. */
  readonly extra?: ReactNode;
  readonly onAdded: (added: readonly Added[]) => Promise<void> | void;
  readonly onCancel: () => void;
}

type Problem = DetailProblem | "no file";

/** A new document: files or the address of one elsewhere, and what it is. Files are sent while one goes on. */
export function AddEvidence(props: Props) {
  const { organisationId, dropped = [], submitLabel, extra, onAdded, onCancel } = props;
  const { sharing = noDetails.sharing, onFilled } = props;
  const { t } = useLingui();
  const [files, setFiles] = useState<readonly File[]>(dropped);
  const [details, setDetails] = useState<Details>({
    ...noDetails,
    sharing,
    title: titleOf(dropped),
  });
  // Until somebody types, the title follows the first file that goes along.
  const isTyped = useRef(false);
  const [isApart, setApart] = useState(true);
  const [problems, setProblems] = useState<ReadonlySet<Problem>>(new Set());
  const form = useInvalidFocus<HTMLFormElement>(problems);
  const add = useAddEvidence(organisationId);
  const { isBusy, failure, submit } = useSubmission();
  const isLink = details.url !== null;
  const sound = files.filter((file) => flawOf(file) === null);
  const isSeveral = !isLink && isApart && sound.length > 1;

  const choose = (chosen: readonly File[]) => {
    setFiles(chosen);
    onFilled?.(chosen.length > 0 || isTyped.current);
    if (!isTyped.current) setDetails({ ...details, title: titleOf(chosen) });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const wrong = new Set<Problem>(problemsOf(details));
    if (isSeveral) wrong.delete("no title");
    if (!isLink && sound.length === 0) wrong.add("no file");
    setProblems(wrong);
    if (wrong.size > 0) return;
    const items = isSeveral
      ? sound.map((file) => ({
          details: { ...details, title: titleFrom(file.name) || file.name },
          files: [file],
        }))
      : [{ details, files: isLink ? [] : sound }];
    submit(async () => onAdded(await add(items)));
  };

  return (
    <form ref={form} className={styles.form} onSubmit={send} noValidate>
      <FailureAlert failure={failure} />
      <Pills
        label={t`Wat voeg je toe?`}
        value={isLink ? "link" : "files"}
        options={[
          { value: "files", label: t`Bestanden` },
          { value: "link", label: t`Een link` },
        ]}
        onChange={(kind) => setDetails({ ...details, url: kind === "link" ? "" : null })}
      />
      {!isLink && (
        <FileChooser
          files={files}
          isMissing={problems.has("no file") && sound.length === 0}
          onChange={choose}
        />
      )}
      {!isLink && sound.length > 1 && (
        <Pills
          label={t`Horen ze bij elkaar?`}
          value={isApart ? "apart" : "together"}
          options={[
            { value: "apart", label: t`Elk een eigen bewijsstuk` },
            { value: "together", label: t`Samen één bewijsstuk` },
          ]}
          onChange={(how) => setApart(how === "apart")}
        />
      )}
      {isSeveral && (
        <p className={styles.hint}>
          <Trans>Elk krijgt de naam van zijn bestand. Die kun je daarna wijzigen.</Trans>
        </p>
      )}
      <DetailFields
        details={details}
        problems={problems as ReadonlySet<DetailProblem>}
        hasTitle={!isSeveral}
        onChange={(next) => {
          if (next.title !== details.title) isTyped.current = true;
          onFilled?.(true);
          setDetails(next);
        }}
      />
      {extra}
      {files.length > sound.length && (
        <p className={styles.wrong}>
          <Plural
            value={files.length - sound.length}
            one="Eén bestand hierboven gaat niet mee."
            other="# bestanden hierboven gaan niet mee."
          />
        </p>
      )}
      <div className={styles.buttons}>
        <Button look="first" type="submit" aria-disabled={isBusy}>
          {submitLabel}
        </Button>
        <Button onClick={onCancel}>
          <Trans>Annuleer</Trans>
        </Button>
      </div>
    </form>
  );
}
