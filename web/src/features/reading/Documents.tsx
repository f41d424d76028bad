import { Trans, useLingui } from "@lingui/react/macro";
import { EvidenceInReadingFragmentDoc } from "../../gql/graphql.ts";
import type { EvidenceInReadingFragment, NormInReadingFragment } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import { usePeriodText, useSizeText } from "../evidence/evidence-text.ts";
import { hatNow } from "../../network/hat.ts";
import styles from "./Reading.module.css";

interface Props {
  /** The library whose documents they are. */
  readonly organisation: string;
  readonly evidence: NormInReadingFragment["evidence"];
}

/** The documents that stood beside a part; each file opens by itself. */
export function Documents({ organisation, evidence }: Props) {
  const { t } = useLingui();
  if (evidence.length === 0) return null;
  return (
    <ul className={styles.documents} aria-label={t`Documenten`}>
      {evidence.map((one, index) => (
        // What was handed in never changes, and two rows may be alike.
        <li key={index}>
          <Document
            organisation={organisation}
            item={readFragment(EvidenceInReadingFragmentDoc, one)}
          />
        </li>
      ))}
    </ul>
  );
}

function Document({
  organisation,
  item: { kind, title, url, slot, page, files, aboutFrom, aboutTo },
}: Pick<Props, "organisation"> & { readonly item: EvidenceInReadingFragment }) {
  const sizeText = useSizeText();
  const period = usePeriodText()({ aboutFrom, aboutTo });
  return (
    <>
      {kind === "FILES" || url === null ? (
        title
      ) : (
        <a href={url} target="_blank" rel="noreferrer">
          {title}
        </a>
      )}
      {/* What a link or a hint says on the screen, paper says in words. */}
      {url !== null && <span className={styles.paper}> {url}</span>}
      <span className={styles.with}>
        {page !== "" && `, ${page}`}
        {slot !== null && ` (${slot})`}
        {period !== null && (
          <>
            {" · "}
            <Trans>periode: {period}</Trans>
          </>
        )}
      </span>
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map(({ id, name, size }) => (
            <li key={id}>
              <a href={addressOf(organisation, id)} target="_blank" rel="noreferrer">
                {name}
              </a>{" "}
              <span className={styles.with}>{sizeText(size)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A link can't send a header along, so its address says as whom one reads. */
function addressOf(organisation: string, id: string): string {
  return `/files/${organisation}/${id}?hat=${hatNow() ?? organisation}`;
}
