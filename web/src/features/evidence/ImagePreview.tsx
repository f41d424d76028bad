import { useState } from "react";
import styles from "./FilePreview.module.css";
import { PreviewFailed } from "./PreviewFailed.tsx";

interface Props {
  readonly address: string;
  readonly name: string;
}

export function ImagePreview({ address, name }: Props) {
  const [isFailed, setFailed] = useState(false);
  if (isFailed) return <PreviewFailed onRetry={() => setFailed(false)} />;
  return <img src={address} alt={name} className={styles.image} onError={() => setFailed(true)} />;
}
