import * as z from "zod/mini";
import { day } from "./day.ts";
import { id } from "./id.ts";
import { largestFile, longestNote, longestTitle } from "./limits.ts";
import { oneLine, partCode, trimmedText } from "./text-input.ts";

/** What an item of evidence is made of: files that were uploaded, or the address of something elsewhere. */
export const evidenceKinds = ["files", "link"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Whether an item stays in the library, or may go along with what is handed in. */
export const sharings = ["internal", "shared"] as const;
export type Sharing = (typeof sharings)[number];

/** Most files of one item, without their earlier versions. */
export const mostFiles = 50;

/** An address that a browser opens as a page, without a name and password in it. */
const webAddress = z.url({
  protocol: /^https?$/,
  error: "Een webadres dat begint met https:// of http://.",
});

/** What `writeEvidence` takes; the same id changes the item. */
export const writeEvidenceInput = z
  .object({
    organisationId: id,
    id: id,
    kind: z.enum(evidenceKinds),
    title: oneLine(longestTitle, "Geef het bewijsstuk een naam."),
    /** Of a link; null where there are files. */
    url: z.nullable(
      webAddress.check(
        z.maxLength(2_000, "Hooguit 2000 tekens."),
        z.regex(
          /^[^:]*:\/\/[^/?#@\s]+([/?#]\S*)?$/u,
          "Een webadres zonder naam, wachtwoord of spaties.",
        ),
      ),
    ),
    /** First and last day of the period that it is about. */
    aboutFrom: z.nullable(day),
    aboutTo: z.nullable(day),
    sharing: z.enum(sharings),
    personalDataNote: trimmedText(longestNote),
    baseVersion: z.int().check(z.minimum(0)),
  })
  .check(
    z.refine(({ kind, url }) => (kind === "link") === (url !== null), {
      error: "Een link heeft een webadres; bestanden hebben er geen.",
      path: ["url"],
    }),
    z.refine(
      ({ aboutFrom, aboutTo }) => aboutFrom === null || aboutTo === null || aboutFrom <= aboutTo,
      { error: "De periode eindigt niet voor ze begint.", path: ["aboutTo"] },
    ),
  );
export type WriteEvidenceInput = z.infer<typeof writeEvidenceInput>;

/** What `writeEvidenceUse` takes; the same id changes which page is meant. */
export const writeEvidenceUseInput = z.object({
  organisationId: id,
  id: id,
  evidenceId: id,
  cycleId: id,
  part: partCode,
  /** Code of the slot of a question; null beside the part as a whole. */
  slot: z.nullable(z.string().check(z.minLength(1), z.maxLength(100))),
  page: oneLine(200),
  baseVersion: z.int().check(z.minimum(0)),
});
export type WriteEvidenceUseInput = z.infer<typeof writeEvidenceUseInput>;

/** What `startUpload` takes. The id is that of this version; `fileId` is the file of which it is a new one. */
export const startUploadInput = z.object({
  organisationId: id,
  id: id,
  evidenceId: id,
  fileId: z.nullable(id),
  name: z.string().check(z.maxLength(1_000, "Hooguit 1000 tekens.")),
  size: z
    .int()
    .check(
      z.minimum(1, "Dit bestand is leeg."),
      z.maximum(largestFile, "Dit bestand is groter dan 100 MB."),
    ),
});
export type StartUploadInput = z.infer<typeof startUploadInput>;

/** What `finishUpload` takes. With `sha256`, hexadecimal, what was received is held to it. */
export const finishUploadInput = z.object({
  organisationId: id,
  id: id,
  sha256: z.nullable(
    z.string().check(z.toLowerCase(), z.regex(/^[0-9a-f]{64}$/, "64 tekens: 0–9 en a–f.")),
  ),
});
export type FinishUploadInput = z.infer<typeof finishUploadInput>;
