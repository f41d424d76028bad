import { Radios } from "./Radios.tsx";
import type { RadiosProps } from "./Radios.tsx";
import styles from "./Choice.module.css";

/** One of a few, side by side. Every option has the same weight and the same colour, whatever it says. */
export function Choice<Value extends string>(props: RadiosProps<Value>) {
  return <Radios {...props} group={styles.group} option={styles.option} />;
}
