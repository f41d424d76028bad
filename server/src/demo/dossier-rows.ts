import type { DemoLibrary, Written } from "./content/content.ts";
import type { RowMaker } from "./rows.ts";

interface Version extends Written {
  readonly content: Readonly<Record<string, unknown>>;
}

/** Everything that the people of a library wrote, with its history, and how far the work is. */
export function addDossier(make: RowMaker, library: DemoLibrary): void {
  const touched = new Map<string, { at: Date; by: string }>();
  const touch = (part: string, at: Date, by: string) => {
    const last = touched.get(part);
    if (part !== "" && (!last || last.at < at)) touched.set(part, { at, by });
  };
  const versioned = (
    table: string,
    history: string,
    part: string,
    place: Readonly<Record<string, unknown>>,
    versions: readonly Version[],
  ) => {
    const here = { organisation_id: library.id, cycle_id: library.cycleId, ...place };
    for (const [index, { content, ...written }] of versions.entries()) {
      const [at, by] = [make.at(written), make.person(written.by)];
      const version = index + 1;
      touch(part, at, by);
      if (version === versions.length)
        make.add(table, { ...here, ...content, version, changed_at: at, changed_by: by });
      make.add(history, {
        ...here,
        ...content,
        id: make.id(at),
        version,
        written_by: by,
        opened_at: at,
        written_at: at,
      });
      addActivity(make, library, { at, by, what: "answered", part });
    }
  };
  for (const { part, field, body, earlier = [], ...last } of library.texts) {
    const versions = [...earlier, { ...last, body }].map(({ body: words, ...written }) => ({
      ...written,
      content: { body: words },
    }));
    versioned("passage", "passage_history", part, { part, field }, versions);
  }
  for (const {
    indicator,
    neeLabel,
    verdict,
    explanation,
    earlier = [],
    ...last
  } of library.answers) {
    const versions = [
      ...earlier.map((one) => ({ ...one, nee_label: null })),
      { ...last, verdict, explanation, nee_label: neeLabel },
    ].map(({ by, daysAgo, ...content }) => ({
      by,
      daysAgo,
      content: {
        verdict: content.verdict,
        nee_label: content.nee_label,
        explanation: content.explanation,
      },
    }));
    versioned("indicator_answer", "answer_history", indicator, { indicator }, versions);
  }
  addPlans(make, library);
  addDiscussions(make, library);
  addThreads(make, library);
  addWork(make, library, touched);
}

function addActivity(
  make: RowMaker,
  { id, cycleId }: DemoLibrary,
  deed: {
    at: Date;
    by: string;
    what: string;
    part?: string;
    changes?: readonly { field: string; from: string | null; to: string | null }[];
  },
): void {
  const { at, by, what, part = "", changes = [] } = deed;
  make.add("activity", {
    organisation_id: id,
    id: make.id(at),
    at,
    person_id: by,
    what,
    changes,
    cycle_id: part === "" ? null : cycleId,
    part: part === "" ? null : part,
  });
}

function addPlans(make: RowMaker, { id, cycleId, plans }: DemoLibrary): void {
  for (const { part, owner, dueInDays, ...written } of plans) {
    make.add("plan", {
      organisation_id: id,
      cycle_id: cycleId,
      part,
      owner_id: make.person(owner),
      due_on: make.day(dueInDays),
      version: 1,
      changed_at: make.at(written),
      changed_by: make.person(written.by),
    });
  }
}

function addDiscussions(make: RowMaker, { id, cycleId, discussions }: DemoLibrary): void {
  for (const { norm, withKind, withWhom, ...written } of discussions) {
    const at = make.at(written);
    make.add("discussion", {
      organisation_id: id,
      id: make.id(at),
      cycle_id: cycleId,
      norm,
      with_kind: withKind,
      with_whom: withWhom,
      held_on: make.day(-written.daysAgo),
      added_at: at,
      added_by: make.person(written.by),
      version: 1,
    });
  }
}

function addThreads(make: RowMaker, library: DemoLibrary): void {
  const { id: organisation_id, cycleId: cycle_id } = library;
  for (const { part, comments, resolved } of library.threads) {
    let thread_id: string | null = null;
    for (const { body, mentions = [], ...written } of comments) {
      const [at, by] = [make.at(written), make.person(written.by)];
      const id = make.id(at);
      make.add("comment", {
        organisation_id,
        id,
        cycle_id,
        part,
        thread_id,
        body,
        mentions: mentions.map((key) => make.person(key)),
        author_id: by,
        at,
        resolved_at: thread_id === null && resolved ? make.at(resolved) : null,
        resolved_by: thread_id === null && resolved ? make.person(resolved.by) : null,
      });
      thread_id ??= id;
      addActivity(make, library, { at, by, what: "commented", part });
    }
  }
}

/** Whatever was written in is in progress unless the content says otherwise. */
function addWork(
  make: RowMaker,
  { id, cycleId, work, people }: DemoLibrary,
  touched: ReadonlyMap<string, { at: Date; by: string }>,
): void {
  const states = new Map([...touched.keys()].map((part) => [part, "IN_PROGRESS"]));
  for (const [state, parts] of Object.entries(work.states))
    for (const part of parts) states.set(part, state);
  const assigned = new Map(work.assigned.map((one) => [one.part, one]));
  const first = people[0]?.email.split("@")[0] ?? "";
  for (const part of new Set([...states.keys(), ...assigned.keys()])) {
    const given = assigned.get(part);
    const last = touched.get(part);
    make.add("progress", {
      organisation_id: id,
      cycle_id: cycleId,
      part,
      state: states.get(part) ?? "TO_DO",
      assignee_id: given ? make.person(given.to) : null,
      due_on: given?.dueInDays === undefined ? null : make.day(given.dueInDays),
      touched_at: last?.at ?? make.at({ daysAgo: 20 }),
      touched_by: last?.by ?? make.person(first),
    });
  }
}
