import { norm, texts, year, type DemoLibrary } from "../content.ts";
import { archive, places } from "./archive.ts";

const pieterbas = (daysAgo: number) => ({ by: "pieterbas", daysAgo });
const selma = (daysAgo: number) => ({ by: "selma", daysAgo });

/** The largest: 31 places, a shared drive that was moved here whole, and two thousand documents to find one in. */
export const vechtermark: DemoLibrary = {
  id: "0199a000-0000-7000-8000-000000000008",
  name: "Bibliotheken Vechtermark",
  cycleId: "0199a000-0000-7000-8000-000000000108",
  vobMember: true,
  runsIdo: true,
  locations: places.length,
  auditInDays: 148,
  announced: true,
  expiresInDays: 175,
  people: [
    {
      email: "pieterbas@vechtermark.example",
      name: "Pieter-Bas Wolters",
      roles: ["quality_coordinator"],
      offered: true,
    },
    { email: "carla@vechtermark.example", name: "Carla Overeem", roles: ["administrator"] },
    { email: "dirk@vechtermark.example", name: "Dirk Haverkamp", roles: ["director"] },
    { email: "selma@vechtermark.example", name: "Selma Yıldız", roles: ["colleague"] },
    { email: "ton@vechtermark.example", name: "Ton Leeflang", roles: ["colleague"] },
  ],
  texts: [
    ...texts("", pieterbas(52), {
      ambitions: `In een streek met drie steden en 28 dorpen willen we voor iedereen binnen vijf kilometer een bibliotheek houden. Daarbij hoort dat we in ${year(2)} in twaalf dorpen samen in één gebouw zitten met school of zorg; nu zijn dat er vijf.`,
      bottlenecks: `Door onze grootte duurt alles lang. Een besluit over openingstijden ging vorig jaar langs zeven overleggen. En niemand weet zeker welke versie van een document de laatste is.`,
      accents: `Kijk bij ons naar de drie regio's apart. Zuid is twee jaar verder met samenwerken dan Noord, en dat is te zien.`,
    }),
    ...norm(
      "2",
      { by: "carla", daysAgo: 45 },
      {
        facts: `€ 14,2 miljoen per jaar, van acht gemeenten. 31 gebouwen, 420.000 boeken, 190 fte. Elke regio heeft een eigen begroting en een eigen controller.`,
        view: `De drie begrotingen geven ruimte, maar maken vergelijken lastig. Vanaf januari gebruiken alle regio's dezelfde indeling.`,
      },
      [
        [
          "Een plan van vier jaar voor gebouwen staat vast: zes verhuizen, twee sluiten, drie worden groter. Bij elk gebouw staat de reden.",
          "Moeilijke keuzes zijn gemaakt en opgeschreven.",
        ],
        [
          "Voor elke regio geldt: minder dan 18% van het geld naar huur, en niet meer dan 9% naar kantoor.",
        ],
      ],
    ),
    ...norm(
      "4",
      pieterbas(30),
      {
        facts: `We tellen 214 partners. In Zuid staan ze alle 61 in één bestand met datum en contactpersoon. In Noord en Midden liggen ze in mappen per vestiging.`,
        view: `Wat in Zuid werkt, nemen we over. Dat kost een half jaar en één persoon voor twee dagen per week.`,
      },
      [
        [
          "De drie regiomanagers kiezen elk jaar tien partners waar ze op inzetten. Ze leggen die keuze naast elkaar, zodat een partner niet drie keer wordt gebeld.",
          "Goed begonnen. De keuze voor zorgpartners verschilt nog te veel per regio.",
        ],
        null,
        [
          "In het kulturhus in Ossenbroek delen school, fysiotherapie en bibliotheek de balie. De roosters zijn op elkaar afgestemd.",
        ],
      ],
    ),
    ...texts("6", selma(18), {
      facts: `We rapporteren aan acht gemeenten in acht modellen. Samen is dat 31 rapporten per jaar, goed voor 60 werkdagen.`,
    }),
  ],
  answers: [
    {
      indicator: "4.1",
      verdict: "ja",
      neeLabel: null,
      explanation: `Per regio zijn er tien partners gekozen bij de ambities voor die regio. Bij ‘iedereen binnen vijf kilometer’ horen scholen en zorg met een gebouw; bij taal horen het ROC en de taalaanbieders. Wat we zelf blijven doen, is de collectie, de leesbevordering en het gastheerschap.`,
      ...pieterbas(30),
    },
    {
      indicator: "4.4",
      verdict: "ja",
      neeLabel: null,
      explanation: `Met zes van de acht gemeenten is er een overeenkomst over het IDO, met twee een brief waarin hetzelfde staat. In de steden zit de sociale dienst op vaste dagen aan tafel; in de dorpen bellen we een vast nummer.`,
      ...selma(26),
    },
  ],
  plans: [],
  discussions: [
    {
      norm: "2",
      withKind: "function_group",
      withWhom: "Drie controllers",
      by: "carla",
      daysAgo: 46,
    },
    {
      norm: "4",
      withKind: "function_group",
      withWhom: "Regiomanagers Noord, Midden en Zuid",
      ...pieterbas(31),
    },
    { norm: "4", withKind: "partner", withWhom: "Scholenkoepel De Driehoek", ...pieterbas(28) },
  ],
  threads: [
    {
      part: "4",
      comments: [
        {
          by: "selma",
          daysAgo: 20,
          body: "Weet iemand waar de overeenkomst met het kulturhus is gebleven? Ik vind er vier met dezelfde naam.",
          mentions: ["ton"],
        },
        {
          by: "ton",
          daysAgo: 19,
          body: "Die van juni is de goede. De andere drie zijn concepten.",
        },
      ],
    },
  ],
  work: {
    states: { READY_TO_READ: ["2", "2.V1", "4.1", "4.4"] },
    assigned: [
      { part: "4.2", to: "pieterbas", dueInDays: 25 },
      { part: "4.3", to: "ton", dueInDays: 30 },
      { part: "6.V1", to: "selma", dueInDays: 40 },
      { part: "3.V1", to: "carla", dueInDays: 45 },
    ],
  },
  evidence: archive(2_000),
};
