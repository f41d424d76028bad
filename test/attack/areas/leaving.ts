import type { Area } from "../range.ts";
import { nobodyReads } from "../watch.ts";

/** What leaves the server beside its answers, after all that was done before: logs, mail, figures. */
export const leaving: Area = {
  name: "leaving",
  async run({ fixture, tally, target, watch }) {
    await tally.attempt("leaving", "the logs", async () => {
      watch.text(nobodyReads, target.logs(), "the logs");
      return "refused";
    });
    await tally.attempt("leaving", "the figures", async () => {
      const { status } = await fixture.server.send({ path: "/metrics" });
      return status < 400 ? "allowed" : "refused";
    });
    for (const [place, text] of target.mail.texts.entries())
      await tally.attempt("leaving", `mail ${place}`, async () => {
        // Who is asked to come, by whom and for what; never what a library wrote.
        const names = { name: "whoever gets the mail", places: [], also: namesIn(text) };
        watch.text(names, text, "a mail");
        return "allowed";
      });
  },
};

/** Columns whose text may stand in a mail, of whichever organisation sends it. */
const mailed =
  /kanarie-([a-z]+)-(?:organisation\.name|membership\.name|invitation\.(?:name|email)|user\.name|submission_notice\.(?:library_name|norm))/g;

const namesIn = (text: string) =>
  [...text.matchAll(mailed)].map(([canary]) => canary.replace(/^kanarie-([a-z]+)-/, "$1/"));
