/** Repeatable pseudo-random numbers (mulberry32): the same seed gives the same library, on every machine. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const subjects = [
  "De gemeente",
  "Het taalhuis",
  "Onze taalcoach",
  "De kinderopvang",
  "Het programmateam",
  "De welzijnsstichting",
  "Een vaste groep vrijwilligers",
  "De middelbare school",
];
const verbs = [
  "organiseert elk kwartaal",
  "bespreekt met ons",
  "levert een bijdrage aan",
  "evalueert ieder jaar",
  "verwijst bezoekers door naar",
  "ontwikkelt samen met ons",
];
const objects = [
  "het spreekuur voor digitale vragen",
  "de leesbevordering op scholen",
  "een project rond laaggeletterdheid",
  "de inloopochtend voor nieuwkomers",
  "het aanbod voor jonge ouders",
  "de samenwerkingsovereenkomst",
];
const ends = [
  "en we leggen vast wat dat oplevert.",
  "zodat we weten of het doel dichterbij komt.",
  "waarbij afspraken schriftelijk vastliggen.",
  "met een duidelijke taakverdeling.",
];

/** What documents are called. */
export const titles = [
  "Samenwerkingsovereenkomst",
  "Projectplan taalhuis",
  "Jaarverslag",
  "Evaluatie leesbevordering",
  "Notulen partneroverleg",
  "Overzicht van partners",
  "Voortgangsverslag",
  "Beleidsplan",
];

/** Dutch-looking text of about this many characters. */
export function sentences(random: () => number, characters: number): string {
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? "";
  let text = "";
  while (text.length < characters)
    text += `${text === "" ? "" : " "}${pick(subjects)} ${pick(verbs)} ${pick(objects)}, ${pick(ends)}`;
  return text;
}

/** A version 7 UUID that follows from a few numbers, so that a run can be repeated. */
export function idOf(kind: number, library: number, row: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");
  return `0199b000-${hex(kind, 4)}-7000-8${hex(library >>> 12, 3)}-${hex(library & 0xfff, 3)}${hex(row, 9)}`;
}
