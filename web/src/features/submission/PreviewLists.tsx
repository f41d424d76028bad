import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { PlaceLink } from "../self-evaluation/PartPlace.tsx";
import { NamesFolded } from "./NamesFolded.tsx";
import styles from "./PreviewLists.module.css";
import type { Preview } from "./preview.ts";

interface Props {
  readonly organisation: string;
  readonly norm: string;
  readonly preview: Preview;
}

/** By name: what is submitted with a norm, what stays in the library, and what isn't finished. */
export function PreviewLists(props: Props) {
  return (
    <div className={styles.lists}>
      <Along {...props} />
      <Staying {...props} />
      <Open {...props} />
    </div>
  );
}

function Along({ norm, preview }: Props) {
  const { t } = useLingui();
  const placeName = usePlaceName(norm);
  const texts = [
    ...preview.written.map(placeName),
    ...(preview.discussions > 0 ? [t`met wie het besproken is`] : []),
    ...(preview.ambitions ? [t`ambities en knelpunten`] : []),
  ];
  const along = preview.documents.filter(({ going }) => going === "ALONG");
  const list = useList(texts);
  const named = preview.documents.filter(({ going }) => going === "NAME_ONLY");
  return (
    <section>
      <h3>
        <Trans>Gaat mee</Trans>
      </h3>
      {texts.length > 0 && (
        <p>
          <Trans>Tekst: {list}.</Trans>
        </p>
      )}
      {along.length === 0 && (
        <p>
          <Trans>Er gaan geen bewijsstukken mee.</Trans>
        </p>
      )}
      <NamesFolded
        title={<Plural value={along.length} one="# bewijsstuk:" other="# bewijsstukken:" />}
        names={along.map(({ id, title, filesLeftBehind }) => ({
          id,
          name: <Document title={title} filesLeftBehind={filesLeftBehind} />,
        }))}
      />
      <NamesFolded
        title={
          <Plural
            value={named.length}
            one="# bewijsstuk waarvan alleen de naam meegaat, want er is nog geen bestand dat te lezen is:"
            other="# bewijsstukken waarvan alleen de naam meegaat, want er is nog geen bestand dat te lezen is:"
          />
        }
        names={named.map(({ id, title }) => ({ id, name: title }))}
      />
    </section>
  );
}

function Document({
  title,
  filesLeftBehind,
}: Pick<Preview["documents"][number], "title" | "filesLeftBehind">) {
  if (filesLeftBehind === 0) return title;
  return (
    <>
      {title}{" "}
      <span>
        <Plural
          value={filesLeftBehind}
          one="(# bestand is nog niet nagekeken en gaat niet mee)"
          other="(# bestanden zijn nog niet nagekeken en gaan niet mee)"
        />
      </span>
    </>
  );
}

function Staying({ preview }: Props) {
  const internal = preview.documents.filter(({ going }) => going === "STAYS");
  return (
    <section>
      <h3>
        <Trans>Gaat niet mee</Trans>
      </h3>
      <NamesFolded
        title={
          <Plural
            value={internal.length}
            one="# bewijsstuk dat alleen intern is:"
            other="# bewijsstukken die alleen intern zijn:"
          />
        }
        names={internal.map(({ id, title }) => ({ id, name: title }))}
      />
      <p>
        <Trans>Opmerkingen van collega’s en hoe ver het werk is.</Trans>
      </p>
    </section>
  );
}

function Open({ organisation, norm, preview }: Props) {
  const placeName = usePlaceName(norm);
  const { unwritten, undone, openThreads } = preview;
  const placed = (codes: readonly string[]) =>
    codes.map((code) => ({
      id: code,
      name: (
        <PlaceLink organisation={organisation} part={code} norm={norm}>
          {placeName(code)}
        </PlaceLink>
      ),
    }));
  if (unwritten.length + undone.length + openThreads.length === 0) return null;
  return (
    <section>
      <h3>
        <Trans>Nog open</Trans>
      </h3>
      <div className={styles.codes}>
        <NamesFolded title={<Trans>Zonder tekst:</Trans>} names={placed(unwritten)} />
        <NamesFolded title={<Trans>Niet op ‘klaar’ gezet:</Trans>} names={placed(undone)} />
      </div>
      <NamesFolded
        title={
          <Plural
            value={openThreads.length}
            one="# gesprek dat niet is afgerond:"
            other="# gesprekken die niet zijn afgerond:"
          />
        }
        names={openThreads.map(({ id, part, from: { name } }) => ({
          id,
          name: (
            <PlaceLink organisation={organisation} part={part} norm={norm}>
              <Trans>
                bij {placeName(part)}, {name} schreef het laatst
              </Trans>
            </PlaceLink>
          ),
        }))}
      />
    </section>
  );
}

function usePlaceName(norm: string): (code: string) => string {
  const { t } = useLingui();
  return (code) => (code === norm ? t`feiten en eigen beeld` : code);
}

function useList(words: readonly string[]): string {
  const { i18n } = useLingui();
  return new Intl.ListFormat(i18n.locale).format(words);
}
