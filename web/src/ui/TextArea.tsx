import { useId } from "react";
import type { ComponentProps, KeyboardEvent, ReactNode, Ref } from "react";
import { cx } from "./cx.ts";
import ledger from "./Ledger.module.css";
import hidden from "./VisuallyHidden.module.css";
import styles from "./TextArea.module.css";

interface Props extends Pick<ComponentProps<"textarea">, "onBlur"> {
  readonly label: ReactNode;
  /** The label is read out, and not shown because what stands above says it. */
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  /** A line of a ledger: the label stands left of the text, and the ledger draws the frame. */
  readonly isRow?: boolean;
  /** What belongs in it, under the label. */
  readonly hint?: string | undefined;
  /** Stands at the end of the label's line, in a ledger under the text. */
  readonly beside?: ReactNode;
  readonly area?: Ref<HTMLTextAreaElement>;
  /** The same text as it is read, in place of what is typed; for the eye alone. */
  readonly shown?: ReactNode;
  /** On the lower edge of the box, and so after the text for the Tab key. */
  readonly tools?: ReactNode;
  readonly onAreaKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** Running text that grows with what is typed. Its copy in `data-value` gives the height, and is what is printed. */
export function TextArea({
  label,
  labelHidden = false,
  placeholder,
  isRow = false,
  hint,
  beside,
  area,
  shown = null,
  tools = null,
  onAreaKeyDown,
  value,
  onChange,
  onBlur,
}: Props) {
  const id = useId();
  const isEmpty = value === "";
  const isShown = Boolean(shown);
  return (
    <div className={cx(isRow ? ledger.row : styles.field, isRow && styles.row)}>
      <div className={cx(isRow ? ledger.head : styles.head)}>
        <label htmlFor={id} className={cx(labelHidden ? hidden.hidden : !isRow && styles.label)}>
          {label}
        </label>
        {beside != null && <div className={cx(styles.beside, isRow && styles.under)}>{beside}</div>}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <div
        className={cx(styles.sheet, isRow && styles.line)}
        data-value={isEmpty ? (placeholder ?? "") : value}
        data-empty={isEmpty || undefined}
        data-shown={isShown || undefined}
      >
        {isShown && (
          <div className={styles.shown} aria-hidden="true" inert>
            {shown}
          </div>
        )}
        <textarea
          ref={area}
          id={id}
          className={styles.text}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          placeholder={placeholder}
          rows={isRow ? 1 : 2}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          onBlur={onBlur}
          onKeyDown={onAreaKeyDown}
        />
        {Boolean(tools) && <div className={styles.tools}>{tools}</div>}
      </div>
    </div>
  );
}
