import { createHash } from "node:crypto";
import { passageFields } from "@toetssteen/contract";
import { kwaliteitInBeeld2, partsOf, type Norm } from "@toetssteen/norms";
import type { Rows, Value } from "./columns.ts";
import { evidenceRows } from "./evidence-rows.ts";
import {
  adviserId,
  coordinators,
  cycleId,
  organisationId,
  rowId,
  supportId,
  tokenOf,
} from "./ids.ts";
import { numbersFrom, sentences } from "./words.ts";

const edition = kwaliteitInBeeld2;
const states = ["TO_DO", "IN_PROGRESS", "READY_TO_READ", "DONE"] as const;
const people = 8;
const versionsOfAnswer = 3;
const commentsOfNorm = 30;
const activities = 100;
/** Libraries that the support organisation may look at. */
const overseen = 150;
const sessionEnd = "2036-01-01T00:00:00Z";

/** The support organisation with its adviser; there before the first library. */
export function supportRows(): Rows {
  const name = "Adviseur van de ondersteuning";
  return {
    'identity."user"': [[adviserId, name, `${adviserId}@bench.example`]],
    "identity.session": [[tokenOf(adviserId), adviserId, sessionEnd]],
    "toetssteen.organisation": [[supportId, "Ondersteuning"]],
    "toetssteen.appointment": [[supportId, "support_organisation"]],
    "toetssteen.membership": [[supportId, adviserId, name, ["adviser"]]],
  };
}

/** A library halfway its cycle: norm 4 is written in full, of the others half. */
export function rowsOf(library: number): Rows {
  const random = numbersFrom(library);
  const anybody = () => rowId("person", library, Math.floor(random() * people));
  return {
    ...whoRows(library),
    ...answerRows(library, random, anybody),
    ...passageRows(library, random, anybody),
    ...workRows(library, random, anybody),
    ...besideRows(library, random, anybody),
    ...evidenceRows(edition, library, random, anybody),
  };
}

type Random = () => number;
type Anybody = () => string;

function momentOf(day: number, random: Random): string {
  return new Date(Date.UTC(2026, 8, 1 + (day % 80), 8, Math.floor(random() * 600))).toISOString();
}

function normFour(): Norm {
  const norm = edition.norms.find(({ code }) => code === "4");
  if (!norm) throw new Error("The edition has no norm 4.");
  return norm;
}

function whoRows(library: number): Rows {
  const organisation = organisationId(library);
  const members = Array.from({ length: people }, (_, member) => ({
    id: rowId("person", library, member),
    name: `Medewerker ${library}-${member}`,
    isCoordinator: member < coordinators,
  }));
  const document = JSON.stringify({ norm: "1" });
  const coordinator = rowId("person", library);
  return {
    'identity."user"': members.map(({ id, name }) => [id, name, `${id}@bench.example`]),
    "identity.session": members
      .filter(({ isCoordinator }) => isCoordinator)
      .map(({ id }) => [tokenOf(id), id, sessionEnd]),
    "toetssteen.organisation": [[organisation, `Bibliotheek nummer ${library}`]],
    "toetssteen.membership": members.map(({ id, name, isCoordinator }) => [
      organisation,
      id,
      name,
      [isCoordinator ? "quality_coordinator" : "colleague"],
    ]),
    "toetssteen.library_profile": [[organisation, true, true, 1 + (library % 20)]],
    "toetssteen.cycle": [
      [
        organisation,
        cycleId(library),
        edition.code,
        "2027-11-30",
        "2027-Q4",
        library % 3 === 0 ? "2027-10-12" : null,
      ],
    ],
    "toetssteen.oversight":
      library < overseen
        ? [[organisation, rowId("oversight", library), supportId, "progress", coordinator]]
        : [],
    "toetssteen.submission": [
      [
        organisation,
        rowId("submission", library),
        cycleId(library),
        "1",
        document,
        createHash("sha256").update(document).digest("hex"),
        "2026-09-01T09:00:00Z",
        coordinator,
      ],
    ],
  };
}

function answerRows(library: number, random: Random, anybody: Anybody): Rows {
  const here = [organisationId(library), cycleId(library)] as const;
  const { indicators } = normFour();
  const verdictOf = (index: number) => (index % 2 === 0 ? "ja" : "nee");
  return {
    "toetssteen.indicator_answer": indicators.map(({ code }, index) => [
      ...here,
      code,
      verdictOf(index),
      index % 2 === 0 ? null : "not_yet",
      sentences(random, 900),
      versionsOfAnswer,
      momentOf(70, random),
      anybody(),
    ]),
    "toetssteen.answer_history": indicators.flatMap(({ code }, index) =>
      Array.from({ length: versionsOfAnswer }, (_, version) => [
        here[0],
        rowId("history", library, index * versionsOfAnswer + version),
        here[1],
        code,
        verdictOf(index),
        sentences(random, 600),
        version + 1,
        anybody(),
        momentOf(version * 10, random),
        momentOf(version * 10 + 1, random),
      ]),
    ),
  };
}

function passageRows(library: number, random: Random, anybody: Anybody): Rows {
  const boxes = edition.norms.flatMap((norm) => [
    ...passageFields.norm.map((field) => ({ norm, part: norm.code, field, length: 700 })),
    ...norm.questions.flatMap(({ code }) =>
      passageFields.question.map((field) => ({ norm, part: code, field, length: 900 })),
    ),
    ...norm.indicators.flatMap(({ code }) =>
      passageFields.indicator.map((field) => ({ norm, part: code, field, length: 300 })),
    ),
  ]);
  return {
    "toetssteen.passage": boxes
      .filter(({ norm }, index) => norm.code === "4" || index % 2 === 0)
      .map(({ part, field, length }) => [
        organisationId(library),
        cycleId(library),
        part,
        field,
        sentences(random, length),
        1,
        momentOf(Math.floor(random() * 80), random),
        anybody(),
      ]),
  };
}

function workRows(library: number, random: Random, anybody: Anybody): Rows {
  const organisation = organisationId(library);
  const cycle = cycleId(library);
  const { indicators } = normFour();
  return {
    "toetssteen.progress": partsOf(edition).map(({ code }) => [
      organisation,
      cycle,
      code,
      states[Math.floor(random() * states.length)] ?? "TO_DO",
      random() < 0.5 ? anybody() : null,
      momentOf(Math.floor(random() * 80), random),
      anybody(),
    ]),
    "toetssteen.plan": indicators
      .filter((_, index) => index % 2 === 1)
      .map(({ code }): Value[] => [
        organisation,
        cycle,
        code,
        anybody(),
        "2027-03-01",
        1,
        anybody(),
      ]),
    "toetssteen.activity": Array.from({ length: activities }, (_, row) => [
      organisation,
      rowId("activity", library, row),
      momentOf(row, random),
      anybody(),
      "answered",
      cycle,
      indicators[row % indicators.length]?.code ?? null,
    ]),
  };
}

/** What is said beside norm 4: threads of three comments, and talks with others. */
function besideRows(library: number, random: Random, anybody: Anybody): Rows {
  const organisation = organisationId(library);
  const cycle = cycleId(library);
  const parts = partsOf(edition).filter(({ norm }) => norm.code === "4");
  return {
    "toetssteen.comment": Array.from({ length: commentsOfNorm }, (_, row) => [
      organisation,
      rowId("comment", library, row),
      cycle,
      parts[Math.floor(row / 3) % parts.length]?.code ?? "4",
      row % 3 === 0 ? null : rowId("comment", library, row - (row % 3)),
      sentences(random, 160),
      anybody(),
      row % 5 === 0 ? [anybody()] : [],
      momentOf(row, random),
    ]),
    "toetssteen.discussion": [0, 1].map((row) => [
      organisation,
      rowId("discussion", library, row),
      cycle,
      "4",
      row === 0 ? "function_group" : "partner",
      row === 0 ? "Team programmering" : "Gemeente",
      `2026-0${5 + row}-14`,
      anybody(),
    ]),
  };
}
