import type { DiscussionKind, NeeLabel, PassageField } from "@toetssteen/contract";
import type { Locale } from "@toetssteen/norms";
import type { Verdict } from "../self-evaluation/self-evaluation.enums.ts";

interface Words {
  readonly selfEvaluation: string;
  readonly norm: (code: string) => string;
  readonly contents: string;
  readonly page: string;
  readonly of: string;
  readonly library: string;
  readonly edition: string;
  readonly extent: string;
  readonly onlyFilled: string;
  readonly madeOn: string;
  readonly submittedOn: string;
  readonly fingerprint: string;
  readonly vobMember: string;
  readonly runsIdo: string;
  readonly locations: string;
  readonly certificateExpiresOn: string;
  readonly announcedQuarter: string;
  readonly quarter: (quarter: string, year: string) => string;
  readonly auditOn: string;
  readonly yes: string;
  readonly no: string;
  readonly aboutLibrary: string;
  readonly aboutNorm: string;
  readonly indicators: string;
  readonly questions: string;
  readonly unmet: string;
  readonly discussed: string;
  readonly withWhom: string;
  readonly withKind: string;
  readonly heldOn: string;
  readonly documents: string;
  readonly document: string;
  readonly about: string;
  readonly period: (from: string, until: string) => string;
  readonly since: (from: string) => string;
  readonly until: (until: string) => string;
  readonly place: string;
  readonly files: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly ownWording: string;
  readonly derived: string;
  readonly nothing: string;
  readonly undecided: string;
  readonly firstShape: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly neeLabels: Readonly<Record<NeeLabel, string>>;
  readonly boxes: Readonly<Record<PassageField, string>>;
  /** Name of the box with the reason, under a nee. */
  readonly whyNee: string;
  readonly kinds: Readonly<Record<DiscussionKind, string>>;
}

/** The words on paper around what a library wrote: the same as on screen. */
export const words: Readonly<Record<Locale, Words>> = {
  nl: {
    selfEvaluation: "Zelfevaluatie",
    norm: (code) => `Norm ${code}`,
    contents: "Inhoud",
    page: "pagina",
    of: "van",
    library: "Bibliotheek",
    edition: "Kader",
    extent: "Wat erin staat",
    onlyFilled: "Alleen wat ingevuld is",
    madeOn: "Stand van",
    submittedOn: "Ingediend op",
    fingerprint: "Vingerafdruk (SHA-256)",
    vobMember: "Lid van de VOB",
    runsIdo: "Informatiepunt Digitale Overheid (IDO)",
    locations: "Aantal vestigingen",
    certificateExpiresOn: "Certificaat geldig tot",
    announcedQuarter: "Audit aangekondigd voor",
    quarter: (quarter, year) => `${quarter}e kwartaal van ${year}`,
    auditOn: "Audit op",
    yes: "Ja",
    no: "Nee",
    aboutLibrary: "De bibliotheek",
    aboutNorm: "Feiten en eigen beeld",
    indicators: "Indicatoren",
    questions: "Waar auditors naar kijken",
    unmet: "Waar de norm (nog) niet gehaald is",
    discussed: "Besproken met",
    withWhom: "Met wie",
    withKind: "Soort",
    heldOn: "Wanneer",
    documents: "Documenten",
    document: "Document",
    about: "Waarover",
    period: (from, until) => `${from} tot en met ${until}`,
    since: (from) => `vanaf ${from}`,
    until: (until) => `tot en met ${until}`,
    place: "Waar het staat",
    files: "Bestanden of adres",
    owner: "Wie het plan uitvoert",
    dueOn: "Af vóór",
    ownWording: "In eigen woorden. De officiële tekst staat in het kader van CBCT.",
    derived: "Onze bewerking: de tekst volgt uit de kwaliteitscyclus.",
    nothing: "Hier is niets geschreven.",
    undecided: "Nog geen ja of nee",
    firstShape: "Bij deze indiening zijn alleen de antwoorden op de indicatoren vastgelegd.",
    verdicts: { ja: "Ja", nee: "Nee" },
    neeLabels: {
      policy_choice: "Beleidskeuze",
      not_yet: "Nog niet",
      risk_accepted: "Risico aanvaard",
    },
    boxes: {
      ambitions: "Ambities",
      bottlenecks: "Knelpunten",
      accents: "Accenten",
      facts: "Feiten",
      view: "Eigen beeld",
      practice: "Feiten",
      judgement: "Eigen beeld",
      reason: "Reden",
      plan: "Plan",
      consequences: "Gevolgen en risico’s",
    },
    whyNee: "Reden",
    kinds: { function_group: "Functiegroep in huis", partner: "Partner" },
  },
  en: {
    selfEvaluation: "Self-evaluation",
    norm: (code) => `Standard ${code}`,
    contents: "Contents",
    page: "page",
    of: "of",
    library: "Library",
    edition: "Framework",
    extent: "What is in it",
    onlyFilled: "Only what has been filled in",
    madeOn: "As it stood on",
    submittedOn: "Submitted on",
    fingerprint: "Fingerprint (SHA-256)",
    vobMember: "Member of the VOB",
    runsIdo: "Digital government desk (IDO)",
    locations: "Number of branches",
    certificateExpiresOn: "Certificate valid until",
    announcedQuarter: "Audit announced for",
    quarter: (quarter, year) => `quarter ${quarter} of ${year}`,
    auditOn: "Audit on",
    yes: "Yes",
    no: "No",
    aboutLibrary: "The library",
    aboutNorm: "Facts and own view",
    indicators: "Indicators",
    questions: "What auditors look at",
    unmet: "Where the standard is not met (yet)",
    discussed: "Discussed with",
    withWhom: "With whom",
    withKind: "Kind",
    heldOn: "When",
    documents: "Documents",
    document: "Document",
    about: "About",
    period: (from, until) => `${from} up to and including ${until}`,
    since: (from) => `from ${from}`,
    until: (until) => `up to and including ${until}`,
    place: "Where it is",
    files: "Files or address",
    owner: "Who carries out the plan",
    dueOn: "Done before",
    ownWording: "In our own words. The official text is in CBCT’s framework.",
    derived: "Our adaptation: the text follows from the quality cycle.",
    nothing: "Nothing was written here.",
    undecided: "No yes or no yet",
    firstShape: "Of this submission nothing but the answers to the indicators was put on record.",
    verdicts: { ja: "Yes", nee: "No" },
    neeLabels: {
      policy_choice: "Policy choice",
      not_yet: "Not yet",
      risk_accepted: "Risk accepted",
    },
    boxes: {
      ambitions: "Ambitions",
      bottlenecks: "Bottlenecks",
      accents: "Accents",
      facts: "Facts",
      view: "Own view",
      practice: "How it is",
      judgement: "Own judgement",
      reason: "Reason",
      plan: "Plan",
      consequences: "Consequences and risks",
    },
    whyNee: "Why no",
    kinds: { function_group: "Function group in house", partner: "Partner" },
  },
};

/** "3 november 2026" @param day YYYY-MM-DD */
export function writeDay(locale: Locale, day: string): string {
  return new Intl.DateTimeFormat(locale === "nl" ? "nl-NL" : "en-GB", {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(`${day}T12:00:00Z`));
}
