/** What a mail says, once; its plain text and its HTML are both made from this, so neither can leave something out. */
export interface Content {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | string
  | readonly string[]
  /** A link on a line of its own. `to` is a page of ours. */
  | { readonly label: string; readonly to: string };

export type Locale = "nl" | "en";

/** Paragraphs under each other, items behind a dash, the address under the name of each link. */
export function asText(content: Content, publicUrl: string): string {
  const paragraphs = content.blocks.map((block) => {
    if (typeof block === "string") return block;
    if ("to" in block) return `${block.label}:\n${absolute(block.to, publicUrl)}`;
    return block.map((item) => `- ${item}`).join("\n");
  });
  return `${paragraphs.join("\n\n")}\n`;
}

/** The same, as the inside of an HTML page: no pictures, no colours of its own, nothing fetched from anywhere. */
export function asFragment(content: Content, publicUrl: string): string {
  return content.blocks
    .map((block) => {
      if (typeof block === "string") return `<p>${escapeHtml(block)}</p>`;
      if ("to" in block) {
        const url = escapeHtml(absolute(block.to, publicUrl));
        return `<p><a href="${url}">${escapeHtml(block.label)}</a>:<br>\n<span style="overflow-wrap:anywhere">${url}</span></p>`;
      }
      return `<ul>${block.map((item) => `<li>${escapeHtml(item)}</li>`).join("\n")}</ul>`;
    })
    .join("\n");
}

/** A whole page with the reader's own typeface and colours. */
export function asHtml(locale: Locale, title: string, fragment: string): string {
  const typeface =
    "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:16px;line-height:1.5";
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
</head>
<body style="margin:0;padding:1.5em;${typeface}">
<main style="max-width:36em;margin:0 auto">
${fragment}
</main>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}

function absolute(to: string, publicUrl: string): string {
  return new URL(to, publicUrl).href;
}
