import { comments, commentsOf } from "../../network/unsent-mark.ts";
import { located } from "./mention.ts";
import type { Mention, Mentionable } from "./mention.ts";

/** A comment that is being written. Its id is made with the first word, so that sending it twice says it once. */
export interface KeptComment {
  readonly id: string;
  readonly body: string;
  readonly mentions: readonly Mention[];
}

/** A comment that stands, or was begun before places were kept: where in it people stand is found by their names. */
export function withPlaces(comment: {
  readonly id: string;
  readonly body: string;
  readonly mentions: readonly (Mentionable & { readonly at?: number })[];
}): KeptComment {
  const { id, body, mentions } = comment;
  const placed = mentions.filter((one): one is Mention => one.at !== undefined);
  return {
    id,
    body,
    mentions: placed.length === mentions.length ? placed : located(body, mentions),
  };
}

/** Where a comment is written. Nobody else who signs in here gets to see it. */
export interface CommentPlace {
  readonly personId: string;
  readonly organisationId: string;
  readonly cycleId: string;
  readonly part: string;
}

/** @param which of the comments there: the thread that it goes on, or what is changed; none for a new thread */
export function placeOf(
  { personId, organisationId, cycleId, part }: CommentPlace,
  ...which: readonly string[]
): string {
  return [comments, personId, organisationId, cycleId, part, ...which].join(":");
}

/** A comment that was begun and not placed. */
export interface BegunComment {
  /** Where it is kept. */
  readonly id: string;
  readonly organisationId: string;
  readonly part: string;
  readonly comment: KeptComment;
}

/** What somebody began in this browser and didn't place. */
export function findBegun(personId: string): readonly BegunComment[] {
  return commentsOf(personId).flatMap((id) => {
    const comment = findKept(id);
    const [, , organisationId = "", , part = ""] = id.split(":");
    return comment === null ? [] : [{ id, organisationId, part, comment }];
  });
}

export function findKept(place: string): KeptComment | null {
  try {
    const text = localStorage.getItem(place);
    return text === null ? null : withPlaces(JSON.parse(text) as KeptComment);
  } catch {
    return null;
  }
}

export function keepComment(place: string, comment: KeptComment | null): void {
  try {
    if (comment === null || comment.body === "") localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(comment));
  } catch {
    // Without storage it lives as long as the page.
  }
}
