import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { AlsoIn } from "./AlsoIn.tsx";
import styles from "./EvidenceItemPage.module.css";
import { findSameFile } from "./same-file.ts";
import type { AlsoIn as Other } from "./same-file.ts";

interface Props {
  readonly organisation: string;
  readonly id: string;
  /** What is asked again for when it changes: the files of the document. */
  readonly files: string;
}

/** Where else a document's files are, so that one of two can go. */
export function SameFile({ organisation, id, files }: Props) {
  const client = useApolloClient();
  const [items, setItems] = useState<readonly Other[]>([]);
  useEffect(() => {
    let isShown = true;
    void findSameFile(client, organisation, id).then((found) => {
      if (isShown) setItems(found);
    });
    return () => {
      isShown = false;
    };
  }, [client, organisation, id, files]);
  if (items.length === 0) return null;
  return (
    <div className={styles.soft}>
      <AlsoIn organisation={organisation} items={items} />
    </div>
  );
}
