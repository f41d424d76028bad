import { Trans, useLingui } from "@lingui/react/macro";
import { mostAtOnce } from "@toetssteen/contract";
import { useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { PartNamesQuery } from "../../../gql/graphql.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import styles from "../margin/AttachDialog.module.css";
import { PartChoice } from "./PartChoice.tsx";
import { SeveralTrouble } from "./SeveralTrouble.tsx";
import type { Chosen } from "./several.ts";
import { useSeveral } from "./use-several.ts";
import type { Done } from "./use-several.ts";

export interface LinkDialogProps {
  readonly organisationId: string;
  readonly names: PartNamesQuery;
  readonly documents: readonly (Pick<Chosen, "id" | "title"> & {
    readonly uses: readonly { readonly part: string }[];
  })[];
  readonly onDone: (done: Done) => void;
  readonly onClose: () => void;
}

/** Beside which parts documents belong: one document or several, one part or several. */
export function LinkDialog({ organisationId, names, documents, onDone, onClose }: LinkDialogProps) {
  const { t, i18n } = useLingui();
  const { isBusy, trouble, attempt, several } = useSeveral(organisationId);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [page, setPage] = useState("");
  // Of each place one, so that trying again links it once.
  const ids = useRef(new Map<string, string>());
  const cycleId = names.selfEvaluation?.cycle.id;
  const parts = cycleId === undefined ? [] : names.work.filter(({ canSetState }) => canSetState);
  const taken = parts
    .map(({ part }) => part)
    .filter((part) => documents.every(({ uses }) => uses.some((use) => use.part === part)));
  const title = documents[0]?.title ?? "";
  const places = documents.length * chosen.length;

  const link = async () => {
    if (cycleId === undefined) return;
    const pairs = documents.flatMap((document) => chosen.map((part) => ({ document, part })));
    const uses = pairs.map(({ document: { id: evidenceId }, part }) => {
      const key = `${evidenceId} ${part}`;
      const id = ids.current.get(key) ?? uuidv7();
      ids.current.set(key, id);
      return { id, evidenceId, part, slot: null, page: documents.length === 1 ? page.trim() : "" };
    });
    const names = pairs.map(({ document }) => document.title);
    const undo = await attempt(names, () => several.link(cycleId, uses));
    if (undo === null) return;
    const where = new Intl.ListFormat(i18n.locale).format(chosen);
    const count = documents.length;
    onDone({
      words:
        count === 1
          ? t`${title} is gekoppeld bij ${where}.`
          : t`${count} bewijsstukken zijn gekoppeld bij ${where}.`,
      names,
      undo,
    });
    onClose();
  };

  return (
    <Dialog
      title={
        documents.length === 1 ? t`Waar hoort ${title} bij?` : t`Waar horen deze bewijsstukken bij?`
      }
      onClose={onClose}
      wide
      isFilled={chosen.length > 0}
      actions={
        <>
          <Button
            look="first"
            disabled={chosen.length === 0 || places > mostAtOnce}
            aria-disabled={isBusy}
            onClick={() => void link()}
          >
            <Trans>Koppel</Trans>
          </Button>
          <Button type="submit">
            <Trans>Annuleer</Trans>
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <SeveralTrouble trouble={trouble} />
        {parts.length === 0 ? (
          <p>
            <Trans>Er is nu geen onderdeel waar je mag schrijven.</Trans>
          </p>
        ) : (
          <PartChoice parts={parts} taken={taken} chosen={chosen} onChange={setChosen} />
        )}
        {places > mostAtOnce && (
          <p role="alert">
            <Trans>
              Dit zijn {places} koppelingen. Het mogen er {mostAtOnce} tegelijk zijn: kies minder
              onderdelen, of minder bewijsstukken.
            </Trans>
          </p>
        )}
        {documents.length === 1 && (
          <TextField
            label={t`Bladzijde of passage (niet verplicht)`}
            small
            maxLength={200}
            placeholder={t`blz. 14–17`}
            value={page}
            onChange={({ target }) => setPage(target.value)}
          />
        )}
      </div>
    </Dialog>
  );
}
