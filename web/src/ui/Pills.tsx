import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { cx } from "./cx.ts";
import hidden from "./VisuallyHidden.module.css";
import styles from "./Pills.module.css";

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a handful with longer names, which run over more lines where there is little room. */
export function Pills<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  return (
    <RadioGroup
      className={styles.pills ?? ""}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
    >
      <Label className={cx(hidden.hidden)}>{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={styles.pill ?? ""}>
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
