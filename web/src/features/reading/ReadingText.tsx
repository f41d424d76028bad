import { TextView } from "../writing/TextView.tsx";

/** What somebody wrote. In Dutch, whatever language the page is in. */
export function ReadingText({ text }: { readonly text: string }) {
  return (
    <div lang="nl">
      <TextView text={text} />
    </div>
  );
}
