import { randomUUID } from "node:crypto";
import type { Row } from "./rows.ts";

const long = (length: number) => "x".repeat(length);
/** A file that can be opened. */
const ready = {
  state: "ready",
  refused_for: null,
  media_type: "text/plain",
  object_id: randomUUID(),
};

/**
 * By table, what its checks forbid: each entry is laid over a row that would fit, and is refused. Written by hand, for
 * a check that is gone can't say what it forbade. A new check needs an entry; the tests then name it.
 */
export const refusedValues: Readonly<Record<string, readonly Row[]>> = {
  "toetssteen.organisation": [{ name: "" }, { name: long(201) }],
  "toetssteen.membership": [{ name: "" }, { name: long(201) }, { roles: [] }],
  "toetssteen.invitation": [
    { email: "Els@example.org" },
    { email: "x@" },
    { email: long(255) },
    { name: "" },
    { name: long(201) },
    { roles: [] },
  ],
  "toetssteen.library_profile": [{ locations: -1 }, { locations: 10_001 }],
  "toetssteen.cycle": [{ announced_quarter: "2027-Q5" }, { announced_quarter: "27-Q1" }],
  "toetssteen.indicator_answer": [
    { indicator: "" },
    { indicator: long(21) },
    { verdict: "misschien" },
    { nee_label: "later" },
    { explanation: long(20_001) },
    { version: 0 },
  ],
  "toetssteen.answer_history": [{ verdict: "misschien" }, { nee_label: "later" }],
  "toetssteen.passage": [
    { part: long(21) },
    { field: "remarks" },
    { body: long(20_001) },
    { version: 0 },
  ],
  "toetssteen.plan": [{ part: "" }, { part: long(21) }, { version: 0 }],
  "toetssteen.discussion": [
    { norm: "" },
    { norm: long(21) },
    { with_kind: "person" },
    { with_whom: "" },
    { with_whom: long(201) },
  ],
  "toetssteen.comment": [
    { part: "" },
    { part: long(21) },
    { body: "" },
    { body: long(4_001) },
    // Only a thread as a whole is resolved.
    { thread_id: "00000000-0000-4000-8000-000000000000", resolved_at: new Date() },
  ],
  "toetssteen.evidence": [
    { kind: "note" },
    { title: "" },
    { title: long(201) },
    { kind: "link", url: long(2_001) },
    { url: "https://example.org" },
    { kind: "link", url: null },
    { about_from: "2027-02-01", about_to: "2027-01-31" },
    { sharing: "public" },
    { personal_data_note: long(501) },
  ],
  "toetssteen.evidence_file": [
    { position: -1 },
    { name: "" },
    { name: long(201) },
    { name: "map/verslag.pdf" },
    { name: "verslag\n.pdf" },
    { size: 0 },
    { size: 104_857_601 },
    { ...ready, state: "lost" },
    { sha256: "0".repeat(63) },
    { state: "refused", refused_for: null },
    { ...ready, refused_for: "type" },
    { ...ready, media_type: null },
    { ...ready, sha256: null },
    { ...ready, object_id: null },
  ],
  "toetssteen.evidence_use": [
    { part: "" },
    { part: long(21) },
    { slot: "" },
    { slot: long(101) },
    { page: long(201) },
  ],
  "toetssteen.submission_file": [
    { name: "" },
    { name: long(201) },
    { name: "map/verslag.pdf" },
    { size: 0 },
    { size: 104_857_601 },
    { sha256: "0".repeat(63) },
  ],
  "toetssteen.progress": [{ part: "" }, { part: long(21) }, { state: "READY" }],
  "toetssteen.activity": [{ changes: "{}" }],
  "toetssteen.oversight": [{ level: "everything" }],
  "toetssteen.submission": [{ sha256: "0".repeat(63) }, { sha256: "A".repeat(64) }],
  "toetssteen.mandate": [{ opens_at: "2027-01-01", closes_at: "2027-01-01" }],
  "toetssteen.appointment": [{ appointed_as: "library" }],
  "toetssteen.published_wording": [{ source: "fr" }, { revision: 0 }, { words: "0".repeat(63) }],
  "identity.user": [{ email: "Els@example.org" }],
  "identity.twoFactor": [{ backupCodes: "{}" }, { backupCodes: "none" }],
};

/** Why two rows may stand beside each other that differ in nothing else than their primary key. */
export interface WayOut {
  /** An empty one: they never may. */
  readonly unless: Row;
  /** Another primary key; another id where it isn't said. */
  readonly key?: Row;
}

/**
 * By table, the ways out of its unique indexes: an invitation is open once, unless the other was accepted. A new unique
 * index needs an entry; the tests then name it.
 */
export const waysOut: Readonly<Record<string, readonly WayOut[]>> = {
  "toetssteen.cycle": [{ unless: { closed_at: new Date() } }],
  "toetssteen.invitation": [
    { unless: { accepted_at: new Date() } },
    { unless: { withdrawn_at: new Date() } },
  ],
  "toetssteen.evidence_use": [
    { unless: { removed_at: new Date() } },
    { unless: { page: "another" } },
    { unless: { slot: "another" } },
  ],
  "toetssteen.oversight": [{ unless: { withdrawn_at: new Date() } }],
  "toetssteen.answer_history": [{ unless: { version: 2 } }],
  "toetssteen.passage_history": [{ unless: { version: 2 } }],
  "toetssteen.access_log": [{ unless: { right_id: randomUUID() } }],
  "toetssteen.access_log_link": [{ unless: { entry_id: randomUUID() }, key: { place: 2 } }],
  "identity.user": [{ unless: { email: "another@example.org" } }],
  "identity.session": [{ unless: { token: "another" } }],
  "identity.account": [{ unless: { accountId: "another" } }],
  "identity.twoFactor": [{ unless: {} }],
};

/** Columns that name a row by a text; those with an id are found by their type. */
export const referencesByText: Readonly<Record<string, readonly string[]>> = {
  "toetssteen.cycle": ["edition"],
  "toetssteen.published_wording": ["edition"],
};

/** Columns with an id of what may be gone, or is no row: whoever read once stays in the log. */
export const namesWithoutReference: Readonly<Record<string, readonly string[]>> = {
  "toetssteen.access_log": ["reader_id", "reader_organisation_id", "right_id"],
  // Goes on without the line that it links, once that was erased.
  "toetssteen.access_log_link": ["entry_id"],
  // Names bytes, which are no row.
  "toetssteen.evidence_file": ["object_id"],
  "toetssteen.submission_file": ["object_id"],
};
