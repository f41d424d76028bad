import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** An object store that speaks as much of the S3 API as we use, in this process. */
export interface FakeS3 {
  readonly endpoint: string;
  readonly bucket: string;
  readonly objects: Map<string, { bytes: Buffer; keptAt: Date }>;
  /** Status that every request gets from now on; null answers them again. */
  refuse(status: number | null): void;
  /** Takes what comes, and answers nothing any more until it is told otherwise. */
  fallSilent(isSilent: boolean): void;
  close(): Promise<void>;
}

/** Objects per page of a list. */
const pageOf = 2;

export async function openFakeS3(): Promise<FakeS3> {
  const bucket = "bewijs";
  const objects: FakeS3["objects"] = new Map();
  let refusing: number | null = null;
  let isSilent = false;
  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });

  const xml = (response: ServerResponse, status: number, body: string) =>
    response
      .writeHead(status, { "content-type": "application/xml" })
      .end(`<?xml version="1.0"?>${body}`);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://s3");
    const [, inBucket, ...rest] = decodeURIComponent(url.pathname).split("/");
    const key = rest.join("/");
    if (isSilent) {
      request.resume();
      return;
    }
    if (refusing !== null) {
      request.resume();
      xml(response, refusing, "<Error><Code>Refused</Code></Error>");
      return;
    }
    if (!request.headers.authorization?.startsWith("AWS4-HMAC-SHA256 ") || inBucket !== bucket) {
      xml(response, 403, "<Error><Code>AccessDenied</Code></Error>");
      return;
    }
    switch (request.method) {
      case "HEAD":
        response.writeHead(200).end();
        return;
      case "PUT": {
        const source = request.headers["x-amz-copy-source"];
        if (source !== undefined) return copy(String(source), key, response);
        // Breaks off when the sender does: then nothing is kept.
        const bytes = await buffer(request);
        if (bytes.length !== Number(request.headers["content-length"])) return;
        objects.set(key, { bytes, keptAt: new Date() });
        response.writeHead(200, { etag: '"1"' }).end();
        return;
      }
      case "DELETE":
        objects.delete(key);
        response.writeHead(204).end();
        return;
      default:
        if (key === "") list(url, response);
        else get(key, request, response);
    }
  }

  function copy(source: string, key: string, response: ServerResponse): void {
    const found = objects.get(decodeURIComponent(source).replace(/^\/?[^/]+\//, ""));
    if (!found) return void xml(response, 404, "<Error><Code>NoSuchKey</Code></Error>");
    objects.set(key, { bytes: found.bytes, keptAt: new Date() });
    xml(response, 200, '<CopyObjectResult><ETag>"1"</ETag></CopyObjectResult>');
  }

  function get(key: string, request: IncomingMessage, response: ServerResponse): void {
    const found = objects.get(key);
    if (!found) {
      xml(response, 404, "<Error><Code>NoSuchKey</Code></Error>");
      return;
    }
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
    const bytes =
      from === undefined ? found.bytes : found.bytes.subarray(Number(from), Number(to) + 1);
    response
      .writeHead(from === undefined ? 200 : 206, { "content-length": bytes.length })
      .end(bytes);
  }

  function list(url: URL, response: ServerResponse): void {
    const prefix = url.searchParams.get("prefix") ?? "";
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).toSorted();
    const from = Number(url.searchParams.get("continuation-token") ?? 0);
    const page = keys.slice(from, from + pageOf);
    const next = from + pageOf < keys.length;
    const contents = page.map((key) => {
      const keptAt = objects.get(key)?.keptAt ?? new Date();
      return `<Contents><Key>${key}</Key><LastModified>${keptAt.toISOString()}</LastModified></Contents>`;
    });
    xml(
      response,
      200,
      `<ListBucketResult><IsTruncated>${next}</IsTruncated>${
        next ? `<NextContinuationToken>${from + pageOf}</NextContinuationToken>` : ""
      }${contents.join("")}</ListBucketResult>`,
    );
  }

  await listening(server);
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    objects,
    refuse: (status) => {
      refusing = status;
    },
    fallSilent: (silence) => {
      isSilent = silence;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
}
