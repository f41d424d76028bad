import { useState } from "react";
import type { ComponentProps } from "react";
import { TextField } from "./TextField.tsx";

interface Props extends Omit<
  ComponentProps<typeof TextField>,
  "value" | "type" | "onChange" | "min" | "max"
> {
  /** `YYYY-MM-DD`, or null. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

/**
 * A day. The browser's own field says something at every key: nothing while one of its parts is empty, and the year 2 and
 * the year 20 on the way to 2027. That is somebody who is still typing; an empty field counts once it is left.
 */
export function DateField({ value, onChange, onBlur, ...props }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      {...props}
      type="date"
      min="2000-01-01"
      max="2099-12-31"
      value={typed ?? value ?? ""}
      onChange={({ target }) => {
        const isDay = /^20\d\d-/.test(target.value);
        setTyped(isDay ? null : target.value);
        if (isDay && target.value !== value) onChange(target.value);
      }}
      onBlur={(event) => {
        const { target } = event;
        if (typed === "" && value !== null && !target.validity.badInput) onChange(null);
        setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
