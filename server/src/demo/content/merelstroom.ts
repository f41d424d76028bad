import { norm, texts, year, type DemoLibrary } from "./content.ts";

const femke = (daysAgo: number) => ({ by: "femke", daysAgo });

/** A library that also advises others: it lets nobody look at itself, and two others let it look. */
export const merelstroom: DemoLibrary = {
  id: "0199a000-0000-7000-8000-000000000009",
  name: "Merelstroom Bibliotheken en Advies",
  appointedAs: "support_organisation",
  cycleId: "0199a000-0000-7000-8000-000000000109",
  vobMember: true,
  runsIdo: true,
  locations: 12,
  auditInDays: null,
  announced: false,
  expiresInDays: 520,
  people: [
    {
      email: "femke@merelstroom.example",
      name: "Femke Hoekstra",
      roles: ["adviser", "quality_coordinator"],
      offered: true,
    },
    {
      email: "anton@merelstroom.example",
      name: "Anton Rijkers",
      roles: ["administrator", "director"],
    },
    { email: "sjoukje@merelstroom.example", name: "Sjoukje Dam", roles: ["adviser"] },
  ],
  texts: [
    ...texts("", femke(40), {
      ambitions: `We willen laten zien dat een bibliotheek en een adviesbureau in één huis elkaar beter maken. In ${year(2)} is elke dienst die we anderen aanraden, eerst een jaar bij onszelf geprobeerd.`,
    }),
    ...norm(
      "5",
      femke(36),
      {
        facts: `Twaalf vestigingen met 38.000 leden, en een adviesteam van negen mensen dat voor elf bibliotheken werkt.`,
        view: `De twee kanten weten elkaar te vinden. Wel vragen klanten soms of we hun gegevens apart houden van ons eigen werk. Dat doen we, en dat kan zichtbaarder.`,
      },
      [
        [
          "Een nieuw idee begint in één vestiging, met een adviseur die meekijkt. Pas na een evaluatie komt het in het aanbod voor anderen.",
          "Dat maakt ons advies geloofwaardig. Het duurt wel langer dan klanten willen.",
        ],
      ],
    ),
  ],
  answers: [
    {
      indicator: "4.1",
      verdict: "ja",
      neeLabel: null,
      explanation: `Onze partners staan per ambitie op een kaart aan de muur van de directiekamer. Voor advies zijn dat de andere steunorganisaties, voor de bibliotheek zijn het scholen, gemeenten en de bakker op de hoek van vestiging Noord.`,
      ...femke(33),
    },
  ],
  plans: [],
  discussions: [
    {
      norm: "5",
      withKind: "function_group",
      withWhom: "Adviseurs en vestigingshoofden samen",
      ...femke(37),
    },
  ],
  threads: [],
  work: {
    states: { READY_TO_READ: ["5.V1"] },
    assigned: [{ part: "6.V1", to: "anton", dueInDays: 80 }],
  },
  evidence: [
    {
      title: "Van proef naar aanbod",
      ...femke(55),
      about: null,
      sharing: "internal",
      holds: [
        {
          name: "van-proef-naar-aanbod.pdf",
          lines: [
            "Van proef naar aanbod",
            "Stap 1: één vestiging, één adviseur",
            "Stap 2: een jaar",
            "Stap 3: evaluatie met drie vragen",
          ],
        },
      ],
      uses: [{ part: "5.V1" }],
    },
  ],
};
