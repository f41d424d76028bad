import { createHash, randomUUID } from "node:crypto";
import type { DemoEvidence, DemoFile, DemoLibrary } from "./content/content.ts";
import { makeFile } from "./files.ts";
import type { RowMaker } from "./rows.ts";

/** Bytes that must be kept for the rows to be true. */
export interface FileToKeep {
  readonly organisationId: string;
  readonly objectId: string;
  readonly bytes: Buffer;
}

/** Documents with their files and where they are used. @returns the bytes of the files */
export function addEvidence(make: RowMaker, library: DemoLibrary): FileToKeep[] {
  const { id: organisation_id, cycleId: cycle_id } = library;
  // What is the same to the byte is kept once: two thousand documents needn't be two thousand files.
  const kept = new Map<string, { made: ReturnType<typeof made>; objectId: string }>();
  for (const item of library.evidence) {
    const [at, by] = [make.at(item), make.person(item.by)];
    const id = make.id(at);
    make.add("evidence", {
      organisation_id,
      id,
      kind: "url" in item.holds ? "link" : "files",
      title: item.title,
      url: "url" in item.holds ? item.holds.url : null,
      about_from: item.about?.[0] ?? null,
      about_to: item.about?.[1] ?? null,
      sharing: item.sharing,
      personal_data_note: item.note ?? "",
      version: 1,
      added_at: at,
      added_by: by,
      changed_at: at,
      changed_by: by,
    });
    for (const [position, file] of filesOf(item).entries()) {
      const { made: bytes, objectId } = keptOnce(kept, file);
      make.add("evidence_file", {
        organisation_id,
        id: make.id(at),
        evidence_id: id,
        position,
        name: file.name,
        size: bytes.size,
        state: "ready",
        media_type: bytes.mediaType,
        sha256: bytes.sha256,
        object_id: objectId,
        started_at: at,
        uploaded_by: by,
      });
    }
    for (const { part, slot = null, page = "" } of item.uses) {
      make.add("evidence_use", {
        organisation_id,
        id: make.id(at),
        evidence_id: id,
        cycle_id,
        part,
        slot,
        page,
        version: 1,
        added_at: at,
        added_by: by,
      });
    }
  }
  return [...kept.values()].map(({ made: { bytes }, objectId }) => ({
    organisationId: organisation_id,
    objectId,
    bytes,
  }));
}

function filesOf({ holds }: DemoEvidence): readonly DemoFile[] {
  return "url" in holds ? [] : holds;
}

function keptOnce(
  kept: Map<string, { made: ReturnType<typeof made>; objectId: string }>,
  file: DemoFile,
) {
  const key = JSON.stringify([file.name.slice(file.name.lastIndexOf(".")), file.lines]);
  const known = kept.get(key) ?? { made: made(file), objectId: randomUUID() };
  kept.set(key, known);
  return known;
}

function made({ name, lines }: DemoFile) {
  const { bytes, mediaType } = makeFile(name, lines);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { bytes, mediaType, sha256, size: bytes.length };
}
