import type { Caller, Server } from "./app.ts";

/** What a document says, and what software that reads it aloud is told. */
export interface ReadPrint {
  /** All of its text, with single spaces. */
  readonly text: string;
  readonly title: string;
  readonly language: string;
  /** Levels of its headings, in order. */
  readonly headings: readonly number[];
  /** Its tables, in order. */
  readonly tables: readonly ReadTable[];
}

/** Rows of cells. */
export type ReadTable = readonly (readonly ReadCell[])[];

export interface ReadCell {
  readonly text: string;
  /** Whether it is marked as naming the cells of its column. */
  readonly isHead: boolean;
}

export interface PrintAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
  /** Of what refused; null with a document. */
  readonly code: string | null;
}

/** @param path below /prints */
export async function getPrint(server: Server, by: Caller, path: string): Promise<PrintAnswer> {
  const reply = await server.app.fastify.inject({
    method: "GET",
    url: `/prints/${path}`,
    headers: {
      ...(by.cookie !== undefined && { cookie: by.cookie }),
      ...(by.hat !== undefined && { "x-hat": by.hat }),
    },
  });
  const isText = String(reply.headers["content-type"]).startsWith("application/json");
  return {
    status: reply.statusCode,
    headers: reply.headers,
    bytes: new Uint8Array(reply.rawPayload),
    code: isText ? (JSON.parse(reply.body) as { code: string }).code : null,
  };
}
