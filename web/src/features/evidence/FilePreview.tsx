import { endingOf } from "@toetssteen/contract";
import type { ReactNode } from "react";
import { Trans, useLingui } from "@lingui/react/macro";
import { FileFactsFragmentDoc, VersionFactsFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { EvidenceWholeFragment, VersionFactsFragment } from "../../gql/graphql.ts";
import { addressOf } from "./file-address.ts";
import styles from "./FilePreview.module.css";
import { ImagePreview } from "./ImagePreview.tsx";
import { firstPage } from "./first-page.ts";
import { PdfPreview } from "./PdfPreview.tsx";
import { TextPreview } from "./TextPreview.tsx";

interface Props {
  readonly organisation: string;
  readonly files: EvidenceWholeFragment["files"];
  /** The version to show; the first that can be shown without. */
  readonly shown: string | undefined;
  /** Which page is meant, in somebody's words; may be empty. */
  readonly page: string;
}

/**
 * A file inside the page. A PDF opens in the browser's own viewer, which has another origin than ours; an image is an
 * image; of text the words are shown. Nothing of a file is ever read as a page of ours.
 */
export function FilePreview({ organisation, files, shown, page }: Props) {
  const { t } = useLingui();
  const versions = files.flatMap((file) =>
    readFragment(FileFactsFragmentDoc, file).versions.map((version) =>
      readFragment(VersionFactsFragmentDoc, version),
    ),
  );
  const currents = files.map((file) =>
    readFragment(VersionFactsFragmentDoc, readFragment(FileFactsFragmentDoc, file).current),
  );
  const version =
    versions.find(({ id, preview }) => id === shown && preview !== null) ??
    currents.find(({ preview }) => preview !== null);
  const meant = page !== "" && (
    <p className={styles.meant}>
      <Trans>
        Bedoeld is: <strong>{page}</strong>
      </Trans>
    </p>
  );
  if (!version) return <WithoutPreview versions={currents} meant={meant} />;
  const { id, name, preview } = version;
  const address = addressOf(organisation, id);
  const at = firstPage(page);
  return (
    <section className={styles.preview} aria-label={t`Voorbeeld van ${name}`}>
      {meant}
      {preview === "IMAGE" ? (
        <ImagePreview key={id} address={address} name={name} />
      ) : preview === "TEXT" ? (
        <TextPreview key={id} address={address} />
      ) : navigator.pdfViewerEnabled ? (
        <PdfPreview key={`${id} ${at}`} address={address} name={name} page={at} />
      ) : (
        <p className={styles.unshown}>
          <Trans>
            Deze browser toont geen pdf’s in een pagina.{" "}
            <a href={address} target="_blank" rel="noopener noreferrer">
              Open {name} in een nieuw tabblad
            </a>
          </Trans>
        </p>
      )}
    </section>
  );
}

/** Says which page is meant, and why nothing is shown: what waits for a scan says so itself. */
function WithoutPreview({
  versions,
  meant,
}: {
  readonly versions: readonly VersionFactsFragment[];
  readonly meant: ReactNode;
}) {
  const { t } = useLingui();
  const kept = versions.find(({ state }) => state === "READY");
  if (!kept && !meant) return null;
  const ending = kept ? endingOf(kept.name) : "";
  return (
    <section className={styles.preview} aria-label={t`Voorbeeld`}>
      {meant}
      {kept && (
        <p className={styles.unshown}>
          <Trans>
            Van een bestand dat eindigt op .{ending} is hier geen voorbeeld: een browser kan het
            niet zelf laten zien. Download het om het te lezen.
          </Trans>
        </p>
      )}
    </section>
  );
}
