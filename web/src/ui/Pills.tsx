import { Radios } from "./Radios.tsx";
import type { RadiosProps } from "./Radios.tsx";
import styles from "./Pills.module.css";

/** One of a handful with longer names, which run over more lines where there is little room. */
export function Pills<Value extends string>(props: RadiosProps<Value>) {
  return <Radios {...props} group={styles.pills} option={styles.pill} />;
}
