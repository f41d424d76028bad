import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Caller } from "../../support/app.ts";
import type { Range } from "../range.ts";
import type { Reply } from "../remote.ts";

/** Files as the pages send and read them. */
export interface FileClient {
  readonly coordinator: Caller;
  /** @returns the id of a new document of the library */
  item(sharing?: "INTERNAL" | "SHARED"): Promise<string>;
  /** @returns the id of an upload that was begun; null where it was refused */
  begin(evidenceId: string, size: number, name?: string): Promise<string | null>;
  put(by: Caller, id: string, bytes: Buffer, headers?: Record<string, string>): Promise<Reply>;
  /** Begun, sent and finished. @returns the id */
  upload(evidenceId: string, bytes: Buffer, name?: string): Promise<string>;
  finish(id: string): Promise<string | null>;
  read(by: Caller, id: string, more?: string): Promise<Reply>;
  /** Sends them without having said how many they are. */
  stream(id: string, bytes: Buffer): Promise<number>;
  /** Sends the first half of what was announced and hangs up. */
  cut(id: string, bytes: Buffer): Promise<void>;
  /** Every file below the folder of data, by its path in it. */
  kept(): Promise<string[]>;
}

export function openFileClient({ fixture, target }: Range): FileClient {
  const { library, server } = fixture;
  const coordinator = fixture.personas.quality_coordinator.caller;
  const organisationId = library.id;
  const send = async (name: string, type: string, input: object, fields: string) =>
    server.ask(
      coordinator,
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`,
      {
        input: { organisationId, ...input },
      },
    );
  const withHat = ({ cookie, hat }: Caller) => ({
    ...(cookie !== undefined && { cookie }),
    ...(hat !== undefined && { "x-hat": hat }),
  });
  const files: FileClient = {
    coordinator,
    async item(sharing = "INTERNAL") {
      const id = randomUUID();
      const input = {
        id,
        kind: "FILES",
        title: "Stuk",
        sharing,
        personalDataNote: "",
        baseVersion: 0,
      };
      const { code } = await send("writeEvidence", "WriteEvidenceInput", input, "__typename");
      if (code !== null) throw new Error(`There is no document: ${code}`);
      return id;
    },
    async begin(evidenceId, size, name = "verslag.pdf") {
      const id = randomUUID();
      const { code } = await send(
        "startUpload",
        "StartUploadInput",
        { id, evidenceId, name, size },
        "id",
      );
      return code === null ? id : null;
    },
    put: (by, id, bytes, headers = {}) =>
      server.send({
        method: "PUT",
        path: `/files/${id}`,
        headers: { "content-type": "text/html", ...withHat(by), ...headers },
        body: bytes,
      }),
    async finish(id) {
      return (await send("finishUpload", "FinishUploadInput", { id }, "id")).code;
    },
    async upload(evidenceId, bytes, name) {
      const id = await files.begin(evidenceId, bytes.length, name);
      const reply = await files.put(coordinator, id ?? "", bytes);
      const code = await files.finish(id ?? "");
      if (id === null || reply.status !== 200 || code !== null)
        throw new Error(`It was not taken: ${reply.text} ${code}`);
      return id;
    },
    read: (by, id, more = "") =>
      server.send({
        path: `/files/${organisationId}/${id}?hat=${by.hat ?? ""}${more}`,
        headers: withHat(by),
      }),
    stream: (id, bytes) =>
      new Promise((resolve, reject) => {
        const { hostname, port } = new URL(server.origin);
        const headers = { ...withHat(coordinator), "transfer-encoding": "chunked" };
        const sent = request(
          { hostname, port, method: "PUT", path: `/files/${id}`, headers },
          (reply) => {
            reply.resume().once("end", () => resolve(reply.statusCode ?? 0));
          },
        );
        sent.once("error", reject);
        sent.end(bytes);
      }),
    cut: (id, bytes) =>
      new Promise((resolve) => {
        const { hostname, port } = new URL(server.origin);
        const headers = { ...withHat(coordinator), "content-length": bytes.length };
        const cut = request({ hostname, port, method: "PUT", path: `/files/${id}`, headers });
        cut.once("error", () => resolve());
        cut.write(bytes.subarray(0, bytes.length / 2), () => cut.destroy(new Error("cut")));
      }),
    async kept() {
      const entries = await readdir(target.dataDir, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(target.dataDir, join(entry.parentPath, entry.name)));
    },
  };
  return files;
}
