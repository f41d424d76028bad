import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ThreadFragmentDoc } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import { announce } from "../../ui/LiveRegion.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { useDossierPlace } from "../self-evaluation/dossier-place.ts";
import { useBesidePart, useCanComment } from "../work/norm-margin.tsx";
import { CommentThread } from "./CommentThread.tsx";
import { ComposerButton } from "./ComposerButton.tsx";
import { placeOf } from "./kept-comment.ts";
import styles from "./PartComments.module.css";
import { useComments } from "./use-comments.ts";

/** In the margin of a part: what members say to each other. What was closed is folded away. */
export function PartComments({ part }: { readonly part: string }) {
  const { t } = useLingui();
  const { hash } = useLocation();
  const dossier = useDossierPlace();
  const { personId } = dossier;
  const canComment = useCanComment();
  const comments = useComments();
  const threads = (useBesidePart(part)?.threads ?? []).map((one) =>
    readFragment(ThreadFragmentDoc, one),
  );
  useNews(
    part,
    threads.flatMap((thread) => thread.comments),
    personId,
  );
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null);
  const closed = threads.filter(({ resolvedAt }) => resolvedAt !== null);
  const isLinked = closed.some(({ id }) => hash === `opmerking-${id}`);
  if (threads.length === 0 && !canComment) return null;
  return (
    <section className={styles.comments} aria-label={t`Opmerkingen bij ${part}`}>
      {open.map((thread) => (
        <CommentThread key={thread.id} thread={thread} canComment={canComment} />
      ))}
      {canComment && (
        <ComposerButton
          label={t`Opmerking bij ${part}`}
          place={placeOf({ ...dossier, part })}
          onSend={(comment) => comments.add(part, null, comment)}
        >
          <Trans>Schrijf een opmerking</Trans>
          <VisuallyHidden>
            {" "}
            <Trans>(bij {part})</Trans>
          </VisuallyHidden>
        </ComposerButton>
      )}
      {closed.length > 0 && (
        <details className={styles.closed} open={isLinked || undefined}>
          <summary>
            <Plural
              value={closed.length}
              one="# afgeronde opmerking"
              other="# afgeronde opmerkingen"
            />
          </summary>
          {closed.map((thread) => (
            <CommentThread key={thread.id} thread={thread} canComment={canComment} />
          ))}
        </details>
      )}
    </section>
  );
}

interface Said {
  readonly id: string;
  readonly author: { readonly personId: string; readonly name: string };
}

/** Says that a colleague wrote something, once, when it appears while the page stands there. */
function useNews(part: string, all: readonly Said[], personId: string): void {
  const { t } = useLingui();
  const [known] = useState(() => new Set(all.map(({ id }) => id)));
  useEffect(() => {
    for (const { id, author } of all) {
      if (known.has(id)) continue;
      known.add(id);
      if (author.personId !== personId)
        announce(t`${author.name} schreef een opmerking bij ${part}.`);
    }
  }, [all, known, part, personId, t]);
}
