import { useId } from "react";
import type { ReactNode } from "react";
import { useShownError } from "./use-shown-error.ts";
import styles from "./Checkboxes.module.css";

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** In a sentence, what it means to choose this. */
  readonly about: ReactNode;
  /** Why this can't be changed now. */
  readonly fixed?: string | null;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly options: readonly Option<Value>[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** Any of a few, each with what it means. */
export function Checkboxes<Value extends string>({
  label,
  hint,
  error,
  options,
  chosen,
  onChange,
}: Props<Value>) {
  const id = useId();
  const { shown, around } = useShownError<HTMLFieldSetElement>(error);
  const toggle = (value: Value, isChosen: boolean) =>
    onChange(
      options
        .map((option) => option.value)
        .filter((other) => (other === value ? isChosen : chosen.includes(other))),
    );
  return (
    <fieldset
      {...around}
      className={styles.group}
      aria-describedby={shown === null ? undefined : `${id}-error`}
      data-invalid={shown === null ? undefined : true}
    >
      <legend className={styles.legend}>{label}</legend>
      {hint != null && <p className={styles.hint}>{hint}</p>}
      {shown !== null && (
        <p id={`${id}-error`} className={styles.error}>
          {shown}
        </p>
      )}
      <div className={styles.options}>
        {options.map(({ value, label: name, about, fixed = null }) => (
          <div key={value} className={styles.option}>
            <input
              type="checkbox"
              id={`${id}-${value}`}
              className={styles.box}
              checked={chosen.includes(value)}
              disabled={fixed !== null}
              aria-describedby={`${id}-${value}-about`}
              onChange={(event) => toggle(value, event.currentTarget.checked)}
            />
            <label htmlFor={`${id}-${value}`} className={styles.name}>
              {name}
            </label>
            <p id={`${id}-${value}-about`} className={styles.about}>
              {about}
              {fixed !== null && <span className={styles.fixed}>{fixed}</span>}
            </p>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
