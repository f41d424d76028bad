import { NoticeFragmentDoc } from "../../gql/graphql.ts";
import type { LineFragment, NoticeFragment } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";

/** A norm of a library as the office sees it. */
export interface PlannedLine {
  readonly libraryId: string;
  readonly libraryName: string;
  readonly norm: string;
  readonly latest: NoticeFragment;
  /** What the latest took the place of, from new to old. */
  readonly replaced: readonly NoticeFragment[];
}

export function plannedLines(lines: readonly LineFragment[]): readonly PlannedLine[] {
  return lines.flatMap(({ versions, libraryId, libraryName, norm }) => {
    const [latest, ...replaced] = versions.map((version) =>
      readFragment(NoticeFragmentDoc, version),
    );
    return latest ? [{ libraryId, libraryName, norm, latest, replaced }] : [];
  });
}
