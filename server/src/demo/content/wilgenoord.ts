import { norm, texts, year, type DemoLibrary } from "./content.ts";

const tom = (daysAgo: number) => ({ by: "tom", daysAgo });
const last = year(-1);

/** Independent, and no member of the VOB: it has an information point, and 4.4 doesn't apply all the same. */
export const wilgenoord: DemoLibrary = {
  id: "0199a000-0000-7000-8000-000000000006",
  name: "Leeszaal Wilgenoord",
  cycleId: "0199a000-0000-7000-8000-000000000106",
  vobMember: false,
  runsIdo: true,
  locations: 1,
  auditInDays: null,
  announced: false,
  expiresInDays: 330,
  people: [
    {
      email: "tom@wilgenoord.example",
      name: "Tom Hageman",
      roles: ["administrator", "quality_coordinator", "director"],
      offered: true,
    },
    { email: "willemijn@wilgenoord.example", name: "Willemijn Goes", roles: ["colleague"] },
  ],
  texts: [
    ...texts("", tom(50), {
      ambitions: `De leeszaal is van de wijk. In ${year(2)} staan er 90 wijkbewoners op de vrijwilligerslijst en zijn we elke dag open, ook op zondag.`,
      accents: `We zijn een stichting van bewoners, met twee betaalde krachten. Geen landelijk systeem, geen pasjes: wie een boek meeneemt, schrijft het in het schrift.`,
    }),
    ...norm(
      "2",
      tom(41),
      {
        facts: `Begroting € 148.000: de helft van de gemeente, een kwart van twee fondsen, een kwart uit het café. De ruimte huren we van de woningcorporatie voor één euro per maand.`,
      },
      [
        [
          "Elke maand hangt de stand van het geld op het prikbord in het café. Iedereen mag ernaar vragen.",
        ],
      ],
    ),
    ...norm("4", tom(27), {
      facts: `Vier partners: de woningcorporatie, het wijkteam, de school om de hoek en de bakker.`,
      view: `Wij zijn zelf een samenwerking. De grens tussen partner en vrijwilliger is hier dun.`,
    }),
    ...texts("4.3", tom(25), {
      reason: `Met de bakker en de school zijn de afspraken mondeling. Op papier zetten zou het contact veranderen, zeggen zij ook.`,
      plan: `We leggen alleen vast wat geld kost of met veiligheid te maken heeft. Dat is nu gedaan met de corporatie en het wijkteam.`,
      consequences: `Stopt de bakker, dan is er geen brood bij de zondagochtend. Dat risico nemen we; we hebben één keer pannenkoeken gebakken en dat ging ook.`,
    }),
  ],
  answers: [
    {
      indicator: "4.1",
      verdict: "ja",
      neeLabel: null,
      explanation: `Zonder de corporatie geen dak, zonder het wijkteam geen spreekuur, zonder de school geen kinderen op woensdag. We zoeken geen partners erbij; wat we zelf kunnen, doen we met bewoners.`,
      ...tom(27),
    },
    {
      indicator: "4.3",
      verdict: "nee",
      neeLabel: "risk_accepted",
      explanation: `Van alle vier weten we precies wat ze bijdragen. Bij twee staat het op papier, bij twee bewust niet.`,
      ...tom(25),
    },
  ],
  plans: [{ part: "4.3", owner: "tom", dueInDays: 90, ...tom(25) }],
  discussions: [
    { norm: "2", withKind: "function_group", withWhom: "Bewonersvergadering", ...tom(42) },
    { norm: "4", withKind: "partner", withWhom: "Woningcorporatie De Esch", ...tom(30) },
  ],
  threads: [],
  work: {
    states: { READY_TO_READ: ["4.1", "2.V1"] },
    assigned: [{ part: "3.V3", to: "willemijn", dueInDays: 60 }],
  },
  evidence: [
    {
      title: "Huurafspraak met de woningcorporatie",
      ...tom(140),
      about: [`${last}-01-01`, `${last + 4}-12-31`],
      sharing: "shared",
      holds: [
        {
          name: "huurafspraak.pdf",
          lines: [
            "Huurafspraak",
            "Eén euro per maand",
            "De corporatie onderhoudt dak en ketel.",
            "De leeszaal houdt zeven dagen per week het licht aan.",
          ],
        },
      ],
      uses: [{ part: "4.1" }, { part: "2", page: "punt 1" }],
    },
    {
      title: "Afspraken met het wijkteam over het spreekuur",
      by: "willemijn",
      daysAgo: 66,
      about: null,
      sharing: "shared",
      holds: [
        {
          name: "spreekuur.txt",
          lines: [
            "Dinsdag en vrijdag",
            "Vragen over brieven: leeszaal",
            "Vragen over schulden: wijkteam, zelfde dag",
          ],
        },
      ],
      uses: [{ part: "4.V3", slot: "4.V3.overeenkomsten" }],
    },
  ],
};
