import { useId } from "react";
import hidden from "./VisuallyHidden.module.css";
import styles from "./Radios.module.css";

export interface RadiosProps<Value extends string> {
  readonly label: string;
  /** Null as long as nothing was chosen. */
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

interface Looks {
  readonly group: string | undefined;
  readonly option: string | undefined;
}

/** One of a few, as the browser's own radio buttons: a page holds dozens of them. How they look is up to who uses it. */
export function Radios<Value extends string>({
  label,
  value,
  options,
  onChange,
  group,
  option,
}: RadiosProps<Value> & Looks) {
  const name = useId();
  return (
    <fieldset role="radiogroup" className={group}>
      <legend className={hidden.hidden}>{label}</legend>
      {options.map((one) => (
        <label key={one.value} className={option}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={one.value}
            checked={one.value === value}
            onChange={() => onChange(one.value)}
          />
          {one.label}
        </label>
      ))}
    </fieldset>
  );
}
