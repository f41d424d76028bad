import type { OperationKey } from "../documents.ts";
import {
  beginningForm,
  countsOf,
  inAnyOrder,
  isTrue,
  listOf,
  moment,
  numberOf,
  person,
  plansForm,
  small,
  textOf,
  workForm,
  textsOfNorm,
  timeless,
  type Form,
  type Json,
} from "./form.ts";

const isWritten = (json: Json | undefined) => numberOf(json?.["version"]) > 0;

function answerForm(code: string | null, answer: Json | undefined): Form {
  return [
    code,
    small(answer?.["verdict"]),
    small(answer?.["neeLabel"]),
    textOf(answer?.["explanation"]),
    numberOf(answer?.["version"]),
    moment(answer?.["changedAt"]),
    person(answer?.["changedBy"]),
  ];
}

function useForm(part: string | null, use: Json): Form {
  const item = use["evidence"];
  return [
    textOf(use["id"]),
    part,
    textOf(use["slot"]),
    textOf(use["page"]),
    numberOf(use["version"]),
    textOf(item?.["id"]),
    small(item?.["kind"]),
    textOf(item?.["title"]),
    small(item?.["sharing"]),
    filesForm(item),
  ];
}

function filesForm(item: Json | undefined): Form {
  return inAnyOrder(
    listOf(item?.["files"]).map((file) => [
      textOf(file["id"]),
      textOf(file["current"]?.["id"]),
      small(file["current"]?.["state"]),
    ]),
  );
}

function threadForm(thread: Json): Form {
  return {
    part: textOf(thread["part"]),
    resolved: [moment(thread["resolvedAt"]), person(thread["resolvedBy"])],
    comments: listOf(thread["comments"]).map((comment) => [
      textOf(comment["id"]),
      moment(comment["at"]),
      person(comment["author"]),
      textOf(comment["body"]),
      moment(comment["changedAt"]),
      moment(comment["removedAt"]),
      inAnyOrder(listOf(comment["mentions"]).map(person)),
    ]),
  };
}

function page(data: Json): Form {
  const norm = data["selfEvaluation"]?.["norm"];
  const indicators = listOf(norm?.["indicators"]);
  const parts = [norm, ...indicators, ...listOf(norm?.["questions"])].filter(
    (part) => part !== undefined,
  );
  return {
    norm: textsOfNorm(norm),
    answers: inAnyOrder(
      indicators
        .filter(({ answer }) => isWritten(answer))
        .map(({ code, answer }) => answerForm(textOf(code), answer)),
    ),
    passages: inAnyOrder(
      parts.flatMap((part) =>
        listOf(part["passages"])
          .filter(isWritten)
          .map((passage) => [
            textOf(part["code"]),
            small(passage["field"]),
            textOf(passage["body"]),
            numberOf(passage["version"]),
            moment(passage["changedAt"]),
            person(passage["changedBy"]),
          ]),
      ),
    ),
    plans: inAnyOrder(
      parts
        .filter(({ plan }) => plan !== undefined && isWritten(plan))
        .map(({ code, plan }) => [
          textOf(code),
          textOf(plan?.["dueOn"]),
          numberOf(plan?.["version"]),
          person(plan?.["owner"]),
        ]),
    ),
    discussions: listOf(norm?.["discussions"]).map((talk) => [
      textOf(talk["id"]),
      small(talk["withKind"]),
      textOf(talk["withWhom"]),
      textOf(talk["heldOn"]),
      numberOf(talk["version"]),
    ]),
    work: inAnyOrder(
      listOf(data["work"]).map((work) => [
        textOf(work["part"]),
        small(work["state"]),
        textOf(work["dueOn"]),
        person(work["assignee"]),
      ]),
    ),
    uses: inAnyOrder(
      parts.flatMap((part) =>
        listOf(part["evidence"]).map((use) => useForm(textOf(part["code"]), use)),
      ),
    ),
    threads: inAnyOrder(
      listOf(data["work"]).flatMap((work) => listOf(work["threads"]).map(threadForm)),
    ),
  };
}

function home(data: Json): Form {
  const { organisation, cycle, norms } = data["selfEvaluation"] ?? {};
  return {
    organisation: [textOf(organisation?.["id"]), textOf(organisation?.["name"])],
    cycle: ["id", "certificateExpiresOn", "announcedQuarter", "auditOn"].map((name) =>
      textOf(cycle?.[name]),
    ),
    norms: listOf(norms).map((norm) => [
      textOf(norm["code"]),
      textOf(norm["title"]),
      listOf(norm["indicators"]).map(({ code }) => textOf(code)),
    ]),
    answers: inAnyOrder(
      listOf(norms).flatMap((norm) =>
        listOf(norm["indicators"]).flatMap(({ code, answer }) => {
          const verdict = small(answer?.["verdict"]);
          return verdict === null ? [] : [[textOf(code), verdict]];
        }),
      ),
    ),
    work: workForm(listOf(data["work"])),
    plans: plansForm(
      listOf(data["work"]).map((work) => [
        textOf(work["part"]),
        textOf(work["plan"]?.["dueOn"]),
        person(work["plan"]?.["owner"]),
      ]),
    ),
    beginning: beginningForm(data["selfEvaluation"]?.["beginning"]),
    openThreads: listOf(data["selfEvaluation"]?.["openThreads"]).map((thread) => [
      textOf(thread["id"]),
      textOf(thread["part"]),
      moment(thread["at"]),
      person(thread["from"]),
    ]),
    submissions: listOf(data["submissions"]).map(({ id, norm, submittedAt }) => [
      textOf(id),
      textOf(norm),
      moment(submittedAt),
    ]),
  };
}

function evidence(data: Json): Form {
  return {
    total: numberOf(data["evidence"]?.["total"]),
    items: listOf(data["evidence"]?.["items"]).map((item) => [
      textOf(item["id"]),
      small(item["kind"]),
      textOf(item["title"]),
      small(item["sharing"]),
      textOf(item["aboutFrom"]),
      textOf(item["aboutTo"]),
      moment(item["addedAt"]),
      moment(item["removedAt"]),
      filesForm(item),
      inAnyOrder(
        listOf(item["uses"]).map(({ id, part, page: at }) => [
          textOf(id),
          textOf(part),
          textOf(at),
        ]),
      ),
    ]),
  };
}

/** The names that we give counts, and what the database has in its rows, in small letters. */
const states = [
  ["toDo", "to_do"],
  ["inProgress", "in_progress"],
  ["readyToRead", "ready_to_read"],
  ["done", "done"],
] as const;

function members(data: Json): Form {
  const { libraries, total, nextAfter } = data["overseen"] ?? {};
  return {
    total: numberOf(total),
    hasMore: textOf(nextAfter) !== null,
    libraries: listOf(libraries).map((library) => [
      textOf(library["organisation"]?.["id"]),
      textOf(library["organisation"]?.["name"]),
      ...["certificateExpiresOn", "announcedQuarter", "auditOn", "lastActiveOn"].map((name) =>
        textOf(library[name]),
      ),
      countsOf(
        listOf(library["norms"]).flatMap((norm) =>
          states.map(
            ([field, state]) => [textOf(norm["code"]), state, numberOf(norm[field])] as const,
          ),
        ),
      ),
    ]),
  };
}

function search(data: Json): Form {
  const { hits, counts } = data["search"] ?? {};
  return {
    counts: inAnyOrder(listOf(counts).map(({ kind, count }) => [small(kind), numberOf(count)])),
    hits: inAnyOrder(
      listOf(hits).map((hit) => [
        textOf(hit["id"])?.toLowerCase(),
        small(hit["kind"]),
        textOf(hit["targetId"]),
        textOf(hit["part"]),
        small(hit["field"]),
        moment(hit["at"]),
        textOf(hit["by"]?.["name"]),
        markedIn(hit["snippet"]),
        listOf(hit["files"]).map(markedIn),
      ]),
    ),
  };
}

function markedIn(marked: Json | undefined): string {
  const text = textOf(marked?.["text"]) ?? "";
  const places = [0, ...listOf(marked?.["marks"]).map(Number), text.length];
  return places
    .slice(0, -1)
    .map((place, index) => {
      const piece = text.slice(place, places[index + 1]);
      return index % 2 === 1 ? `[${piece}]` : piece;
    })
    .join("");
}

/** Pieces of a text, those that were looked for between brackets. */
export function piecesOf(pieces: Json | undefined): string {
  return listOf(pieces)
    .map(({ text, isMatch }) => (isTrue(isMatch) ? `[${textOf(text)}]` : textOf(text)))
    .join("");
}

function answer(data: Json): Form {
  const { answer: written, current } = data["answerIndicator"] ?? {};
  const stands = written ?? current;
  return {
    written: written !== undefined,
    answer: answerForm(textOf(stands?.["id"])?.split(":")[1] ?? null, timeless(stands)),
    work: [small(stands?.["workState"]), person(stands?.["assignee"])],
  };
}

/** Of our server, and of our resolvers behind another door. */
export const oursTo: Readonly<Record<Exclude<OperationKey, "half">, (data: Json) => Form>> = {
  page,
  home,
  evidence,
  members,
  search,
  answer,
};
