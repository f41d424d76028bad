import { createHmac } from "node:crypto";
import { kwaliteitInBeeld2, partsOf } from "@toetssteen/norms";
import { evidenceOnPage, membersOnPage, searchText } from "./asked.ts";
import { documents, hashOf, type OperationKey } from "./documents.ts";
import type { Shot } from "./drive.ts";
import {
  adviserId,
  coordinators,
  cycleId,
  organisationId,
  rowId,
  supportId,
  tokenOf,
} from "./ids.ts";
import { peerDocuments } from "./peer-documents.ts";

export const contenderNames = ["ours", "limit", "postgraphile", "mercurius"] as const;
export type ContenderName = (typeof contenderNames)[number];

/** What stands in the answer to a write that was kept. */
const written: Readonly<Record<ContenderName, string>> = {
  ours: '"IndicatorAnswered"',
  mercurius: '"IndicatorAnswered"',
  limit: '"written" : true',
  postgraphile: '"written":true',
};

/** What is measured, under the names of the report. */
export const operations: Readonly<Record<OperationKey, string>> = {
  page: "self-evaluation page",
  home: "home",
  evidence: "evidence list",
  members: "members page",
  search: "search",
  answer: "answer",
  half: "half the page",
};

/** One answer to write, on the version that it is written on. */
export interface Writing {
  readonly indicator: string;
  readonly baseVersion: number;
  readonly explanation: string;
  /** Which of the coordinators writes. */
  readonly writer: number;
  /** It is known to be refused. */
  readonly isStale?: boolean;
}

const norm = "4";
const parts = partsOf(kwaliteitInBeeld2)
  .filter((part) => part.norm.code === norm)
  .map(({ code }) => code);
const words = searchText.split(" ");

/** Makes the requests of every contender for an operation on a library. */
export function createShots(secret: string) {
  const cookies = new Map<string, string>();
  const cookieOf = (person: string) => {
    const known = cookies.get(person);
    if (known !== undefined) return known;
    const token = tokenOf(person);
    const signature = createHmac("sha256", secret).update(token).digest("base64");
    const made = `toetssteen.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
    cookies.set(person, made);
    return made;
  };

  return (
    contender: ContenderName,
    operation: OperationKey,
    library: number,
    writing?: Writing,
  ): Shot => {
    const asSupport = operation === "members";
    return {
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json",
        cookie: cookieOf(asSupport ? adviserId : rowId("person", library, writing?.writer ?? 0)),
        "x-hat": `organisation:${asSupport ? supportId : organisationId(library)}`,
      },
      body: JSON.stringify(bodyFor(contender, operation, library, writing)),
      expected: writing && !writing.isStale ? written[contender] : '"data":',
    };
  };
}
export type Shots = ReturnType<typeof createShots>;

function bodyFor(
  contender: ContenderName,
  operation: OperationKey,
  library: number,
  writing: Writing | undefined,
): object {
  const ours = {
    hash: documents[operation].hash,
    variables: ourVariables(operation, library, writing),
  };
  if (contender === "mercurius") return ours;
  if (contender === "ours") {
    const persistedQuery = { version: 1, sha256Hash: ours.hash };
    return { variables: ours.variables, extensions: { persistedQuery } };
  }
  if (operation === "half") throw new Error("Only a client of ours asks half.");
  const organisation = operation === "members" ? supportId : organisationId(library);
  return contender === "limit"
    ? { operation, values: limitValues(operation, organisation, library, writing) }
    : {
        documentId: hashOf(peerDocuments[operation]),
        variables: peerVariables(operation, organisation, library, writing),
      };
}

function ourVariables(operation: OperationKey, library: number, writing: Writing | undefined) {
  const organisation = organisationId(library);
  switch (operation) {
    case "page":
    case "half":
      return { organisationId: organisation, norm, locale: "NL" };
    case "home":
      return { organisationId: organisation, locale: "NL" };
    case "evidence":
      return {
        organisationId: organisation,
        filter: {
          text: null,
          sharing: null,
          used: null,
          aboutFrom: null,
          aboutTo: null,
          removed: false,
        },
        sort: "ADDED",
        first: evidenceOnPage,
      };
    case "members":
      return { organisationId: supportId, locale: "NL", sort: "AUDIT", quarter: null, search: "" };
    case "search":
      return { organisationId: organisation, text: searchText, locale: "NL" };
    case "answer":
      return {
        input: {
          organisationId: organisation,
          cycleId: cycleId(library),
          indicator: writing?.indicator,
          baseVersion: writing?.baseVersion,
          verdict: "NEE",
          neeLabel: "NOT_YET",
          explanation: writing?.explanation,
          // Said, because a compiled mutation, as Mercurius makes it, leaves out what an input object has by default.
          restoring: false,
        },
      };
  }
}

type PeerOperation = keyof typeof peerDocuments;

function limitValues(
  operation: PeerOperation,
  organisation: string,
  library: number,
  writing: Writing | undefined,
): unknown[] {
  switch (operation) {
    case "page":
      return [organisation, parts, norm];
    case "home":
      return [organisation];
    case "evidence":
      return [organisation, evidenceOnPage];
    case "members":
      return [organisation, membersOnPage];
    case "search":
      return [organisation, words, 50];
    case "answer":
      return [
        organisation,
        cycleId(library),
        writing?.indicator,
        writing?.baseVersion,
        "nee",
        "not_yet",
        writing?.explanation,
      ];
  }
}

function peerVariables(
  operation: PeerOperation,
  organisation: string,
  library: number,
  writing: Writing | undefined,
): object {
  switch (operation) {
    case "page":
      return { organisationId: organisation, parts, norm, norms: [norm] };
    case "home":
      return { organisationId: organisation };
    case "evidence":
      return { organisationId: organisation, first: evidenceOnPage };
    case "members":
      return { input: { ofOrganisation: organisation, most: membersOnPage } };
    case "search":
      return { organisationId: organisation, words };
    case "answer":
      return {
        input: {
          ofOrganisation: organisation,
          ofCycle: cycleId(library),
          ofIndicator: writing?.indicator,
          baseVersion: writing?.baseVersion,
          newVerdict: "nee",
          newNeeLabel: "not_yet",
          newExplanation: writing?.explanation,
        },
      };
  }
}

/** Indicators that can be answered. */
export const indicators = partsOf(kwaliteitInBeeld2)
  .filter(({ kind }) => kind === "indicator")
  .map(({ code }) => code);

/** Who writes an answer the how-manieth time: another than before, so that every write begins a line in the history. */
export function writerOf(version: number): number {
  return version % coordinators;
}
