import type { OperationKey } from "../documents.ts";
import {
  inAnyOrder,
  isTrue,
  listOf,
  moment,
  numberOf,
  person,
  small,
  textOf,
  timeless,
} from "./form.ts";
import type { Form, Json } from "./form.ts";
import { piecesOf } from "./ours.ts";
import { answerForm, countsIn, evidenceForm, membersForm, pageForm, type Names } from "./rows.ts";

type Normalise = Readonly<Record<Exclude<OperationKey, "half">, (data: Json) => Form>>;

const limitNames: Names = {
  id: "id",
  member: (column) => `${column.charAt(0).toLowerCase()}${column.slice(1).replace(/Id$/, "")}`,
  item: "evidence",
  mentions: "mentions",
  files: (item) =>
    inAnyOrder(
      listOf(item["files"]).map((file) => [
        textOf(file["id"]),
        textOf(file["current"]?.["id"]),
        small(file["current"]?.["state"]),
      ]),
    ),
  commentsOf: (thread) => listOf(thread["comments"]),
};

export const limitTo: Normalise = {
  page: (data) => pageForm(data["norm"], data, limitNames),
  home(data) {
    const { cycle, organisation, norms, answers, counts, mine, submissions } = data;
    return {
      organisation: [textOf(organisation?.["id"]), textOf(organisation?.["name"])],
      cycle: cycleForm(cycle, "id"),
      norms: listOf(norms).map((norm) => [
        textOf(norm["code"]),
        textOf(norm["title"]),
        listOf(norm["indicators"]).map(textOf),
      ]),
      answers: inAnyOrder(
        listOf(answers).map((row) => [
          textOf(row["indicator"]),
          small(row["verdict"]),
          moment(row["changedAt"]),
          small(row["work"]?.["state"]),
          person(row["work"]?.["assignee"]),
        ]),
      ),
      counts: countsIn(counts),
      mine: mineForm(mine),
      submissions: submissionsForm(submissions, "id"),
    };
  },
  evidence: (data) => evidenceForm(data, limitNames),
  members: (data) => membersForm(data, data["has_more"]),
  search: (data) =>
    hitsForm(
      listOf(data).map((hit) => ({
        hit,
        id: hit["id"],
        snippet: piecesOf(hit["snippet"]),
        files: listOf(hit["files"]).map(piecesOf),
        by: textOf(hit["by"]),
      })),
    ),
  answer: (data) => ({
    written: isTrue(data["written"]),
    answer: answerForm(timeless(data), limitNames),
    work: [small(data["state"]), person(data["assignee"])],
  }),
};

const graphileNames: Names = {
  id: "rowId",
  member: (column) => `membershipByOrganisationIdAnd${column}`,
  item: "evidenceByOrganisationIdAndEvidenceId",
  mentions: "mentionedList",
  files: (item) =>
    inAnyOrder(
      listOf(item["currentFilesList"]).map((file) => [
        textOf(file["firstId"]) ?? textOf(file["rowId"]),
        textOf(file["rowId"]),
        small(file["state"]),
      ]),
    ),
  commentsOf: (thread) => [thread, ...listOf(thread["more"])],
};

export const postgraphileTo: Normalise = {
  page: (data) => pageForm(data["norm"], data["cycle"], graphileNames),
  home(data) {
    const { cycle, norms } = data;
    const organisation = cycle?.["organisationByOrganisationId"];
    const work = new Map(listOf(cycle?.["work"]).map((row) => [textOf(row["part"]), row]));
    return {
      organisation: [textOf(organisation?.["rowId"]), textOf(organisation?.["name"])],
      cycle: cycleForm(cycle, "rowId"),
      norms: listOf(norms).map((norm) => [
        textOf(norm["code"]),
        textOf(norm["title"]),
        listOf(norm["indicators"]).map(({ code }) => textOf(code)),
      ]),
      answers: inAnyOrder(
        listOf(cycle?.["answers"]).map((row) => {
          const done = work.get(textOf(row["indicator"]));
          return [
            textOf(row["indicator"]),
            small(row["verdict"]),
            moment(row["changedAt"]),
            small(done?.["state"]),
            person(done?.[graphileNames.member("AssigneeId")]),
          ];
        }),
      ),
      counts: countsIn(cycle?.["counts"]),
      mine: mineForm(cycle?.["mine"]),
      submissions: submissionsForm(cycle?.["submissions"], "rowId"),
    };
  },
  evidence: (data) => evidenceForm(data, graphileNames),
  members(data) {
    const result = data["benchOpenMembers"]?.["result"];
    return membersForm(result, result?.["hasMore"]);
  },
  search: (data) =>
    hitsForm(
      listOf(data["hits"]).map((hit) => ({
        hit,
        id: hit["rowId"],
        snippet: piecesOf(hit["pieces"]?.["snippet"]),
        files: listOf(hit["pieces"]?.["files"]).map(piecesOf),
        by: textOf(hit["byWhom"]?.["name"]),
      })),
    ),
  answer(data) {
    const { written, answer, work } = data["benchAnswerIndicator"]?.["result"] ?? {};
    return {
      written: isTrue(written),
      answer: answerForm(timeless(answer), graphileNames),
      work: [small(work?.["state"]), person(work?.[graphileNames.member("AssigneeId")])],
    };
  },
};

function cycleForm(cycle: Json | undefined, id: string): Form {
  return [id, "certificateExpiresOn", "announcedQuarter", "auditOn"].map((name) =>
    textOf(cycle?.[name]),
  );
}

function mineForm(mine: Json | undefined): Form {
  return inAnyOrder(listOf(mine).map(({ part, state }) => [textOf(part), small(state)]));
}

function submissionsForm(submissions: Json | undefined, id: string): Form {
  return listOf(submissions).map((row) => [
    textOf(row[id]),
    textOf(row["norm"]),
    moment(row["submittedAt"]),
  ]);
}

interface Hit {
  readonly hit: Json;
  readonly id: Json | undefined;
  readonly snippet: string;
  readonly files: readonly string[];
  readonly by: string | null;
}

function hitsForm(hits: readonly Hit[]): Form {
  const counts = new Map(hits.map(({ hit }) => [small(hit["kind"]), numberOf(hit["total"])]));
  return {
    counts: inAnyOrder([...counts]),
    hits: inAnyOrder(
      hits.map(({ hit, id, snippet, files, by }) => [
        `${textOf(hit["kind"])}:${textOf(id)}`.toLowerCase(),
        small(hit["kind"]),
        textOf(hit["targetId"]),
        textOf(hit["part"]) === "" ? null : textOf(hit["part"]),
        small(hit["field"]),
        moment(hit["at"]),
        by,
        snippet,
        files,
      ]),
    ),
  };
}
