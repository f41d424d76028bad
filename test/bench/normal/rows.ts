/** From rows, as a server without our code sends them. */
import type { Json, Form } from "./form.ts";
import {
  countsOf,
  inAnyOrder,
  isTrue,
  listOf,
  moment,
  numberOf,
  person,
  small,
  textOf,
  textsOfNorm,
} from "./form.ts";

/** How a contender names what belongs to a row. */
export interface Names {
  readonly id: string;
  /** The member that a column points to. */
  readonly member: (column: string) => string;
  readonly files: (item: Json) => Form;
  readonly mentions: string;
  readonly item: string;
  readonly commentsOf: (thread: Json) => Json[];
}

export function pageForm(norm: Json | undefined, rows: Json | undefined, names: Names): Form {
  const of = (row: Json, column: string) => person(row[names.member(column)]);
  return {
    norm: textsOfNorm(norm),
    answers: inAnyOrder(listOf(rows?.["answers"]).map((row) => answerForm(row, names))),
    passages: inAnyOrder(
      listOf(rows?.["passages"]).map((row) => [
        textOf(row["part"]),
        small(row["field"]),
        textOf(row["body"]),
        numberOf(row["version"]),
        moment(row["changedAt"]),
        of(row, "ChangedBy"),
      ]),
    ),
    plans: inAnyOrder(
      listOf(rows?.["plans"]).map((row) => [
        textOf(row["part"]),
        textOf(row["dueOn"]),
        numberOf(row["version"]),
        of(row, "OwnerId"),
      ]),
    ),
    discussions: listOf(rows?.["discussions"]).map((row) => [
      textOf(row[names.id]),
      small(row["withKind"]),
      textOf(row["withWhom"]),
      textOf(row["heldOn"]),
      numberOf(row["version"]),
    ]),
    work: inAnyOrder(
      listOf(rows?.["work"]).map((row) => [
        textOf(row["part"]),
        small(row["state"]),
        textOf(row["dueOn"]),
        of(row, "AssigneeId"),
      ]),
    ),
    uses: inAnyOrder(listOf(rows?.["uses"]).map((row) => useForm(row, names))),
    threads: inAnyOrder(listOf(rows?.["threads"]).map((row) => threadForm(row, names))),
  };
}

export function answerForm(row: Json | undefined, names: Names): Form {
  return [
    textOf(row?.["indicator"]),
    small(row?.["verdict"]),
    small(row?.["neeLabel"]),
    textOf(row?.["explanation"]),
    numberOf(row?.["version"]),
    moment(row?.["changedAt"]),
    person(row?.[names.member("ChangedBy")]),
  ];
}

function useForm(row: Json, names: Names): Form {
  const item = row[names.item];
  return [
    textOf(row[names.id]),
    textOf(row["part"]),
    textOf(row["slot"]),
    textOf(row["page"]),
    numberOf(row["version"]),
    textOf(item?.[names.id]),
    small(item?.["kind"]),
    textOf(item?.["title"]),
    small(item?.["sharing"]),
    item && names.files(item),
  ];
}

function threadForm(row: Json, names: Names): Form {
  return {
    part: textOf(row["part"]),
    resolved: [moment(row["resolvedAt"]), person(row[names.member("ResolvedBy")])],
    comments: names
      .commentsOf(row)
      .map((comment) => [
        textOf(comment[names.id]),
        moment(comment["at"]),
        person(comment[names.member("AuthorId")]),
        textOf(comment["body"]),
        moment(comment["changedAt"]),
        moment(comment["removedAt"]),
        inAnyOrder(listOf(comment[names.mentions]).map(person)),
      ]),
  };
}

export function evidenceForm(data: Json, names: Names): Form {
  return {
    total: numberOf(data["total"]),
    items: listOf(data["items"]).map((item) => [
      textOf(item[names.id]),
      small(item["kind"]),
      textOf(item["title"]),
      small(item["sharing"]),
      textOf(item["aboutFrom"]),
      textOf(item["aboutTo"]),
      moment(item["addedAt"]),
      moment(item["removedAt"]),
      names.files(item),
      inAnyOrder(
        listOf(item["uses"]).map((use) => [
          textOf(use[names.id]),
          textOf(use["part"]),
          textOf(use["page"]),
        ]),
      ),
    ]),
  };
}

export function membersForm(page: Json | undefined, hasMore: Json | undefined): Form {
  return {
    total: numberOf(page?.["total"]),
    hasMore: isTrue(hasMore),
    libraries: listOf(page?.["libraries"]).map((library) => [
      textOf(library["organisation"]?.["id"]),
      textOf(library["organisation"]?.["name"]),
      ...["certificateExpiresOn", "announcedQuarter", "auditOn", "lastActiveOn"].map((name) =>
        textOf(library[name]),
      ),
      countsIn(library["norms"]),
    ]),
  };
}

export function countsIn(counts: Json | undefined): Form {
  return countsOf(
    listOf(counts).map(
      ({ norm, state, count }) => [textOf(norm), small(state), numberOf(count)] as const,
    ),
  );
}
