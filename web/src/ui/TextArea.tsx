import { Label } from "react-aria-components/Label";
import { TextArea as AriaTextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";
import type { TextFieldProps } from "react-aria-components/TextField";
import { cx } from "./cx.ts";
import hidden from "./VisuallyHidden.module.css";
import styles from "./TextArea.module.css";

interface Props extends Omit<TextFieldProps, "className" | "style" | "children" | "value"> {
  readonly label: string;
  /** The label is read out, and not shown because what stands above says it. */
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly placeholder?: string | undefined;
}

/** Running text that grows with what is typed. Its copy in `data-value` gives the height, and is what is printed. */
export function TextArea({ label, labelHidden = false, placeholder, ...props }: Props) {
  const isEmpty = props.value === "";
  return (
    <TextField {...props} className={styles.field ?? ""}>
      <Label className={cx(styles.label, labelHidden && hidden.hidden)}>{label}</Label>
      <div
        className={styles.sheet}
        data-value={isEmpty ? (placeholder ?? "") : props.value}
        data-empty={isEmpty || undefined}
      >
        <AriaTextArea className={styles.text ?? ""} placeholder={placeholder} rows={2} />
      </div>
    </TextField>
  );
}
