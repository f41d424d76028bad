import type { FastifyInstance, FastifyReply } from "fastify";
import { asHtml, escapeHtml } from "./content.ts";
import { findMessage, type OutboxEntry, outboxFolder, readOutbox } from "./outbox.ts";

/**
 * The mail of a demonstration, to read in the browser: anybody who reaches the server can, which is why these are only
 * there with DEMO and without SMTP_URL.
 */
export function outboxRoutes(app: FastifyInstance, dataDir: string): void {
  const folder = outboxFolder(dataDir);

  app.get("/demo/outbox.json", async (_request, reply) =>
    fresh(reply).send(await readOutbox(folder)),
  );

  app.get("/demo/outbox", async (_request, reply) =>
    fresh(reply)
      .type("text/html; charset=utf-8")
      .send(listPage(await readOutbox(folder))),
  );

  app.get<{ Params: { id: string } }>("/demo/outbox/:id", async (request, reply) => {
    const [, id = "", source] = /^(.+?)(\.eml)?$/.exec(request.params.id) ?? [];
    if (source) {
      const message = await findMessage(folder, id);
      if (message) return fresh(reply).type("message/rfc822").send(message);
    } else {
      const entry = (await readOutbox(folder)).find((one) => one.id === id);
      if (entry) return fresh(reply).type("text/html; charset=utf-8").send(mailPage(entry));
    }
    return reply.callNotFound();
  });
}

function fresh(reply: FastifyReply): FastifyReply {
  return reply.header("cache-control", "no-store");
}

const moment = new Intl.DateTimeFormat("nl-NL", {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: "Europe/Amsterdam",
});

function listPage(entries: readonly OutboxEntry[]): string {
  const rows = entries.map(
    ({ id, at, to, subject, locale }) => `<li style="margin-bottom:.75em">
<a href="/demo/outbox/${id}" lang="${locale}">${escapeHtml(subject)}</a><br>
aan ${escapeHtml(to)}, <time datetime="${at}">${moment.format(new Date(at))}</time>
</li>`,
  );
  const list =
    rows.length === 0 ? "<p>Er is nog geen mail.</p>" : `<ol reversed>${rows.join("\n")}</ol>`;
  const title = "Uitgaande mail van de demonstratie";
  return asHtml(
    "nl",
    title,
    `<h1>${title}</h1>
<p>In de demonstratie gaat er geen mail de deur uit. Wat verstuurd zou zijn, lees je hier.</p>
${list}`,
  );
}

function mailPage({ id, at, from, to, subject, locale, text, fragment }: OutboxEntry): string {
  return asHtml(
    "nl",
    subject,
    `<p><a href="/demo/outbox">Alle mail</a></p>
<h1 lang="${locale}">${escapeHtml(subject)}</h1>
<p>van ${escapeHtml(from)} aan ${escapeHtml(to)}, <time datetime="${at}">${moment.format(new Date(at))}</time></p>
<hr>
<article lang="${locale}">
${fragment}
</article>
<hr>
<details><summary>Als gewone tekst</summary>
<pre lang="${locale}" style="white-space:pre-wrap;overflow-wrap:anywhere">${escapeHtml(text)}</pre></details>
<p><a href="/demo/outbox/${id}.eml" download>Als bestand voor een mailprogramma</a></p>`,
  );
}
