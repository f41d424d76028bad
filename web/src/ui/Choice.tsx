import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { cx } from "./cx.ts";
import styles from "./Choice.module.css";
import hidden from "./VisuallyHidden.module.css";

interface Props<Value extends string> {
  readonly label: string;
  /** Null as long as nothing was chosen. */
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly isDisabled?: boolean;
  readonly onChange: (value: Value) => void;
}

/** One of a few, side by side. Every option has the same weight and the same colour, whatever it says. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  isDisabled = false,
  onChange,
}: Props<Value>) {
  return (
    <RadioGroup
      className={styles.group ?? ""}
      orientation="horizontal"
      value={value}
      isDisabled={isDisabled}
      onChange={(chosen) => onChange(chosen as Value)}
    >
      <Label className={cx(hidden.hidden)}>{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={styles.option ?? ""}>
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
