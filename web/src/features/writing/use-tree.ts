import { hasMarkup, paragraphsOf } from "@toetssteen/text/plain";
import type { TextTree } from "@toetssteen/text";
import { useEffect, useMemo, useState } from "react";
import { part } from "../../network/part.ts";

type Parse = (source: string) => TextTree;

const parser = part(() => import("@toetssteen/text"));
let parse: Parse | null = null;

/** Fetches what reads markup; most texts have none and don't wait for it. */
export async function readyToRead(): Promise<void> {
  parse ??= (await parser.load()).parseText;
}

/** What somebody wrote, as a tree. Until the parser is there, or without a connection to fetch it, the lines as typed. */
export function useTree(source: string): TextTree {
  const [reads, setReads] = useState(() => parse);
  const isWaiting = reads === null && hasMarkup(source);
  useEffect(() => {
    if (!isWaiting) return undefined;
    let isShown = true;
    readyToRead().then(
      () => isShown && setReads(() => parse),
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [isWaiting]);
  return useMemo(() => (reads ?? paragraphsOf)(source), [reads, source]);
}
