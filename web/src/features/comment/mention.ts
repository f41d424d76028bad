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

/** A person who was chosen in a text: they, and not who has the same name, at that place. */
export interface Mention extends Mentionable {
  /** Of the @, in UTF-16 code units. */
  readonly at: number;
}

/**
 * Mentions after the text was edited: those before and after the edit stand, with the words around them; who was written in
 * or over is not mentioned any more.
 * @param caret in the text as it is now: where the edit ended
 */
export function carried(
  before: string,
  after: string,
  caret: number,
  mentions: readonly Mention[],
): readonly Mention[] {
  const kept = Math.min(after.length - caret, before.length, after.length);
  const end = before.endsWith(after.slice(after.length - kept)) ? kept : 0;
  const most = Math.min(before.length, after.length) - end;
  let begin = 0;
  while (begin < most && before[begin] === after[begin]) begin += 1;
  return mentions
    .flatMap((mention) => {
      if (mention.at + lengthOf(mention) <= begin) return [mention];
      const isAfter = mention.at >= before.length - end;
      return isAfter ? [{ ...mention, at: mention.at + after.length - before.length }] : [];
    })
    .filter((mention) => stands(after, mention));
}

/** Where people stand in a text of which only is known who they are: the longest name that fits, and each once if they can. */
export function located(text: string, people: readonly Mentionable[]): readonly Mention[] {
  const found: Mention[] = [];
  const used = new Set<string>();
  for (const { index: at } of text.matchAll(/@/g)) {
    const last = found.at(-1);
    if (last && at < last.at + lengthOf(last)) continue;
    const fitting = people
      .filter((person) => stands(text, { ...person, at }))
      .toSorted(
        (one, other) =>
          other.name.length - one.name.length ||
          Number(used.has(one.personId)) - Number(used.has(other.personId)),
      );
    const [person] = fitting;
    if (!person) continue;
    used.add(person.personId);
    found.push({ personId: person.personId, name: person.name, at });
  }
  return found;
}

/** A comment in pieces, the names of who is mentioned apart. */
export function piecesOf(
  body: string,
  mentions: readonly Mentionable[],
): readonly { readonly text: string; readonly isMention: boolean }[] {
  const pieces: { text: string; isMention: boolean }[] = [];
  let from = 0;
  for (const mention of located(body, mentions)) {
    if (mention.at > from) pieces.push({ text: body.slice(from, mention.at), isMention: false });
    from = mention.at + lengthOf(mention);
    pieces.push({ text: body.slice(mention.at, from), isMention: true });
  }
  return from < body.length ? [...pieces, { text: body.slice(from), isMention: false }] : pieces;
}

const lengthOf = ({ name }: Mentionable) => name.length + 1;

/** Whether a name stands at its place and doesn't go on: `@Anna Vos` is not in `@Anna Vos-de Boer`. */
function stands(text: string, mention: Mention): boolean {
  const end = mention.at + lengthOf(mention);
  return (
    text.startsWith(`@${mention.name}`, mention.at) &&
    !/^(?:[\p{L}\p{M}\p{N}]|[-'’][\p{L}\p{N}])/u.test(text.slice(end, end + 3))
  );
}
