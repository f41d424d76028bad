import type { Right } from "./right-by-field.table.ts";

/**
 * What of a library's texts reaches whom outside it, written by hand: names, and to the auditor the document that was
 * submitted. What isn't here reaches nobody outside, so a new column of text needs no line.
 */
export const reaches: Readonly<Partial<Record<Right, readonly string[]>>> = {
  adviser: ["organisation.name"],
  office: ["submission_notice.library_name", "submission_notice.norm"],
  // Of their mandates, which norm.
  auditor: ["organisation.name", "submission_notice.norm"],
  "auditor who names the library under the hat of the certification body": [
    "organisation.name",
    "submission_notice.norm",
  ],
  "auditor within the mandate": [
    "organisation.name",
    "submission.document",
    "submission_notice.norm",
  ],
  "auditor before the mandate": ["organisation.name", "submission_notice.norm"],
};

/** What a library that may read its access log comes to know of those who looked at it from outside: who they were. */
export const lookersShow: readonly string[] = ["membership.name"];

/**
 * To whom each mail goes: members of the organisation that has it sent, whom it invites, members of another one that it
 * shows something to, or whoever's account it is about. A mail that isn't here may go to nobody.
 */
export const mailGoesTo: Readonly<Record<string, "members" | "invited" | "concerned" | "oneself">> =
  {
    invitation: "invited",
    mention: "members",
    "mandate-given": "members",
    "oversight-granted": "members",
    "oversight-received": "concerned",
    "submission-received": "concerned",
    "password-changed": "oneself",
    "password-reset": "oneself",
    "second-factor-changed": "oneself",
  };
