import type { ButtonHTMLAttributes, Ref } from "react";
import styles from "./Button.module.css";
import { cx } from "./cx.ts";

type Look = "first" | "plain" | "quiet";

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style"> {
  /** `first` is the one thing to do here; `plain` stands beside it; `quiet` reads as a link. */
  readonly look?: Look;
  readonly small?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** The browser's own button: it stands on the first page anybody sees, where React Aria's would cost more than it gives. */
export function Button({ look = "plain", small = false, type = "button", ...props }: Props) {
  return <button {...props} type={type} className={buttonClass(look, small)} />;
}

/** For a link that is the thing to do on a page, and so looks like a button. */
export function buttonClass(look: Look, small = false): string {
  return cx(styles.button, styles[look], small && styles.small);
}
