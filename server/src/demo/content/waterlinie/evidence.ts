import type { DemoEvidence } from "../content.ts";

type Period = readonly [from: string, to: string];

/** What Bibliotheek Waterlinie has so far; some of it isn't used anywhere yet. @param last the year before this one */
export function waterlinieEvidence(during: Period, last: number): readonly DemoEvidence[] {
  return [
    {
      title: "Beleidsplan Dichtbij",
      by: "noor",
      daysAgo: 340,
      about: [`${last - 2}-01-01`, `${last + 2}-12-31`],
      sharing: "shared",
      holds: [
        {
          name: "dichtbij.pdf",
          lines: [
            "Dichtbij",
            "Beleidsplan van Bibliotheek Waterlinie",
            "Vier doelgroepen: jonge gezinnen, scholieren, mensen die moeite hebben met taal, en ouderen die alleen wonen.",
            "Wij zijn er aan beide kanten van de rivier.",
          ],
        },
      ],
      uses: [
        { part: "1.V1", page: "p. 6–8" },
        { part: "1", page: "p. 2" },
      ],
    },
    {
      title: "Met wie en waarom",
      by: "noor",
      daysAgo: 90,
      about: during,
      sharing: "shared",
      holds: [
        {
          name: "met-wie-en-waarom.pdf",
          lines: [
            "Met wie en waarom",
            "Onmisbaar: scholen, gemeenten, ziekenhuis, taalaanbieders.",
            "Versterkend: schouwburg, muziekschool, woningbouw.",
            "Gezellig: koren, verenigingen, buurthuizen.",
          ],
        },
      ],
      uses: [{ part: "4.V1", slot: "4.V1.visie-of-beleid", page: "p. 3" }],
    },
    {
      title: "Partners van Waterlinie",
      by: "sanne",
      daysAgo: 24,
      about: null,
      sharing: "internal",
      note: "Telefoonnummers van contactpersonen.",
      holds: [
        {
          name: "partners.txt",
          lines: [
            "31 partners",
            "Elf met een overeenkomst",
            "Vier met een projectplan",
            "Zestien zonder afspraak op papier",
          ],
        },
      ],
      uses: [{ part: "4.V1", slot: "4.V1.overzicht-partners" }, { part: "4.3" }],
    },
    {
      title: "Formulier ‘Gaan we dit doen?’",
      by: "noor",
      daysAgo: 70,
      about: null,
      sharing: "shared",
      holds: [
        {
          name: "gaan-we-dit-doen.pdf",
          lines: [
            "Gaan we dit doen?",
            "1. Voor welke doelgroep?",
            "2. Wat brengt ieder in?",
            "3. Wat mag het kosten?",
            "4. Wanneer is het gelukt?",
            "5. Wanneer houden we op?",
          ],
        },
      ],
      uses: [{ part: "4.2" }],
    },
    {
      title: "Projectplan voorleeskamer ziekenhuis",
      by: "sanne",
      daysAgo: 120,
      about: [`${last}-09-01`, `${last + 1}-08-31`],
      sharing: "shared",
      holds: [
        {
          name: "projectplan-voorleeskamer.pdf",
          lines: [
            "Voorleeskamer",
            "Ziekenhuis Nieuwkade levert de ruimte en pedagogisch medewerkers.",
            "Bibliotheek Waterlinie levert 300 boeken en acht vrijwilligers.",
            "Kosten: € 6.300,00. Evaluatie in maart en in augustus.",
          ],
        },
      ],
      uses: [{ part: "4.V3", slot: "4.V3.uitvoering-projecten" }],
    },
    {
      title: "Afspraken IDO met vier gemeenten",
      by: "sanne",
      daysAgo: 40,
      about: during,
      sharing: "shared",
      holds: [
        {
          name: "afspraken-ido-vaartsluis.pdf",
          lines: [
            "IDO Vaartsluis",
            "De gemeente heeft de regie.",
            "De bibliotheek draait drie spreekuren per week.",
          ],
        },
        {
          name: "afspraken-ido-nieuwkade.pdf",
          lines: ["IDO Nieuwkade", "De sociale dienst helpt op donderdag mee aan tafel."],
        },
      ],
      uses: [{ part: "4.4" }],
    },
    {
      title: "Evaluatie boekenbus camping",
      by: "noor",
      daysAgo: 64,
      about: [`${last}-06-01`, `${last}-09-15`],
      sharing: "internal",
      holds: [
        {
          name: "evaluatie-boekenbus.txt",
          lines: [
            "Grens vooraf: 12 bezoekers per dag",
            "Eerste maand: 7",
            "Met andere tijden: 8",
            "Besluit: stoppen",
          ],
        },
      ],
      uses: [],
    },
    {
      title: `Jaarverslag ${last}`,
      by: "hanna",
      daysAgo: 170,
      about: during,
      sharing: "shared",
      holds: [
        {
          name: "jaarverslag.pdf",
          lines: ["Jaarverslag", "26.400 leden", "410.000 bezoeken", "640 activiteiten"],
        },
        { name: "leden-per-vestiging.png", lines: ["52 47 38 31 28 24 19 14 11"] },
      ],
      uses: [],
    },
    {
      title: "Huur per vestiging",
      by: "hanna",
      daysAgo: 48,
      about: during,
      sharing: "internal",
      holds: [{ name: "huur-per-vestiging.png", lines: ["31 22 21 20 19 18 17 15 12"] }],
      uses: [{ part: "2.V2" }],
    },
    {
      title: "Filmpje over de leesconsulent",
      by: "sanne",
      daysAgo: 28,
      about: null,
      sharing: "shared",
      holds: { url: "https://waterlinie.example/leesconsulent" },
      uses: [{ part: "3.V3" }],
    },
  ];
}
