import { fold } from "@toetssteen/contract";

/** A person who can be named in a comment with @. */
export interface Mentionable {
  readonly personId: string;
  readonly name: string;
}

/** What somebody is typing after an @, up to the caret; null when they aren't. */
export function mentionAt(
  text: string,
  caret: number,
): { readonly from: number; readonly query: string } | null {
  const match = /(?:^|[\s(])@([\p{L}\p{M}'’.-]{0,40}(?: [\p{L}\p{M}'’.-]{1,40})?)$/u.exec(
    text.slice(0, caret),
  );
  const query = match?.[1];
  return query === undefined ? null : { from: caret - query.length - 1, query };
}

/** Those of whom a name begins so, accents and capitals aside. */
export function matching<Person extends Mentionable>(
  people: readonly Person[],
  query: string,
): readonly Person[] {
  const wanted = fold(query);
  return people.filter(({ name }) => {
    const folded = fold(name);
    return (
      folded.startsWith(wanted) || folded.split(/[\s-]+/).some((word) => word.startsWith(wanted))
    );
  });
}

/** The text with the name in the place of what was typed, and where the caret is then. */
export function insertMention(
  text: string,
  from: number,
  caret: number,
  name: string,
): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, from)}@${name} `;
  return { text: before + text.slice(caret).replace(/^ /, ""), caret: before.length };
}

/** Of those who were chosen, the ones whose name still stands in the text. */
export function mentionedIn<Person extends Mentionable>(
  text: string,
  chosen: readonly Person[],
): readonly Person[] {
  return chosen.filter(({ name }) => text.includes(`@${name}`));
}

/** A comment in pieces, the names of who is mentioned apart. */
export function piecesOf(
  body: string,
  mentions: readonly Mentionable[],
): readonly { readonly text: string; readonly isMention: boolean }[] {
  const names = mentions.map(({ name }) => `@${name}`).toSorted((a, b) => b.length - a.length);
  const pieces: { text: string; isMention: boolean }[] = [];
  let rest = body;
  while (rest !== "") {
    const found = names
      .map((name) => ({ name, at: rest.indexOf(name) }))
      .filter(({ at }) => at >= 0)
      .toSorted((one, other) => one.at - other.at || other.name.length - one.name.length)[0];
    if (!found) return [...pieces, { text: rest, isMention: false }];
    if (found.at > 0) pieces.push({ text: rest.slice(0, found.at), isMention: false });
    pieces.push({ text: found.name, isMention: true });
    rest = rest.slice(found.at + found.name.length);
  }
  return pieces;
}
