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
import { workForm, plansForm, beginningForm, type PlanForm } from "./form.ts";
import { answerForm, evidenceForm, membersForm, pageForm, type Names } from "./rows.ts";

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
    const { cycle, organisation, norms, submissions } = data;
    return {
      organisation: [textOf(organisation?.["id"]), textOf(organisation?.["name"])],
      cycle: cycleForm(cycle, "id"),
      norms: listOf(norms).map((norm) => [
        textOf(norm["code"]),
        textOf(norm["title"]),
        listOf(norm["indicators"]).map(textOf),
      ]),
      answers: verdictsForm(data["answers"]),
      work: workForm(listOf(data["work"])),
      plans: plansAsked(
        data,
        listOf(data["plans"]).map((row) => [
          textOf(row["part"]),
          textOf(row["dueOn"]),
          person(row["owner"]),
        ]),
      ),
      beginning: beginningForm(data["beginning"]),
      openThreads: listOf(data["openThreads"]).map((thread) => [
        textOf(thread["id"]),
        textOf(thread["part"]),
        moment(thread["at"]),
        person(thread["from"]),
      ]),
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
    return {
      organisation: [textOf(organisation?.["rowId"]), textOf(organisation?.["name"])],
      cycle: cycleForm(cycle, "rowId"),
      norms: listOf(norms).map((norm) => [
        textOf(norm["code"]),
        textOf(norm["title"]),
        listOf(norm["indicators"]).map(({ code }) => textOf(code)),
      ]),
      answers: verdictsForm(cycle?.["answers"]),
      work: workForm(
        listOf(cycle?.["work"]).map(
          (row) => ({ ...row, assignee: row[graphileNames.member("AssigneeId")] }) as Json,
        ),
      ),
      plans: plansAsked(
        cycle,
        listOf(cycle?.["plans"]).map((row) => [
          textOf(row["part"]),
          textOf(row["dueOn"]),
          person(row[graphileNames.member("OwnerId")]),
        ]),
      ),
      beginning: beginningForm(cycle?.["beginning"]),
      openThreads: listOf(cycle?.["openThreads"]).map((thread) => {
        const last = [thread, ...listOf(thread["more"])]
          .filter((comment) => textOf(comment["removedAt"]) === null)
          .toSorted((one, other) => (moment(one["at"]) ?? 0) - (moment(other["at"]) ?? 0))
          .at(-1);
        return [
          textOf(thread["rowId"]),
          textOf(thread["part"]),
          moment(last?.["at"]),
          person(last?.[graphileNames.member("AuthorId")]),
        ];
      }),
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

function verdictsForm(answers: Json | undefined): Form {
  return inAnyOrder(
    listOf(answers).flatMap((row) => {
      const verdict = small(row["verdict"]);
      return verdict === null ? [] : [[textOf(row["indicator"]), verdict]];
    }),
  );
}

/** Plans of norms, and of indicators with a nee: others nobody is asked for. */
function plansAsked(data: Json | undefined, plans: readonly PlanForm[]): Form {
  const nee = listOf(data?.["answers"])
    .filter((row) => small(row["verdict"]) === "nee")
    .map((row) => textOf(row["indicator"]));
  return plansForm(plans.filter(([part]) => !part?.includes(".") || nee.includes(part)));
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
