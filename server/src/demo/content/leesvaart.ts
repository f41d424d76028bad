import { inYear, norm, texts, year, type DemoLibrary } from "./content.ts";

const marit = (daysAgo: number) => ({ by: "marit", daysAgo });
const last = year(-1);

/** Three places, one person who does it beside her other work, and no information point: 4.4 doesn't apply. */
export const leesvaart: DemoLibrary = {
  id: "0199a000-0000-7000-8000-000000000002",
  name: "De Leesvaart",
  cycleId: "0199a000-0000-7000-8000-000000000102",
  vobMember: true,
  runsIdo: false,
  locations: 3,
  auditInDays: null,
  announced: true,
  expiresInDays: 190,
  people: [
    {
      email: "marit@leesvaart.example",
      name: "Marit de Wit",
      roles: ["administrator", "quality_coordinator"],
      offered: true,
    },
    { email: "koos@leesvaart.example", name: "Koos Bleeker", roles: ["director"] },
    { email: "ineke@leesvaart.example", name: "Ineke Postma", roles: ["colleague"] },
  ],
  texts: [
    ...texts("", marit(34), {
      ambitions: `Met elf mensen willen we drie dorpen een levende bibliotheek geven. In ${year(3)} komt de helft van de inwoners minstens één keer per jaar binnen; nu is dat 38%.`,
      bottlenecks: `Wie bij ons ziek wordt, laat meteen een gat vallen. En een IDO hebben we niet meer: in ${last} nam de gemeente dat over en zit het in het gemeentehuis.`,
    }),
    ...norm(
      "1",
      marit(28),
      {
        facts: `Het beleidsplan is één vel, aan twee kanten. De gemeenteraad vond dat eerst te weinig en nu handig.`,
        view: `Klein en duidelijk past bij ons. Wat ontbreekt, is wat we doen als de subsidie daalt.`,
      },
      [
        [
          "We kiezen elke vier jaar drie dingen. Nu: de school, de jonge ouders, en de leestafel als huiskamer van het dorp.",
          "Iedereen kan de drie opnoemen, ook de vrijwilligers. Dat is onze kracht.",
        ],
        ["Per keuze is er één getal. Voor de leestafel: 60 vaste gasten per dorp."],
      ],
    ),
    ...norm("4", marit(16), {
      facts: `Acht partners: drie scholen, de gemeente, twee dorpshuizen, de peuteropvang en de historische vereniging.`,
      view: `We kennen iedereen bij naam en dat werkt. Op papier staat weinig; met de nieuwe schoolleider in Broekveen merkten we dat dat lastig is.`,
    }),
    ...texts("4.2", marit(15), {
      reason: `Met acht partners, die we elke week zien, kiezen we ervoor om geen formulieren te gebruiken. Eens per jaar praten we aan de leestafel over wat het opleverde. Daar komt een verslag van één bladzijde van.`,
      plan: `We houden het zo. Komt er een negende partner bij, dan spreken we eerst af wanneer we stoppen.`,
      consequences: `Het kan dat we te lang met iets doorgaan omdat we elkaar aardig vinden. De directeur let daarop.`,
    }),
  ],
  answers: [
    {
      indicator: "4.1",
      verdict: "ja",
      neeLabel: null,
      explanation: `Bij elk van onze drie keuzes hoort een partner. De scholen voor lezen, de peuteropvang voor jonge ouders, de dorpshuizen voor de leestafel. Zelf doen we de collectie en het voorlezen; het dorpshuis zet koffie en heeft de sleutel.`,
      ...marit(16),
    },
    {
      indicator: "4.2",
      verdict: "nee",
      neeLabel: "policy_choice",
      explanation: `We hebben geen vaste criteria op papier, en dat is een keuze. Het gesprek aan de leestafel in mei is ons moment om te kijken.`,
      ...marit(15),
    },
  ],
  plans: [{ part: "4.2", owner: "koos", dueInDays: 160, ...marit(15) }],
  discussions: [
    {
      norm: "1",
      withKind: "function_group",
      withWhom: "Hele team, tijdens de lunch",
      ...marit(29),
    },
    { norm: "4", withKind: "partner", withWhom: "Dorpshuis Broekveen", ...marit(17) },
  ],
  threads: [
    {
      part: "4.2",
      comments: [
        {
          by: "koos",
          daysAgo: 8,
          body: "Ik sta achter deze keuze. Zet het verslag van mei er als bewijsstuk bij, dan is te zien dat we het echt doen.",
          mentions: ["marit"],
        },
      ],
    },
  ],
  work: {
    states: { READY_TO_READ: ["1.V1", "4.1"] },
    assigned: [
      { part: "5.V3", to: "ineke", dueInDays: 40 },
      { part: "4.3", to: "marit", dueInDays: 15 },
      { part: "2.V1", to: "ineke", dueInDays: 50 },
    ],
  },
  evidence: [
    {
      title: "Beleidsplan op één vel",
      ...marit(200),
      about: [`${last}-01-01`, `${last + 3}-12-31`],
      sharing: "shared",
      holds: [
        {
          name: "een-vel.pdf",
          lines: [
            "De Leesvaart",
            "1. De school",
            "2. Jonge ouders",
            "3. De leestafel als huiskamer van het dorp",
          ],
        },
      ],
      uses: [{ part: "1.V1" }, { part: "1" }],
    },
    {
      title: "Verslag leestafelgesprek mei",
      ...marit(100),
      about: inYear(-1),
      sharing: "shared",
      holds: [
        {
          name: "leestafel-mei.txt",
          lines: [
            "Aan tafel: acht partners",
            "Voorlezen op de opvang: doorgaan",
            "Historische avonden: eentje minder",
          ],
        },
      ],
      uses: [{ part: "4.1", page: "onderaan" }],
    },
    {
      title: "Rooster leestafels",
      by: "ineke",
      daysAgo: 60,
      about: null,
      sharing: "internal",
      note: "Namen van vrijwilligers.",
      holds: [
        {
          name: "rooster.txt",
          lines: ["Broekveen: dinsdag", "Leesvaart: woensdag", "Oude Sluis: donderdag"],
        },
      ],
      uses: [],
    },
  ],
};
