import { year, type DemoEvidence, type DemoFile } from "../content.ts";

/** Where Bibliotheken Vechtermark is. */
export const places = [
  "Ossenbroek",
  "Vechterveld",
  "Hagenmark",
  "Sint-Odulf",
  "Noorderbrink",
  "Zwanendijk",
  "Marsdorp",
  "Holterveen",
  "De Stuwe",
  "Luttermark",
  "Eskamp",
  "Wijkerzoom",
  "Berkenoever",
  "Vechtzicht",
  "Kolkwijk",
  "Striepermeer",
  "Rozengaarde",
  "Heemserpoort",
  "Dalmerhout",
  "Ariënsveld",
  "Gietermeen",
  "Beerzeloo",
  "Mariëntuin",
  "Kloosterkamp",
  "Radeberg",
  "Venneburg",
  "Anerdiep",
  "Holtheide",
  "Kollendam",
  "Bruchterloo",
  "Rezerkern",
] as const;

const months = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
] as const;

interface Series {
  readonly title: (place: string, month: number, of: number) => string;
  readonly file: DemoFile;
  /** How many months one covers. */
  readonly every: number;
  readonly by: string;
  readonly isInternal: boolean;
}

/** What piles up, place by place and month by month. Files of a series have the same content: it is what names tell apart. */
const series: readonly Series[] = [
  {
    title: (place, month, of) => `Notulen werkoverleg ${place}, ${months[month]} ${of}`,
    file: {
      name: "notulen.txt",
      lines: [
        "Werkoverleg",
        "1. Rooster",
        "2. Wat viel op bij bezoekers",
        "3. Acties voor volgende maand",
      ],
    },
    every: 1,
    by: "ton",
    isInternal: true,
  },
  {
    title: (place, month, of) => `Bezoekcijfers ${place}, ${quarter(month)}e kwartaal ${of}`,
    file: { name: "bezoekcijfers.png", lines: ["31 28 35 40 22 18 27 33 38 41 36 29"] },
    every: 3,
    by: "selma",
    isInternal: false,
  },
  {
    title: (place, month, of) => `Verslag activiteiten ${place}, ${half(month)} ${of}`,
    file: {
      name: "verslag-activiteiten.pdf",
      lines: [
        "Verslag van activiteiten",
        "Wat deden we, met wie, en wie kwamen er?",
        "Wat doen we volgend half jaar anders?",
      ],
    },
    every: 6,
    by: "selma",
    isInternal: false,
  },
  {
    title: (place, _month, of) => `Werkafspraken met school en zorg ${place}, ${of}`,
    file: {
      name: "werkafspraken.pdf",
      lines: [
        "Werkafspraken",
        "Wie is waar op welke dag?",
        "Wie belt wie als er iets is?",
        "Wanneer kijken we of het nog past?",
      ],
    },
    every: 12,
    by: "pieterbas",
    isInternal: false,
  },
];

const quarter = (month: number) => Math.floor(month / 3) + 1;
const half = (month: number) => (month < 6 ? "voorjaar" : "najaar");
const slots: Readonly<Record<string, string>> = {
  "werkafspraken.pdf": "4.V3.overeenkomsten",
  "verslag-activiteiten.pdf": "4.V3.uitvoering-projecten",
};

/** So many documents, the newest last, going back as far as it takes. */
export function archive(count: number): readonly DemoEvidence[] {
  const found: DemoEvidence[] = [];
  for (let back = 1; found.length < count; back++) {
    for (let month = 11; month >= 0; month--)
      for (const one of series)
        if (month % one.every === 0)
          for (const place of places) found.push(document(one, place, month, -back, found.length));
  }
  return found.slice(0, count).toReversed();
}

function document(
  { title, file, every, by, isInternal }: Series,
  place: string,
  month: number,
  back: number,
  index: number,
): DemoEvidence {
  const of = year(back);
  const from = new Date(Date.UTC(of, month, 1));
  const to = new Date(Date.UTC(of, month + every, 0));
  const slot = slots[file.name];
  return {
    title: title(place, month, of),
    by,
    daysAgo: 25 + Math.floor(index / 4),
    about: [from.toISOString().slice(0, 10), to.toISOString().slice(0, 10)],
    sharing: isInternal ? "internal" : "shared",
    holds: [file],
    uses: slot !== undefined && index % 97 === 0 ? [{ part: "4.V3", slot }] : [],
  };
}
