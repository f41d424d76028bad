import { encodeQR } from "qr";
import styles from "./QrCode.module.css";

interface Props {
  readonly text: string;
  readonly label: string;
}

/** Dark on light whatever the theme, with its quiet border: else many cameras see nothing. */
export function QrCode({ text, label }: Props) {
  const modules = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const size = modules.length;
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={modules.map(drawRow).join("")} fill="#000" />
    </svg>
  );
}

/** Each run of dark modules as one rectangle. */
function drawRow(row: readonly boolean[], y: number): string {
  const runs: string[] = [];
  let start = -1;
  for (const [x, isDark] of [...row, false].entries()) {
    if (isDark && start < 0) start = x;
    if (isDark || start < 0) continue;
    runs.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
    start = -1;
  }
  return runs.join("");
}
