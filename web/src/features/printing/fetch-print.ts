import { isErrorCode } from "@toetssteen/contract";
import { keepFile } from "../../network/download.ts";
import { hatNow, personNow } from "../../network/hat.ts";
import { Refused } from "../../network/problem.ts";

/** The longest in milliseconds that making a document may take before it counts as a lost connection. */
const patience = 120_000;

/** What can be had as a file, by its address below /prints. */
export interface Print {
  readonly organisation: string;
  /** `self-evaluation`, or `submissions/<id>`. */
  readonly of: string;
  /** One norm of the self-evaluation. */
  readonly norm?: string | undefined;
  /** Without what nothing was written to. */
  readonly isOnlyFilled?: boolean;
  readonly language: string;
}

export type Format = "pdf" | "docx";

/**
 * Has a document made and gives it to the person as a file.
 * @throws {Refused} with the server's code; what `fetch` throws where there is no connection
 */
export async function fetchPrint(print: Print, format: Format): Promise<void> {
  const { organisation, of, norm, isOnlyFilled = false, language } = print;
  const search = new URLSearchParams({
    locale: language,
    ...(norm !== undefined && { norm }),
    ...(isOnlyFilled && { filled: "true" }),
  });
  const [hat, person] = [hatNow(), personNow()];
  const response = await fetch(`/prints/${organisation}/${of}/${format}?${search.toString()}`, {
    credentials: "same-origin",
    headers: {
      ...(hat !== null && { "x-hat": hat }),
      ...(person !== null && { "x-person": person }),
    },
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) {
    const answer = (await response.json().catch(() => null)) as { code?: unknown } | null;
    const wait = Number(response.headers.get("retry-after"));
    throw new Refused(isErrorCode(answer?.code) ? answer.code : "INTERNAL", wait > 0 ? wait : null);
  }
  keepFile(nameIn(response.headers) ?? `toetssteen.${format}`, await response.blob());
}

/** The name that the server gave, of a header such as `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`. */
function nameIn(headers: Headers): string | null {
  const header = headers.get("content-disposition") ?? "";
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(header) ?? [];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(header)?.[1] ?? null;
}
