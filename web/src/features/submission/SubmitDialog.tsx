import { Trans, useLingui } from "@lingui/react/macro";
import { useApolloClient } from "@apollo/client/react";
import { loadAnew } from "../../network/apollo.ts";
import { SubmissionPreviewDocument } from "../../gql/graphql.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { part } from "../../network/part.ts";
import { useWanted } from "../../network/use-wanted.ts";
import { FailureAlert } from "../identity/FailureAlert.tsx";
import type { Preview } from "./preview.ts";

const previewLists = part(() => import("./PreviewLists.tsx"));

interface Props {
  readonly organisation: string;
  readonly norm: string;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Before a norm is submitted, which can't be taken back: what goes along, what doesn't, and what is open. */
export function SubmitDialog({ organisation, norm, onClose, onConfirm }: Props) {
  const { t } = useLingui();
  const client = useApolloClient();
  const { come, failure, again } = useWanted(async () => {
    const variables = { organisationId: organisation, norm };
    const [{ PreviewLists }, { submissionPreview }] = await Promise.all([
      previewLists.load(),
      loadAnew(client, SubmissionPreviewDocument, variables),
    ]);
    return { PreviewLists, preview: submissionPreview };
  }, true);
  const preview = come?.preview ?? null;
  const isReady = preview !== null && preview.hindrance === null;
  return (
    <Dialog
      wide
      title={t`Norm ${norm} indienen?`}
      onClose={onClose}
      actions={
        <>
          {isReady && (
            <Button look="first" onClick={onConfirm}>
              <Trans>Ja, dien norm {norm} in</Trans>
            </Button>
          )}
          {failure !== null && (
            <Button look="first" onClick={again}>
              <Trans>Probeer het opnieuw</Trans>
            </Button>
          )}
          <Button type="submit">
            {preview === null || isReady ? <Trans>Annuleer</Trans> : <Trans>Sluit</Trans>}
          </Button>
        </>
      }
    >
      <FailureAlert failure={failure} />
      <div aria-live="polite">
        {preview === null && failure === null && (
          <p>
            <Trans>We kijken wat er meegaat…</Trans>
          </p>
        )}
        {preview?.hindrance != null && <Hindered hindrance={preview.hindrance} norm={norm} />}
        {come !== null && preview !== null && isReady && (
          <>
            <come.PreviewLists organisation={organisation} norm={norm} preview={preview} />
            <p>
              <Trans>
                Wat er nu staat, wordt vastgelegd en kan niet meer worden ingetrokken. De
                certificeerder krijgt bericht dat het er is.
              </Trans>
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}

interface HinderedProps {
  readonly hindrance: NonNullable<Preview["hindrance"]>;
  readonly norm: string;
}

/** Why a norm can't be submitted as it stands. */
export function Hindered({ hindrance, norm }: HinderedProps) {
  switch (hindrance) {
    case "NOT_ANSWERED":
      return (
        <p>
          <Trans>Je kunt indienen als elke indicator een ja of nee heeft.</Trans>
        </p>
      );
    case "NOTHING_WRITTEN":
      return (
        <p>
          <Trans>
            Bij norm {norm} staat nog niets om in te dienen. Schrijf eerst iets, of koppel een
            bewijsstuk dat auditors mogen lezen.
          </Trans>
        </p>
      );
    case "NOTHING_CHANGED":
      return (
        <p>
          <Trans>
            Er is niets nieuws om in te dienen: auditors lezen al wat er nu bij norm {norm} staat.
          </Trans>
        </p>
      );
  }
}
