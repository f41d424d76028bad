import { isErrorCode } from "@toetssteen/contract";
import { Refused } from "../../network/problem.ts";

/**
 * Asks the server something about accounts and sessions, under /api/auth; with a body it is a POST.
 * @throws {Refused} with the server's code; what `fetch` throws where there is no connection
 */
export async function askIdentity<Answer = object>(path: string, body?: object): Promise<Answer> {
  const response = await fetch(`/api/auth${path}`, {
    credentials: "same-origin",
    ...(body !== undefined && {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  const answer = (await response.json().catch(() => null)) as { code?: unknown } | null;
  if (response.ok && answer !== null) return answer as Answer;
  const code = answer?.code;
  const wait = Number(response.headers.get("retry-after"));
  throw new Refused(isErrorCode(code) ? code : "INTERNAL", wait > 0 ? wait : null);
}
