import { openAccounts } from "../accounts.ts";
import type { Area, Range } from "../range.ts";
import { routesOf } from "../routes.ts";

/** Addresses of ours that lead elsewhere, and mail whose links do because of a header. */
export const redirects: Area = {
  name: "redirects",
  async run(range) {
    const paths = (await routesOf(range.fixture.world)).map(({ url }) =>
      url.replaceAll(/:\w+|\*/g, "x"),
    );
    const from = [...new Set(["/", "/aanmelden", ...paths])];
    for (const elsewhere of range.some(targets, 8)) {
      await leadsNowhere(range, elsewhere);
      for (const path of range.some(from, 5))
        await leadsNowhere(
          range,
          `${path}?${names.map((name) => `${name}=${elsewhere}`).join("&")}`,
        );
    }
    await links(range);
  },
};

const targets = [
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "/%5cevil.example",
  "/%5c%5cevil.example",
  "//evil.example/%2e%2e",
  "/%2f%2fevil.example",
  "/%09/evil.example",
  "/.//evil.example",
  "https:evil.example",
  "https://evil.example",
  "/x/..//evil.example",
  "/@evil.example",
  "/%0d%0alocation:%20https://evil.example",
  "javascript:alert(1)",
];
const names = [
  "naar",
  "next",
  "url",
  "redirect",
  "redirectTo",
  "callbackURL",
  "return_to",
  "continue",
];

async function leadsNowhere({ fixture, tally }: Range, path: string): Promise<void> {
  await tally.attempt("redirects", path, async () => {
    const { status, headers } = await fixture.server.send({ path });
    const { location = "" } = headers;
    const leads = location && new URL(location, fixture.server.origin).origin;
    if (leads && leads !== fixture.server.origin) return { unlike: `${status} to ${location}` };
    if (headers["refresh"] !== undefined)
      return { unlike: `it refreshes to ${String(headers["refresh"])}` };
    return status < 400 ? "allowed" : "refused";
  });
}

/** Links in mail begin with the address that the operator gave, whatever a request calls the server. */
async function links(range: Range): Promise<void> {
  const { fixture, tally, target } = range;
  const accounts = openAccounts(range);
  const { email } = await accounts.make(fixture.library, "reader");
  await tally.attempt("redirects", "a mail asked for under another host", async () => {
    await fixture.server.send({
      method: "POST",
      path: "/api/auth/request-reset",
      headers: {
        "content-type": "application/json",
        host: "evil.example",
        "x-forwarded-host": "evil.example",
        "x-forwarded-for": "198.51.100.160",
        forwarded: "host=evil.example",
      },
      body: JSON.stringify({ email }),
    });
    const mail = await mailTo(range, email);
    if (mail === undefined) return "refused";
    return /evil/.test(mail) ? { unlike: "its link leads elsewhere" } : "allowed";
  });
  await tally.attempt("redirects", "what mail says", async () => {
    const strange = target.mail.texts.filter((text) => /evil\.example/.test(text));
    return strange.length === 0 ? "refused" : { unlike: `${strange.length} mails lead elsewhere` };
  });
}

/** Waits for it as long as a worker may take. */
async function mailTo({ target }: Range, email: string): Promise<string | undefined> {
  for (let waited = 0; waited < 50; waited += 1) {
    const mail = target.mail.texts.find((text) => text.includes(email));
    if (mail !== undefined) return mail;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return undefined;
}
