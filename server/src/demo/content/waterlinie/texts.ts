import { norm, texts, year, type DemoText } from "../content.ts";

const noor = (daysAgo: number) => ({ by: "noor", daysAgo });
const sanne = (daysAgo: number) => ({ by: "sanne", daysAgo });

/** Bibliotheek Waterlinie is halfway: the first norms stand, others are being written or still empty. */
export const waterlinieTexts: readonly DemoText[] = [
  {
    part: "",
    field: "ambitions",
    ...noor(9),
    body: `Over vier jaar willen we drie dingen bereikt hebben. Elk van onze negen vestigingen is minstens 50 uur per week open, ook zonder personeel. Op alle 42 basisscholen staat een leesconsulent. En 600 inwoners per jaar vinden via ons hulp bij taal, rekenen of computer; nu zijn dat er 380.`,
    earlier: [
      {
        ...noor(63),
        body: `Over vier jaar willen we dat elke vestiging langer open is en dat op elke basisschool een leesconsulent staat.`,
      },
    ],
  },
  ...texts("", noor(60), {
    bottlenecks: `We zijn vijf jaar geleden uit drie bibliotheken ontstaan en dat is nog te merken: drie manieren van roosteren, drie afspraken met gemeenten, twee systemen voor activiteiten. Verder is de vestiging Vaartsluis te duur: de huur steeg met 31%.`,
    accents: `Door ons gebied loopt een rivier zonder brug tussen Vaartsluis en Nieuwkade. Mensen gaan niet naar de overkant. Daarom doen we veel dingen dubbel, aan elke kant één keer, en dat is een keuze.`,
  }),
  ...norm(
    "1",
    noor(55),
    {
      facts: `Het beleidsplan ‘Dichtbij’ loopt tot en met ${year(1)} en is door de raad van toezicht vastgesteld. Voor de vijf gemeenten is er een uitgave van vier bladzijden. Het jaarplan wordt in november gemaakt met alle teams.`,
      view: `Het plan is goed te volgen, maar het stamt uit de tijd vlak na de fusie. Het gaat veel over de organisatie en weinig over wat inwoners ervan merken. Het volgende plan draaien we om.`,
    },
    [
      [
        "We kozen vier doelgroepen: jonge gezinnen, scholieren, mensen die moeite hebben met taal, en ouderen die alleen wonen. Per doelgroep staat er waarom zij en hoe we hen bereiken. De gemeenten dachten mee in twee bijeenkomsten.",
        "De keuze helpt ons om nee te zeggen. Aan de kant van Nieuwkade missen we de doelgroep jongeren; daar wonen er veel.",
      ],
      [
        "Voor drie van de vier doelgroepen zijn er getallen per jaar. Voor ouderen die alleen wonen staat er alleen dat we ‘meer ontmoetingen’ willen.",
        "Het vierde doel moet scherper. Ruud maakt daar in januari een voorstel voor.",
      ],
      [
        "Teams kiezen elk kwartaal twee doelen uit het jaarplan en hangen die op in de kantine. In Vaartsluis hing er bij ons bezoek in juni nog een van vorig jaar.",
      ],
      null,
    ],
  ),
  ...norm(
    "2",
    { by: "hanna", daysAgo: 47 },
    {
      facts: `Omzet € 6,1 miljoen, waarvan € 5 miljoen van vijf gemeenten. Negen gebouwen, zeven gehuurd. 148.000 boeken. Het bibliotheeksysteem is vorig jaar vernieuwd; daarbij zijn alle pasjes vervangen.`,
    },
    [
      [
        "Er is één begroting met per gemeente een eigen blad, zodat wethouders zien wat hun geld doet. Voor de gebouwen is sinds dit jaar een plan voor tien jaar, met foto's en bedragen.",
        "Financieel is het op orde. De vraag wat we doen als Vaartsluis te duur blijft, schuiven we voor ons uit.",
      ],
      [
        "We willen dat een vestiging niet meer dan 22% van haar geld aan huur kwijt is. Zeven van de negen halen dat.",
      ],
    ],
  ),
  ...norm(
    "3",
    sanne(33),
    {
      facts: `78 medewerkers (49 fte) en 240 vrijwilligers. Het verzuim is 6,8%. Twaalf mensen gaan binnen drie jaar met pensioen.`,
      view: `We zijn trots op de leerlijn voor leesconsulenten, die we zelf maakten. Het rooster is ons zorgenkind: aan beide kanten van de rivier wordt anders geroosterd en dat voelt oneerlijk.`,
      reason: `Er zijn nog steeds drie soorten roosters en twee soorten toeslagen. Zolang dat zo is, kunnen we niet zeggen dat we mensen goed en gelijk inzetten.`,
      plan: `Hanna maakt met zes medewerkers één rooster voor alle vestigingen. In februari proberen we het in twee vestigingen, in mei gaat iedereen over.`,
      consequences: `Tot mei blijft er verschil. Wie daar last van heeft, kan een vaste vrije dag vragen; veertien mensen deden dat. Het verzuim kan nog stijgen.`,
    },
    [
      [
        "Elk jaar in maart tekenen de teamleiders op welke kennis we hebben en welke we gaan missen. Daaruit kwam dat we te weinig mensen hebben die een groep ouders kunnen toespreken.",
        "We weten wat er aankomt. Er is nog geen antwoord op de twaalf pensioenen.",
      ],
      [
        "Het doel is dat ieder twee dagen per jaar aan leren besteedt. Vorig jaar lukte dat bij 61 van de 78.",
      ],
      [
        "Leesconsulenten werken in duo's, een ervaren en een nieuwe. Ze geven elkaar na elke les één tip. Vrijwilligers krijgen een welkomstochtend van twee uur.",
      ],
    ],
  ),
  ...norm(
    "4",
    noor(21),
    {
      facts: `Op onze lijst staan 31 partners. Elf hebben een overeenkomst, vier een projectplan, bij zestien is er een mail of niets. In de fusie nam iedere bibliotheek haar eigen partners mee.`,
      view: `Er zit veel kracht in de samenwerking met scholen en met het ziekenhuis. Bij de kleine verenigingen weten we soms niet meer waarom we begonnen zijn.`,
    },
    [
      [
        "In de notitie ‘Met wie en waarom’ verdelen we partners in drie groepen: onmisbaar, versterkend en gezellig. Voor de eerste groep maken we een plan voor vier jaar, de laatste groep vragen we hooguit een keer per jaar iets.",
        "De indeling maakte het gesprek makkelijker. We hebben haar nog niet met de partners zelf besproken.",
      ],
      null,
      [
        "Op woensdagmiddag is in Nieuwkade de voorleeskamer van het ziekenhuis open: hun pedagogisch medewerkers, onze boeken, onze vrijwilligers. Op de scholen heeft elke leesconsulent een vaste dag en een plank in de teamkamer.",
      ],
    ],
  ),
  ...texts("5", sanne(14), {
    facts: `26.400 leden, 410.000 bezoeken, 640 activiteiten. Vijf van de negen vestigingen zijn ook open zonder personeel, met pas en camera. De meeste klachten gaan over kapotte koffieautomaten.`,
  }),
  {
    part: "5.V1",
    field: "practice",
    ...sanne(13),
    body: `Voor elke doelgroep is er een ‘basispakket’ dat in alle vestigingen hetzelfde is. Daarnaast mag een vestiging drie eigen dingen doen, als er een naam en een einddatum bij staan.`,
  },
  ...texts(
    "7",
    { by: "hanna", daysAgo: 6 },
    {
      facts: `De privacyverklaring is dit jaar herschreven. Alle 240 vrijwilligers tekenden een verklaring over geheimhouding. De arbodienst bezocht zeven van de negen gebouwen.`,
    },
  ),
  ...texts("4.3", noor(17), {
    reason: `Bij zestien partners staat nergens wat zij inbrengen. Dat is zo gegroeid voor de fusie, toen afspraken tussen twee mensen werden gemaakt.`,
    plan: `Sanne belt de zestien partners voor februari. Wie belangrijk is krijgt een overeenkomst, met de anderen spreken we één ding per jaar af of we nemen afscheid.`,
    consequences: `Als er nu iemand weggaat, weten we niet wat we kwijtraken. Bij het koor in Vaartsluis ging het vorig jaar mis: niemand wist dat zij de stoelen betaalden.`,
  }),
];
