import { useEffect, useState } from "react";
import styles from "./FilePreview.module.css";
import { PreviewFailed } from "./PreviewFailed.tsx";

interface Props {
  readonly address: string;
  readonly name: string;
  /** Where it opens; null for the beginning. */
  readonly page: number | null;
}

/** A frame can't tell that what it was to show isn't there, so one byte of it is asked for first. */
export function PdfPreview({ address, name, page }: Props) {
  const [state, setState] = useState<"asking" | "there" | "failed">("asking");
  useEffect(() => {
    if (state !== "asking") return undefined;
    const stop = new AbortController();
    fetch(address, {
      headers: { range: "bytes=0-0" },
      credentials: "same-origin",
      signal: stop.signal,
    }).then(
      ({ ok }) => setState(ok ? "there" : "failed"),
      () => stop.signal.aborted || setState("failed"),
    );
    return () => stop.abort();
  }, [address, state]);
  if (state === "failed") return <PreviewFailed onRetry={() => setState("asking")} />;
  if (state === "asking") return <div className={styles.pdf} aria-busy="true" />;
  return (
    <iframe
      src={page === null ? address : `${address}#page=${page}`}
      title={name}
      className={styles.pdf}
    />
  );
}
