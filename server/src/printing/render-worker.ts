import { parentPort } from "node:worker_threads";
import type { Outline } from "./outline.ts";

/** What is asked of the thread that makes documents. */
export interface Asked {
  readonly id: number;
  readonly format: "pdf" | "docx";
  readonly outline: Outline;
}

/** What it answers. Of a failure only the kind: what an error says may quote what people wrote, which no log may hold. */
export type Made =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly failed: string };

parentPort?.on("message", ({ id, format, outline }: Asked) => {
  void render(format, outline).then(
    (bytes) => parentPort?.postMessage({ id, bytes } satisfies Made),
    (error: unknown) =>
      parentPort?.postMessage({
        id,
        failed: error instanceof Error ? error.name : typeof error,
      } satisfies Made),
  );
});

async function render(format: Asked["format"], outline: Outline): Promise<Uint8Array> {
  switch (format) {
    case "pdf":
      return (await import("./pdf.ts")).renderPdf(outline);
    case "docx":
      return (await import("./word.ts")).renderWord(outline);
  }
}
