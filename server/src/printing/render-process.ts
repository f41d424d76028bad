import type { Outline } from "./outline.ts";
import { isTooLarge, TooLarge } from "./size.ts";

/** What is asked of the process that makes documents. */
export interface RenderRequest {
  readonly id: number;
  readonly format: "pdf" | "docx";
  readonly outline: Outline;
}

/** What it answers. Of a failure only the kind: what an error says may quote what people wrote, which no log may hold. */
export type Made = { readonly id: number; readonly memory: number } & (
  | { readonly bytes: Uint8Array }
  | { readonly failed: string; readonly isTooLarge: boolean }
);

process.on("message", ({ id, format, outline }: RenderRequest) => {
  void render(format, outline).then(
    (bytes) => answer({ id, bytes, memory: process.memoryUsage.rss() }),
    (error: unknown) =>
      answer({
        id,
        failed: error instanceof Error ? error.name : typeof error,
        isTooLarge: error instanceof TooLarge,
        memory: process.memoryUsage.rss(),
      }),
  );
});

// Nobody is left to answer.
process.on("disconnect", () => process.exit());

function answer(made: Made): void {
  process.send?.(made);
}

async function render(format: RenderRequest["format"], outline: Outline): Promise<Uint8Array> {
  if (isTooLarge(outline)) throw new TooLarge();
  switch (format) {
    case "pdf":
      return (await import("./pdf.ts")).renderPdf(outline);
    case "docx":
      return (await import("./word.ts")).renderWord(outline);
  }
}
