import { linkRuns } from "@toetssteen/text/plain";

/** Words in which an address is a link. Nothing else in them means anything. */
export function Linked({ text }: { readonly text: string }) {
  return linkRuns(text).map((run, index) =>
    run.kind === "link" ? (
      <a key={index} href={run.address} rel="noreferrer">
        {run.words}
      </a>
    ) : (
      run.words
    ),
  );
}
