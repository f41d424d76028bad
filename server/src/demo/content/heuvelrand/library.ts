import { inYear, year, type DemoLibrary } from "../content.ts";
import { heuvelrandTexts } from "./texts.ts";
import { heuvelrandEvidence } from "./evidence.ts";

const yvonne = (daysAgo: number) => ({ by: "yvonne", daysAgo });
const questions = ["1", "2", "3", "4", "5", "6"].flatMap((code) =>
  [1, 2, 3, 4].map((question) => `${code}.V${question}`),
);

/** Six small places on the hills: almost ready, with norm 4 handed in. */
export const heuvelrand: DemoLibrary = {
  id: "0199a000-0000-7000-8000-000000000005",
  name: "Bibliotheek Heuvelrand",
  cycleId: "0199a000-0000-7000-8000-000000000105",
  vobMember: true,
  runsIdo: true,
  locations: 6,
  auditInDays: 58,
  announced: true,
  expiresInDays: 80,
  people: [
    {
      email: "yvonne@heuvelrand.example",
      name: "Yvonne Kuipers",
      roles: ["quality_coordinator"],
      offered: true,
    },
    { email: "bram@heuvelrand.example", name: "Bram Terpstra", roles: ["director"] },
    { email: "lotte@heuvelrand.example", name: "Lotte Schaap", roles: ["administrator"] },
    { email: "joris@heuvelrand.example", name: "Joris Pinas", roles: ["colleague"] },
    { email: "nadia@heuvelrand.example", name: "Nadia el Amrani", roles: ["colleague"] },
    { email: "gerda@heuvelrand.example", name: "Gerda Wiersma", roles: ["reader"] },
  ],
  texts: heuvelrandTexts,
  answers: [
    {
      indicator: "4.1",
      verdict: "ja",
      neeLabel: null,
      explanation: `Bij elke ambitie weten we welke partner we nodig hebben. Zonder de scholen komt de schoolbibliotheek er niet, zonder het ROC zijn er geen taallessen met een diploma. Wat we zelf doen: leesbevordering, collectie en het ontvangen van mensen. Waar het ROC de lessen overnam, begeleiden onze vrijwilligers nog het oefenuur erna. De keuzes staan in ‘Zelf of samen’, en per partner staat op één bladzijde wat we van elkaar verwachten.`,
      ...yvonne(41),
      earlier: [
        {
          by: "joris",
          daysAgo: 66,
          verdict: "ja",
          explanation: `Bij elke ambitie weten we welke partner we nodig hebben. De keuzes staan in ‘Zelf of samen’.`,
        },
      ],
    },
    {
      indicator: "4.2",
      verdict: "nee",
      neeLabel: "not_yet",
      explanation: `Beginnen en evalueren doen we op vaste criteria, stoppen nog niet. Voor een start kijken we naar vier dingen: past het bij een lijn, is er een trekker aan beide kanten, is er geld voor twee jaar, en weten we wanneer het gelukt is? Voor stoppen staat er in vijf van de negen overeenkomsten nog niets.`,
      ...yvonne(40),
    },
    {
      indicator: "4.3",
      verdict: "ja",
      neeLabel: null,
      explanation: `Van alle 23 partners weten we wat ze inbrengen: mensen, ruimte, geld of bekendheid. Voor experimenten is een projectplan genoeg, zoals bij de voorleesbus. Toen de bus na een jaar vast werd, kwam er een overeenkomst met beide gemeenten. Wat een partner extra oplevert, staat er in een paar regels bij; bij de huisartsen bijvoorbeeld dat 34 mensen via hun verwijzing de weg naar het taalhuis vonden.`,
      ...yvonne(39),
    },
    {
      indicator: "4.4",
      verdict: "ja",
      neeLabel: null,
      explanation: `Met beide gemeenten is vastgelegd dat zij de regie hebben en wij het spreekuur draaien, vier dagdelen per week. Met maatschappelijk werk spraken we af wie doorverwijst en hoe: vragen over toeslagen en DigiD lossen we samen met de bezoeker op, bij schulden of een brief van de deurwaarder bellen we dezelfde dag met hun inloopteam. Twee keer per jaar komt iemand van de Belastingdienst bij de aangifteperiode uitleg geven aan onze mensen.`,
      by: "nadia",
      daysAgo: 38,
    },
  ],
  plans: [
    { part: "4.2", owner: "yvonne", dueInDays: 45, ...yvonne(40) },
    { part: "3", owner: "lotte", dueInDays: 120, ...yvonne(87) },
  ],
  discussions: [
    { norm: "1", withKind: "function_group", withWhom: "Teamleiders", ...yvonne(112) },
    {
      norm: "1",
      withKind: "partner",
      withWhom: "Wethouders van Heuvelrand en Berkenloo",
      ...yvonne(104),
    },
    { norm: "2", withKind: "function_group", withWhom: "Controller en facilitair", ...yvonne(97) },
    {
      norm: "3",
      withKind: "function_group",
      withWhom: "Personeelsvertegenwoordiging",
      ...yvonne(90),
    },
    { norm: "3", withKind: "function_group", withWhom: "Vrijwilligers van Oudewal", ...yvonne(85) },
    { norm: "4", withKind: "partner", withWhom: "ROC De Vlonder", ...yvonne(72) },
    { norm: "4", withKind: "partner", withWhom: "Maatschappelijk werk Berkenloo", ...yvonne(71) },
    { norm: "4", withKind: "function_group", withWhom: "Team educatie", ...yvonne(69) },
    {
      norm: "5",
      withKind: "function_group",
      withWhom: "Frontoffice van zes vestigingen",
      ...yvonne(60),
    },
    { norm: "6", withKind: "partner", withWhom: "Beleidsadviseur van de gemeente", ...yvonne(45) },
    { norm: "7", withKind: "function_group", withWhom: "Bedrijfsvoering", ...yvonne(31) },
  ],
  threads: [
    {
      part: "4.2",
      comments: [
        {
          by: "bram",
          daysAgo: 39,
          body: "Eerlijk antwoord. Zet er wel bij welke vijf overeenkomsten het zijn, dan kunnen we ze in januari in één keer aanpassen.",
          mentions: ["yvonne"],
        },
        {
          by: "yvonne",
          daysAgo: 38,
          body: "Gedaan: ze staan nu in het plan. ROC en beide gemeenten hebben al ja gezegd, de andere twee bel ik deze week.",
        },
      ],
      resolved: { by: "bram", daysAgo: 37 },
    },
    {
      part: "7.V4",
      comments: [
        {
          by: "gerda",
          daysAgo: 12,
          body: "Hier mis ik nog jullie eigen oordeel. Komt dat voor het inleveren?",
          mentions: ["lotte"],
        },
        { by: "lotte", daysAgo: 11, body: "Ja, ik schrijf het na het gesprek met de jurist." },
      ],
    },
    {
      part: "3",
      comments: [
        {
          by: "yvonne",
          daysAgo: 86,
          body: "Lotte, wil jij bij het plan zetten wat de avonden kosten? Dan vraagt niemand ernaar.",
          mentions: ["lotte"],
        },
        {
          by: "lotte",
          daysAgo: 84,
          body: "€ 4.200 per jaar, het staat in de begroting onder scholing.",
        },
      ],
      resolved: { by: "yvonne", daysAgo: 84 },
    },
  ],
  work: {
    states: {
      DONE: [
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        ...questions,
        "4.1",
        "4.2",
        "4.3",
        "4.4",
        "7.V1",
        "7.V2",
      ],
      READY_TO_READ: ["7", "7.V3"],
      IN_PROGRESS: ["7.V4"],
    },
    assigned: [
      { part: "7.V4", to: "lotte", dueInDays: 6 },
      { part: "7", to: "lotte", dueInDays: 9 },
      { part: "4.4", to: "nadia" },
      { part: "5.V1", to: "joris" },
    ],
  },
  evidence: heuvelrandEvidence(inYear(-1), year(-1)),
};
