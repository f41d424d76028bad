import { Trans } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import styles from "./FilePreview.module.css";
import { PreviewFailed } from "./PreviewFailed.tsx";

/** As much as somebody reads in a page, in bytes; the rest is in the file. */
const most = 200_000;

interface Words {
  readonly text: string;
  readonly isWhole: boolean;
  /** Whether its characters are guessed: no file says in which of the older sets it is. */
  readonly isGuessed: boolean;
}
type Loaded = Words | "failed" | null;

/** The words of a text file, drawn by us as text. */
export function TextPreview({ address }: { readonly address: string }) {
  const [loaded, setLoaded] = useState<Loaded>(null);
  useEffect(() => {
    if (loaded !== null) return undefined;
    const stop = new AbortController();
    readText(address, stop.signal).then(setLoaded, () => {
      if (!stop.signal.aborted) setLoaded("failed");
    });
    return () => stop.abort();
  }, [address, loaded]);
  if (loaded === null) return <div className={styles.text} aria-busy="true" />;
  if (loaded === "failed") return <PreviewFailed onRetry={() => setLoaded(null)} />;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <pre className={styles.text} tabIndex={0}>
        {loaded.text}
      </pre>
      {loaded.isGuessed && (
        <p className={styles.meant}>
          <Trans>
            Zie je vreemde tekens? Dit bestand is op een oudere manier bewaard. Download het om het
            te lezen, of vervang het door een bestand in UTF-8.
          </Trans>
        </p>
      )}
      {!loaded.isWhole && (
        <p className={styles.meant}>
          <Trans>Dit is het begin. Download het bestand om alles te lezen.</Trans>
        </p>
      )}
    </>
  );
}

async function readText(address: string, signal: AbortSignal): Promise<Loaded> {
  const response = await fetch(address, {
    headers: { range: `bytes=0-${most - 1}` },
    credentials: "same-origin",
    signal,
  });
  if (!response.ok) return "failed";
  const charset = /charset=([\w-]+)/.exec(response.headers.get("content-type") ?? "")?.[1];
  const total = Number(response.headers.get("content-range")?.split("/")[1] ?? 0);
  const bytes = await response.arrayBuffer();
  const text = new TextDecoder(charset ?? "utf-8").decode(bytes);
  return { text, isWhole: total <= bytes.byteLength, isGuessed: charset === "windows-1252" };
}
