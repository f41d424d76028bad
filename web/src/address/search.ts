type Raw = Record<string, unknown>;

/** What stands behind the question mark, each value as it was typed: 4.10 is no number, and `true` may be a name. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The way back; what is undefined is left out. */
export function stringifySearch(search: Raw): string {
  const values = Object.entries(search).flatMap(([key, value]) =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? [[key, String(value)]]
      : [],
  );
  const text = new URLSearchParams(values).toString();
  return text === "" ? "" : `?${text}`;
}

/**
 * Makes of what a page reads in an address all that the page is told of it: the router lays it over the address, so that
 * a key left out would stay as somebody typed it.
 */
export function fromAddress<Read extends (raw: Raw) => object>(read: Read): Read {
  const whole = (raw: Raw) => {
    const unread = Object.fromEntries(Object.keys(raw).map((key) => [key, undefined]));
    return { ...unread, ...read(raw) };
  };
  return whole as Read;
}

/** A switch: in the address `true`, in our own links true. */
export function isOn(value: unknown): boolean {
  return value === true || value === "true";
}

/** A text in an address, at most so long; null where there is none. */
export function textIn(value: unknown, longest: number): string | null {
  const text = typeof value === "string" ? value.trim().slice(0, longest).toWellFormed() : "";
  return text === "" ? null : text;
}
