import { useId } from "react";
import type { ReactNode } from "react";
import styles from "./Segments.module.css";
import hidden from "./VisuallyHidden.module.css";

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly sign: ReactNode;
    readonly language?: string;
  }[];
  readonly onChange: (value: Value) => void;
}

/** A small setting with two or three states, as plain radio buttons: it sits on every page, so it costs no script. */
export function Segments<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.segments}>
      <legend className={hidden.hidden}>{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={styles.option}
          title={option.label}
          lang={option.language}
        >
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span aria-hidden="true">{option.sign}</span>
          <span className={hidden.hidden}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
