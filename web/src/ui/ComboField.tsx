import { useContext, useEffect } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox, ComboBoxStateContext, useFilter } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import styles from "./ComboField.module.css";

interface Option {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

interface Props {
  readonly label: string;
  /** What the button that shows all options says to who can't see it. */
  readonly openLabel: string;
  /** Stands in the list when nothing fits what was typed. */
  readonly none: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

/** One of many, found by typing a part of the name. Comes on first use: the list and its behaviour are heavy. */
export function ComboField({ label, openLabel, none, options, value, onChange }: Props) {
  return (
    <ComboBox
      className={styles.field ?? ""}
      defaultItems={options}
      value={value}
      defaultInputValue={options.find(({ id }) => id === value)?.name ?? ""}
      onChange={(key) => onChange(key === null ? null : String(key))}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label className={styles.label ?? ""}>{label}</Label>
      <div className={styles.line}>
        <Input
          className={styles.input ?? ""}
          // What one types comes in place of the name that stands there, not behind it. The box makes events of its own
          // when another option comes into view; then somebody is typing.
          onFocus={({ currentTarget, isTrusted }) => isTrusted && currentTarget.select()}
        />
        <Button className={styles.open ?? ""} aria-label={openLabel}>
          <svg width="12" height="8" viewBox="0 0 12 8" fill="none" aria-hidden="true">
            <path
              d="m1.500 1.500 4.500 4.500 4.500-4.500"
              stroke="currentColor"
              strokeWidth="1.6"
            />
          </svg>
        </Button>
      </div>
      <FirstFit />
      <RestStays />
      <Popover className={styles.popover ?? ""} offset={4}>
        <ListBox
          className={styles.list ?? ""}
          renderEmptyState={() => <p className={styles.none}>{none}</p>}
        >
          {({ id, name, detail }: Option) => (
            <ListBoxItem id={id} textValue={name} className={styles.option ?? ""}>
              <span className={styles.name}>{name}</span>
              <span className={styles.detail}>{detail}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/**
 * Whoever types a part of a name and presses Enter or Tab means the first one that fits. Without one in view the field
 * would go back to who stood there before, and Enter would save that.
 */
function FirstFit() {
  const state = useContext(ComboBoxStateContext);
  const { contains } = useFilter({ sensitivity: "base" });
  const isOpen = state?.isOpen ?? false;
  const typed = state?.inputValue ?? "";
  const first = state?.collection.getFirstKey() ?? null;
  useEffect(() => {
    if (state === null || !isOpen || typed === "" || typed === state.selectedItem?.textValue)
      return;
    if (first === null || !contains(state.collection.getItem(first)?.textValue ?? "", typed))
      return;
    // The box itself forgets which one is in view at each letter, later in this same turn.
    queueMicrotask(() => {
      if (state.selectionManager.focusedKey === null) state.selectionManager.setFocusedKey(first);
    });
    // oxlint-disable-next-line react/exhaustive-deps -- the state is a new object at each drawing
  }, [isOpen, typed, first]);
  return null;
}

/**
 * When its list opens, the box would hide the rest of the page from who listens to it, though the focus can go there. What
 * is marked to lie on top, it leaves as it is.
 */
function RestStays() {
  const isOpen = useContext(ComboBoxStateContext)?.isOpen ?? false;
  useEffect(() => {
    if (!isOpen) return;
    const page = document.getElementById("app");
    page?.setAttribute("data-react-aria-top-layer", "");
    // The box looks in this same turn; later a press on the page must close the list.
    queueMicrotask(() => page?.removeAttribute("data-react-aria-top-layer"));
  }, [isOpen]);
  return null;
}
