import { inYear, year, type DemoLibrary } from "../content.ts";
import { waterlinieEvidence } from "./evidence.ts";
import { waterlinieTexts } from "./texts.ts";

const noor = (daysAgo: number) => ({ by: "noor", daysAgo });

/** Nine places on both sides of a river: halfway, with work for everybody. */
export const waterlinie: DemoLibrary = {
  id: "0199a000-0000-7000-8000-000000000001",
  name: "Bibliotheek Waterlinie",
  cycleId: "0199a000-0000-7000-8000-000000000101",
  vobMember: true,
  runsIdo: true,
  locations: 9,
  auditInDays: 110,
  announced: true,
  expiresInDays: 150,
  people: [
    {
      email: "noor@waterlinie.example",
      name: "Noor Dekker",
      roles: ["quality_coordinator"],
      offered: true,
    },
    {
      email: "sanne@waterlinie.example",
      name: "Sanne Vermeulen",
      roles: ["colleague"],
      offered: true,
    },
    { email: "ruud@waterlinie.example", name: "Ruud Jansma", roles: ["director"], offered: true },
    {
      email: "hanna@waterlinie.example",
      name: "Hanna Prins",
      roles: ["administrator"],
      offered: true,
    },
  ],
  texts: waterlinieTexts,
  answers: [
    {
      indicator: "4.2",
      verdict: "ja",
      neeLabel: null,
      explanation: `Voor we beginnen, beantwoorden we vijf vragen op een formulier: voor welke doelgroep, wat brengt ieder in, wat mag het kosten, wanneer is het gelukt, en wanneer houden we op? Na een jaar pakken we het formulier er weer bij. Zo stopten we met de boekenbus op de camping: twaalf bezoekers per dag was vooraf de grens en het werden er zeven. We probeerden eerst andere tijden.`,
      ...noor(18),
      earlier: [
        {
          ...noor(20),
          verdict: "ja",
          explanation: `Voor we beginnen, vullen we een formulier in met vijf vragen.`,
        },
      ],
    },
    {
      indicator: "4.3",
      verdict: "nee",
      neeLabel: "not_yet",
      explanation: `Van vijftien partners weten we het en staat het op papier. Van zestien niet. Bij projecten is het wel op orde: de voorleeskamer in het ziekenhuis en de taalwandelingen hebben een projectplan met kosten en een moment om te kijken of het iets oplevert.`,
      ...noor(17),
    },
    {
      indicator: "4.4",
      verdict: "ja",
      neeLabel: null,
      explanation: `Met vier van de vijf gemeenten ligt vast wie wat doet in het IDO. In Nieuwkade helpt een medewerker van de sociale dienst op donderdag mee aan onze tafel. We verwijzen door met een kaartje waarop de naam van iemand staat, niet alleen van een organisatie. De vijfde gemeente tekent in januari.`,
      by: "sanne",
      daysAgo: 15,
    },
  ],
  plans: [
    { part: "4.3", owner: "sanne", dueInDays: 62, ...noor(17) },
    { part: "3", owner: "hanna", dueInDays: 170, by: "sanne", daysAgo: 32 },
  ],
  discussions: [
    {
      norm: "1",
      withKind: "function_group",
      withWhom: "Teamleiders van beide oevers",
      ...noor(56),
    },
    { norm: "1", withKind: "partner", withWhom: "Gemeente Vaartsluis", ...noor(54) },
    { norm: "3", withKind: "function_group", withWhom: "Ondernemingsraad", ...noor(34) },
    { norm: "3", withKind: "function_group", withWhom: "Leesconsulenten", ...noor(31) },
    { norm: "4", withKind: "partner", withWhom: "Ziekenhuis Nieuwkade", ...noor(22) },
    { norm: "4", withKind: "function_group", withWhom: "Relatiebeheer", ...noor(21) },
  ],
  threads: [
    {
      part: "4.3",
      comments: [
        {
          by: "ruud",
          daysAgo: 12,
          body: "Goed dat we hier nee zeggen. Staan de zestien ergens op een rij? Ik ken er een paar en wil wel meebellen.",
          mentions: ["noor"],
        },
        {
          by: "noor",
          daysAgo: 11,
          body: "Ja, in ‘Partners van Waterlinie’, tweede blad. Sanne verdeelt ze, zal ik jou het koor en de schouwburg geven?",
          mentions: ["sanne", "ruud"],
        },
        { by: "sanne", daysAgo: 10, body: "Graag. Ik begin maandag met de verenigingen." },
      ],
    },
    {
      part: "1.V3",
      comments: [
        {
          by: "sanne",
          daysAgo: 25,
          body: "In Vaartsluis hangen ze nu de goede op, ik ben er langs geweest. Mag die zin eruit?",
          mentions: ["noor"],
        },
        {
          by: "noor",
          daysAgo: 24,
          body: "Laat maar staan, zo was het toen we keken. Schrijf erbij wat we eraan deden.",
        },
      ],
    },
    {
      part: "2",
      comments: [
        {
          by: "noor",
          daysAgo: 46,
          body: "Hanna, klopt het dat we zeven gebouwen huren? Ik tel er zes.",
          mentions: ["hanna"],
        },
        { by: "hanna", daysAgo: 45, body: "Zeven, de opslag in Nieuwkade telt mee als gebouw." },
      ],
      resolved: { by: "noor", daysAgo: 45 },
    },
    {
      part: "5.V1",
      comments: [
        {
          by: "ruud",
          daysAgo: 3,
          body: "Noem ook hoe we kozen wat er in het basispakket zit. Dat was een mooi proces.",
          mentions: ["sanne"],
        },
      ],
    },
  ],
  work: {
    states: {
      DONE: ["1.V1", "2.V1", "4.4"],
      READY_TO_READ: ["1", "1.V2", "3.V1", "4.2", "4.V1"],
    },
    assigned: [
      { part: "1.V3", to: "sanne", dueInDays: 10 },
      { part: "1.V4", to: "noor", dueInDays: 21 },
      { part: "2.V3", to: "hanna", dueInDays: 14 },
      { part: "3.V2", to: "sanne", dueInDays: 12 },
      { part: "3.V4", to: "hanna" },
      { part: "4.1", to: "noor", dueInDays: 7 },
      { part: "4.3", to: "sanne", dueInDays: 20 },
      { part: "4.V2", to: "noor", dueInDays: 16 },
      { part: "5.V1", to: "sanne", dueInDays: 5 },
      { part: "5.V2", to: "sanne", dueInDays: 28 },
      { part: "6.V1", to: "hanna", dueInDays: 35 },
      { part: "7.V1", to: "hanna", dueInDays: 30 },
    ],
  },
  evidence: waterlinieEvidence(inYear(-1), year(-1)),
};
