import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { EvidenceFacts, Sharing } from "../../../gql/graphql.ts";
import { Button } from "../../../ui/Button.tsx";
import { DateField } from "../../../ui/DateField.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Pills } from "../../../ui/Pills.tsx";
import styles from "../EvidenceForm.module.css";
import { usePeriodText } from "../evidence-text.ts";
import { SeveralTrouble } from "./SeveralTrouble.tsx";
import type { Chosen } from "./several.ts";
import { useSeveral } from "./use-several.ts";
import type { Done } from "./use-several.ts";

export interface ChangeDialogProps {
  readonly organisationId: string;
  readonly what: "sharing" | "period";
  readonly documents: readonly Chosen[];
  readonly onDone: (done: Done) => void;
  readonly onClose: () => void;
}

/** Who may see several documents, or which period they are about. */
export function ChangeDialog(props: ChangeDialogProps) {
  const { organisationId, what, documents, onDone, onClose } = props;
  const { t } = useLingui();
  const periodText = usePeriodText();
  const { isBusy, trouble, attempt, several } = useSeveral(organisationId);
  const [sharing, setSharing] = useState<Sharing>("SHARED");
  const [period, setPeriod] = useState<Pick<EvidenceFacts, "aboutFrom" | "aboutTo">>({
    aboutFrom: null,
    aboutTo: null,
  });
  const [isTried, setTried] = useState(false);
  const { aboutFrom, aboutTo } = period;
  const isTurned = what === "period" && aboutFrom != null && aboutTo != null && aboutFrom > aboutTo;
  const count = documents.length;

  const words = () => {
    const about = periodText({ aboutFrom: aboutFrom ?? null, aboutTo: aboutTo ?? null });
    if (what === "period")
      return about === null
        ? t`${plural(count, { one: "Bij # bewijsstuk", other: "Bij # bewijsstukken" })} is de periode weggehaald.`
        : t`${plural(count, { one: "# bewijsstuk gaat", other: "# bewijsstukken gaan" })} nu over ${about}.`;
    return sharing === "SHARED"
      ? t`${plural(count, { one: "# bewijsstuk is", other: "# bewijsstukken zijn" })} nu ook voor auditors.`
      : t`${plural(count, { one: "# bewijsstuk is", other: "# bewijsstukken zijn" })} nu alleen voor jullie.`;
  };
  const save = async () => {
    setTried(true);
    if (isTurned) return;
    const names = documents.map(({ title }) => title);
    const facts = what === "period" ? period : { sharing };
    const undo = await attempt(names, () => several.change(documents, facts));
    if (undo === null) return;
    onDone({ words: words(), names, undo });
    onClose();
  };

  return (
    <Dialog
      title={
        what === "sharing"
          ? t`Wie mag ${plural(count, { one: "dit bewijsstuk", other: "deze # bewijsstukken" })} zien?`
          : t`Over welke periode ${plural(count, { one: "gaat dit bewijsstuk", other: "gaan deze # bewijsstukken" })}?`
      }
      onClose={onClose}
      actions={
        <>
          <Button look="first" aria-disabled={isBusy} onClick={() => void save()}>
            <Trans>Bewaar</Trans>
          </Button>
          <Button type="submit">
            <Trans>Annuleer</Trans>
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <SeveralTrouble trouble={trouble} />
        {what === "sharing" ? (
          <Pills
            label={t`Wie mag het zien?`}
            value={sharing}
            options={[
              { value: "INTERNAL", label: t`Alleen intern` },
              { value: "SHARED", label: t`Ook voor auditors` },
            ]}
            onChange={setSharing}
          />
        ) : (
          <div className={styles.days}>
            <DateField
              label={t`Van`}
              small
              value={aboutFrom ?? null}
              onChange={(day) => setPeriod({ ...period, aboutFrom: day })}
            />
            <DateField
              label={t`Tot en met`}
              small
              value={aboutTo ?? null}
              error={isTried && isTurned ? t`Ligt vóór het begin.` : null}
              onChange={(day) => setPeriod({ ...period, aboutTo: day })}
            />
          </div>
        )}
      </div>
    </Dialog>
  );
}
