import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { download } from "../../network/download.ts";
import {
  FilesProofFragmentDoc,
  NormInReadingFragmentDoc,
  NormProofFragmentDoc,
  ReadingContextFragmentDoc,
} from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { NormProofFragment, SubmittedFragment } from "../../gql/graphql.ts";
import { writeDayOf, writeTime } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { MarginPage, MarginRow } from "../../ui/Margin.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Context } from "../reading/Context.tsx";
import { NormInReading } from "../reading/NormInReading.tsx";
import { PrintTools } from "../printing/PrintTools.tsx";
import styles from "./SubmissionReading.module.css";
import { useFingerprint } from "./use-fingerprint.ts";

interface Props {
  /** The library that handed it in. */
  readonly organisation: string;
  readonly submission: SubmittedFragment;
  /** Who reads, and what that means. */
  readonly notice: ReactNode;
  /** Beside the top of the page. */
  readonly margin?: ReactNode;
}

/** What was submitted, as it was then. The library and its auditors read the same page. */
export function SubmissionReading({ organisation, submission, notice, margin }: Props) {
  const { i18n } = useLingui();
  const { reading, submittedAt } = submission;
  const context = readFragment(ReadingContextFragmentDoc, reading);
  const [norm] = reading.norms.map((one) => readFragment(NormInReadingFragmentDoc, one));
  const day = writeDayOf(submittedAt, i18n.locale);
  const time = writeTime(submittedAt, i18n.locale);
  if (!norm) return null;
  return (
    <MarginPage>
      <MarginRow margin={margin}>
        <PageHeader
          title={norm.title}
          eyebrow={
            <Trans>
              {context.libraryName} · norm {norm.code} · ingediend op {day} om {time} uur
            </Trans>
          }
          lead={norm.question}
        />
        {norm.wording === "own" && (
          <p className={styles.wording}>
            <Trans>In eigen woorden. De officiële tekst staat in het kader van CBCT.</Trans>
          </p>
        )}
      </MarginRow>
      <div className={styles.notice}>
        <Notice kind="step">
          {notice}
          {context.version === 1 && (
            <p>
              <Trans>
                Toen deze norm werd ingediend, legde Toetssteen alleen de antwoorden op de
                indicatoren vast.
              </Trans>
            </p>
          )}
        </Notice>
      </div>
      <PrintTools print={{ organisation, of: `submissions/${submission.id}` }} />
      <NormInReading organisation={organisation} norm={norm} level={2} />
      <Context reading={context} />
      <Proof
        submission={submission}
        norm={norm.code}
        files={reading.norms.flatMap((one) => filesOf(readFragment(NormProofFragmentDoc, one)))}
      />
    </MarginPage>
  );
}

/** The document that everything above is read from, and how to see that it is the same one. */
function Proof({
  submission: { document, sha256, submittedAt },
  norm,
  files,
}: Pick<Props, "submission"> & {
  readonly norm: string;
  readonly files: ReturnType<typeof filesOf>;
}) {
  const found = useFingerprint(document);
  const name = `norm-${norm}-${submittedAt.slice(0, 10)}.json`;
  return (
    <section className={styles.proof} aria-labelledby="proof">
      <MarginRow ruled>
        <h2 id="proof">
          <Trans>Vastgelegd</Trans>
        </h2>
        <p>
          <Trans>Alles hierboven komt uit één document, dat niet meer verandert.</Trans>
        </p>
        <p role="status" className={styles.other}>
          {found !== null && found !== sha256 && (
            <Trans>De vingerafdruk klopt niet. Meld dit aan de certificeerder.</Trans>
          )}
        </p>
        <details>
          <summary>
            <Trans>Hoe weet ik dat dit klopt?</Trans>
          </summary>
          <p>
            <Trans>
              Met deze vingerafdruk (SHA-256) kan iedereen nagaan dat het hetzelfde document is.
            </Trans>
          </p>
          <p className={styles.hash}>
            <code>{sha256}</code>
          </p>
          {found === sha256 && (
            <p className={styles.same}>
              <Trans>Je browser heeft nagerekend: de vingerafdruk klopt.</Trans>
            </p>
          )}
        </details>
        {files.length > 0 && (
          <details>
            <summary>
              <Trans>Vingerafdrukken van de bestanden</Trans>
            </summary>
            <ul>
              {files.map(({ id, name: file, sha256: print }) => (
                <li key={id}>
                  {file}: <code className={styles.hash}>{print}</code>
                </li>
              ))}
            </ul>
          </details>
        )}
        <Button onClick={() => download(name, document, "application/json")}>
          <Trans>Download het document (JSON)</Trans>
        </Button>
      </MarginRow>
    </section>
  );
}

/** Each file that stood anywhere beside a norm, once. */
function filesOf({ evidence, indicators, questions }: NormProofFragment) {
  const beside = [evidence, ...[...indicators, ...questions].map((part) => part.evidence)].flat();
  const files = beside.flatMap((one) => readFragment(FilesProofFragmentDoc, one).files);
  return [...new Map(files.map((file) => [file.id, file])).values()];
}
