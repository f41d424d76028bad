import { Trans, useLingui } from "@lingui/react/macro";
import { firstDay, lastDay } from "@toetssteen/contract";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ComponentProps } from "react";
import { flushSync } from "react-dom";
import { hasShortYear, readDay, typedDay } from "../i18n/read-day.ts";
import styles from "./DateField.module.css";
import { TextField } from "./TextField.tsx";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

interface Props extends Omit<
  ComponentProps<typeof TextField>,
  "value" | "type" | "onChange" | "onBlur" | "beside" | "field"
> {
  /** `YYYY-MM-DD`, or null. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  /** After the field was left, and its day is known. */
  readonly onLeave?: () => void;
}

/**
 * A day, typed as people write it or chosen from a calendar. The browser's own field says days in the browser's language
 * and takes the year 1. A form isn't sent while something stands here that is no day: it would go with the day before it.
 */
export function DateField({ value, onChange, onLeave, error, ...props }: Props) {
  const { t, i18n } = useLingui();
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const calendar = useRef<HTMLInputElement>(null);

  const read = typed === null ? null : readDay(typed);
  const trouble =
    !isLeft || read === null
      ? null
      : read.kind === "unclear"
        ? t`Schrijf de dag zo: 7-12-2026.`
        : read.kind === "outside"
          ? t`Kies een dag van 2000 tot en met 2099.`
          : null;

  /** @returns whether what stands here is a day, or nothing */
  const leave = (): boolean => {
    setLeft(true);
    if (read === null) return true;
    if (read.kind === "unclear" || read.kind === "outside") return false;
    setTyped(null);
    const day = read.kind === "day" ? read.day : null;
    if (day !== value) onChange(day);
    return true;
  };
  const check = useEffectEvent((event: Event) => {
    if (flushSync(leave)) return;
    event.preventDefault();
    event.stopPropagation();
    field.current?.focus();
  });
  useEffect(() => {
    const form = field.current?.form;
    form?.addEventListener("submit", check, true);
    return () => form?.removeEventListener("submit", check, true);
  }, []);

  return (
    <TextField
      {...props}
      field={field}
      error={trouble ?? error}
      autoComplete="off"
      placeholder={t`dd-mm-jjjj`}
      value={typed ?? (value === null ? "" : typedDay(value, i18n.locale))}
      onChange={({ target }) => {
        setTyped(target.value);
        setLeft(false);
        const now = readDay(target.value);
        if (now.kind === "day" && !hasShortYear(target.value) && now.day !== value)
          onChange(now.day);
      }}
      onBlur={() => {
        if (leave()) onLeave?.();
      }}
      beside={
        <>
          <input
            ref={calendar}
            className={styles.calendar}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            min={firstDay}
            max={lastDay}
            value={value ?? ""}
            onChange={({ target }) => {
              if (target.value === "") return;
              setTyped(null);
              onChange(target.value);
            }}
          />
          <button
            type="button"
            className={styles.open}
            onClick={() => calendar.current?.showPicker()}
          >
            <Trans>Kalender</Trans>
            <VisuallyHidden>: {props.label}</VisuallyHidden>
          </button>
        </>
      }
    />
  );
}
