import type { DocumentKind, EvidenceKind, Sharing } from "@toetssteen/contract";
import { registerEnumType } from "type-graphql";

/** Names as clients see them, values as the database and the norms keep them. */
export const evidenceKindEnum = {
  FILES: "files",
  LINK: "link",
} as const satisfies { [K in EvidenceKind as Uppercase<K>]: K };
export const documentKindEnum = {
  PDF: "pdf",
  TEXT: "text",
  SHEET: "sheet",
  SLIDES: "slides",
  IMAGE: "image",
  MAIL: "mail",
  LINK: "link",
} as const satisfies Record<string, DocumentKind>;
export const sharingEnum = {
  INTERNAL: "internal",
  SHARED: "shared",
} as const satisfies { [S in Sharing as Uppercase<S>]: S };
export const fileStateEnum = {
  UPLOADING: "uploading",
  QUARANTINED: "quarantined",
  READY: "ready",
  REFUSED: "refused",
} as const;
export const filePreviewEnum = { PDF: "pdf", IMAGE: "image", TEXT: "text" } as const;
export const evidenceSortEnum = {
  ADDED: "added",
  TITLE: "title",
  ABOUT: "about",
} as const;

export type EvidenceSort = (typeof evidenceSortEnum)[keyof typeof evidenceSortEnum];
export type FileState = (typeof fileStateEnum)[keyof typeof fileStateEnum];
export type FilePreview = (typeof filePreviewEnum)[keyof typeof filePreviewEnum];

registerEnumType(evidenceKindEnum, { name: "EvidenceKind" });
registerEnumType(documentKindEnum, { name: "DocumentKind" });
registerEnumType(sharingEnum, {
  name: "Sharing",
  description: "INTERNAL stays in the library; SHARED may go along with what is handed in.",
});
registerEnumType(fileStateEnum, {
  name: "FileState",
  description:
    "UPLOADING: not all here. QUARANTINED: not scanned for viruses. REFUSED: `refusedFor` says why.",
});
registerEnumType(filePreviewEnum, {
  name: "FilePreview",
  description: "How a page can show a file.",
});
registerEnumType(evidenceSortEnum, {
  name: "EvidenceSort",
  description: "ADDED and ABOUT: the latest first. TITLE: from A to Z.",
});
