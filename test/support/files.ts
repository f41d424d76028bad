import { createHash, randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Caller, Server } from "./app.ts";
import { openShelf, type Shelf } from "./evidence.ts";
import { succeeded } from "./readers.ts";
import type { Library, Member } from "./scenario.ts";

export interface FileAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
  /** Code of the error; null where there is none. */
  readonly code: string | null;
}

/** Files of one library, through the doors that a page uses. */
export interface Files extends Shelf {
  put(
    by: Caller,
    id: string,
    bytes: Buffer | string,
    headers?: Record<string, string>,
  ): Promise<FileAnswer>;
  finish(by: Member, id: string, sha256?: string): ReturnType<Server["ask"]>;
  get(
    by: Caller,
    organisationId: string,
    id: string,
    query?: string,
    headers?: Record<string, string>,
  ): Promise<FileAnswer>;
  /** Begun for these bytes, of which none are sent. @returns the version's id */
  begin(by: Member, evidenceId: string, bytes: Buffer | string, input?: object): Promise<string>;
  /** Names of what is kept of the library's files. */
  kept(): Promise<string[]>;
  /** Begun, and all of its bytes sent. @returns the version's id */
  send(by: Member, evidenceId: string, bytes: Buffer | string, input?: object): Promise<string>;
  /** Begun, sent and finished. @returns the version's id */
  upload(by: Member, evidenceId: string, bytes: Buffer | string, input?: object): Promise<string>;
}

/** The smallest thing that passes for a PDF. */
export const pdf = (text = "partners") => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`);

export const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

export function openFiles(server: Server, of: () => Library): Files {
  const shelf = openShelf(server, of);
  const request = async (
    method: "GET" | "PUT",
    url: string,
    by: Caller,
    headers: Record<string, string>,
    payload?: Buffer | string,
  ): Promise<FileAnswer> => {
    const reply = await server.app.fastify.inject({
      method,
      url,
      headers: {
        ...(by.cookie !== undefined && { cookie: by.cookie }),
        ...(by.hat !== undefined && { "x-hat": by.hat }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    });
    const isError = reply.statusCode >= 400 && reply.body !== "";
    return {
      status: reply.statusCode,
      headers: reply.headers,
      bytes: reply.rawPayload,
      code: isError ? (JSON.parse(reply.body) as { code: string }).code : null,
    };
  };
  const put: Files["put"] = (by, id, bytes, headers = {}) =>
    request("PUT", `/files/${id}`, by, { "content-type": "text/html", ...headers }, bytes);
  const finish: Files["finish"] = (by, id, sha256) =>
    server.ask(
      server.as(by),
      `mutation ($input: FinishUploadInput!) { finishUpload(input: $input) {
         id current { id name state mediaType preview sha256 } versions { id name state refusedFor } } }`,
      { input: { organisationId: of().id, id, ...(sha256 && { sha256 }) } },
    );
  const begin: Files["begin"] = async (by, evidenceId, bytes, input = {}) => {
    const id = randomUUID();
    succeeded(await shelf.start(by, { id, evidenceId, size: Buffer.byteLength(bytes), ...input }));
    return id;
  };
  const send: Files["send"] = async (by, evidenceId, bytes, input) => {
    const id = await begin(by, evidenceId, bytes, input);
    const sent = await put(server.as(by), id, bytes);
    if (sent.code !== null) throw new Error(`Refused: ${sent.code}`);
    return id;
  };
  return {
    ...shelf,
    put,
    finish,
    get: (by, organisationId, id, query = "", headers = {}) =>
      request("GET", `/files/${organisationId}/${id}${query}`, by, headers),
    begin,
    kept: () => readdir(join(server.dataDir, "files", of().id)).catch((): string[] => []),
    send,
    upload: async (by, evidenceId, bytes, input) => {
      const id = await send(by, evidenceId, bytes, input);
      succeeded(await finish(by, id));
      return id;
    },
  };
}
