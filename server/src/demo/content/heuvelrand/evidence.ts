import type { DemoEvidence } from "../content.ts";

type Period = readonly [from: string, to: string];

/** What the texts of Bibliotheek Heuvelrand point to. @param last the year before this one */
export function heuvelrandEvidence(during: Period, last: number): readonly DemoEvidence[] {
  return [
    {
      title: `Beleidsplan ${last - 1}–${last + 3}`,
      by: "bram",
      daysAgo: 300,
      about: [`${last - 1}-01-01`, `${last + 3}-12-31`],
      sharing: "shared",
      holds: [
        {
          name: "beleidsplan.pdf",
          lines: [
            "Lezen, meedoen, ontmoeten",
            "Beleidsplan van Bibliotheek Heuvelrand",
            "Onze drie lijnen komen uit gesprekken met 140 inwoners, tien scholen en beide gemeenten.",
            "Lezen: 85% van de basisscholen heeft een schoolbibliotheek.",
            "Meedoen: 400 volwassenen per jaar krijgen hulp bij taal of computer.",
            "Ontmoeten: elke vestiging is een plek waar je zonder reden binnen kunt lopen.",
          ],
        },
      ],
      uses: [
        { part: "1.V1", page: "p. 4–9" },
        { part: "1.V2", page: "bijlage 1" },
        { part: "4.V1", slot: "4.V1.visie-of-beleid", page: "p. 11" },
      ],
    },
    {
      title: "Zelf of samen: wie doet wat",
      by: "yvonne",
      daysAgo: 160,
      about: during,
      sharing: "shared",
      holds: [
        {
          name: "zelf-of-samen.pdf",
          lines: [
            "Zelf of samen",
            "Per dienst: doen we dit zelf, samen of laten we het aan een ander, en waarom?",
            "Leeslessen: zelf. Wij hebben de mensen en de boeken.",
            "Taallessen: samen met ROC De Vlonder. Zij geven diploma's, wij hebben de ruimte en de oefenuren.",
            "Koffie bij lezingen: het dorpshuis. Zij zijn er al.",
          ],
        },
        {
          name: "overzicht-partners.txt",
          lines: [
            "23 partners, nagelopen in januari",
            "ROC De Vlonder: overeenkomst",
            "Huisartsenpraktijk Berkenloo: werkafspraak",
            "Voorleesbus: projectplan, sinds vorig jaar overeenkomst",
          ],
        },
      ],
      uses: [
        { part: "4.1", page: "p. 1–2" },
        { part: "4.V1", slot: "4.V1.overzicht-partners", page: "tweede bestand" },
        { part: "4.V1" },
      ],
    },
    {
      title: "Overeenkomst met ROC De Vlonder",
      by: "joris",
      daysAgo: 210,
      about: [`${last}-09-01`, `${last + 2}-08-31`],
      sharing: "shared",
      note: "Namen van twee contactpersonen op de laatste bladzijde.",
      holds: [
        {
          name: "overeenkomst-roc.pdf",
          lines: [
            "Overeenkomst taallessen",
            "Doel: 60 deelnemers per jaar, 45 maken de cursus af, 20 gaan door naar opleiding of werk.",
            "ROC De Vlonder levert docenten en lesmateriaal.",
            "Bibliotheek Heuvelrand levert ruimte, computers en vrijwilligers voor het oefenuur.",
            "Evaluatie: april en oktober. Opzeggen kan met een schooljaar ertussen.",
          ],
        },
      ],
      uses: [
        { part: "4.3", page: "artikel 2" },
        { part: "4.V2", slot: "4.V2.overeenkomsten-of-projectplannen" },
        { part: "4.V3", slot: "4.V3.overeenkomsten" },
      ],
    },
    {
      title: "Afspraken over het Informatiepunt Digitale Overheid",
      by: "nadia",
      daysAgo: 140,
      about: during,
      sharing: "shared",
      holds: [
        {
          name: "afspraken-ido.pdf",
          lines: [
            "Wie doet wat bij het IDO",
            "De gemeenten hebben de regie en betalen vier dagdelen.",
            "De bibliotheek ontvangt bezoekers en helpt bij DigiD, toeslagen en afspraken.",
            "Bij schulden of een deurwaarder: zelfde dag bellen met het inloopteam van maatschappelijk werk.",
          ],
        },
      ],
      uses: [{ part: "4.4" }, { part: "4.V3", slot: "4.V3.overeenkomsten" }],
    },
    {
      title: "Zes vragen aan partners, najaar",
      by: "yvonne",
      daysAgo: 62,
      about: [`${last}-10-01`, `${last}-11-30`],
      sharing: "shared",
      holds: [
        {
          name: "zes-vragen-najaar.pdf",
          lines: [
            "Zes vragen, twee kanten",
            "Repaircafé Oudewal: beide kanten gaven een 5 voor nut. Besluit: stoppen.",
            "Dorpspunt Heuveldorp: beide kanten gaven een 8. Besluit: twee keer per maand open.",
            "ROC De Vlonder: doel gehaald (47 diploma's). Besluit: voortzetten.",
          ],
        },
      ],
      uses: [
        { part: "4.V4", slot: "4.V4.evaluaties-samenwerking" },
        { part: "4.2", page: "p. 1" },
      ],
    },
    {
      title: "Notulen dinsdagoverleg Berkenloo",
      by: "nadia",
      daysAgo: 75,
      about: [`${last}-09-01`, `${last}-12-31`],
      sharing: "internal",
      note: "Gaat over bezoekers; namen zijn weggelaten.",
      holds: [
        {
          name: "notulen-dinsdagoverleg-sep.txt",
          lines: [
            "Aanwezig: gemeente, maatschappelijk werk, bibliotheek",
            "17 bezoekers deze maand, 6 doorverwezen",
            "Actie: kaartje met openingstijden in vier talen",
          ],
        },
        {
          name: "notulen-dinsdagoverleg-nov.txt",
          lines: [
            "Aanwezig: gemeente, maatschappelijk werk, bibliotheek",
            "23 bezoekers deze maand, 9 doorverwezen",
            "Kaartje is klaar en ligt bij de huisarts",
          ],
        },
      ],
      uses: [{ part: "4.V3", slot: "4.V3.notulen-partneroverleg" }],
    },
    {
      title: `Jaarverslag ${last}`,
      by: "lotte",
      daysAgo: 150,
      about: during,
      sharing: "shared",
      holds: [
        {
          name: "jaarverslag.pdf",
          lines: [
            "Jaarverslag",
            "231.000 bezoeken, 14.800 leden, 210 activiteiten",
            "Negen van de elf doelen gehaald",
          ],
        },
        { name: "bezoek-per-vestiging.png", lines: ["88 51 34 26 19 13"] },
      ],
      uses: [{ part: "6.V2", page: "p. 3" }, { part: "6.V1" }, { part: "5", page: "p. 2" }],
    },
    {
      title: "Onderzoek onder medewerkers en vrijwilligers",
      by: "lotte",
      daysAgo: 130,
      about: during,
      sharing: "internal",
      note: "Uitkomsten per team zijn te herleiden bij kleine teams.",
      holds: [
        {
          name: "onderzoek.pdf",
          lines: [
            "Wat vinden onze mensen?",
            "Gemiddeld cijfer: 7,9",
            "Overleg duurt te lang, zeggen 18 van de 41 medewerkers",
          ],
        },
      ],
      uses: [{ part: "3.V4" }],
    },
    {
      title: "Scholingsplan voor vrijwilligers",
      by: "lotte",
      daysAgo: 82,
      about: null,
      sharing: "internal",
      holds: [
        {
          name: "scholingsplan.txt",
          lines: [
            "Twee avonden per jaar",
            "Lastige vragen en privacy",
            "Onderwerp naar keuze",
            "Kosten: € 4.200",
          ],
        },
      ],
      uses: [{ part: "3" }],
    },
    {
      title: "Begroting en meerjarenraming",
      by: "lotte",
      daysAgo: 98,
      about: [`${last + 1}-01-01`, `${last + 1}-12-31`],
      sharing: "internal",
      holds: [
        {
          name: "begroting.pdf",
          lines: ["Begroting", "Lezen 58%, meedoen 27%, ontmoeten 15%", "Reserve 14%"],
        },
      ],
      uses: [{ part: "2.V1" }, { part: "2.V2", page: "tabel 3" }],
    },
    {
      title: "Lijst met wetten en regels",
      by: "lotte",
      daysAgo: 33,
      about: null,
      sharing: "shared",
      holds: [
        {
          name: "wetten-en-regels.txt",
          lines: [
            "19 regels, elk met een eigenaar",
            "Privacy: Lotte Schaap",
            "Arbo: hoofd facilitair",
            "Auteursrecht: hoofd collectie",
          ],
        },
      ],
      uses: [{ part: "7.V1" }],
    },
    {
      title: "De dinsdagochtend in beeld",
      by: "nadia",
      daysAgo: 50,
      about: null,
      sharing: "shared",
      holds: { url: "https://heuvelrand.example/dinsdagochtend" },
      uses: [{ part: "4.V3", slot: "4.V3.uitvoering-projecten" }],
    },
  ];
}
