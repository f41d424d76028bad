import { isErrorCode } from "@toetssteen/contract";
import { Refused } from "../../../network/problem.ts";

/**
 * Sends a file. `fetch` can't say how far it is.
 * @param onSent told how many bytes are on the other side
 * @throws {Refused} with the server's code
 * @throws {TypeError} without a connection, as `fetch` does
 */
export function sendBytes(
  to: { readonly id: string; readonly hat: string },
  file: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const request = new XMLHttpRequest();
  const lost = () => reject(new TypeError("Network error while a file was sent"));
  request.open("PUT", `/files/${to.id}`);
  request.setRequestHeader("x-hat", to.hat);
  request.setRequestHeader("content-type", "application/octet-stream");
  request.responseType = "json";
  request.upload.addEventListener("progress", ({ loaded }) => onSent(Math.min(loaded, file.size)));
  request.addEventListener("error", lost);
  request.addEventListener("abort", lost);
  request.addEventListener("load", () => {
    if (request.status >= 200 && request.status < 300) return resolve();
    const code: unknown = (request.response as { code?: unknown } | null)?.code;
    reject(new Refused(isErrorCode(code) ? code : "INTERNAL"));
  });
  signal.addEventListener("abort", () => request.abort());
  request.send(file);
  return promise;
}
