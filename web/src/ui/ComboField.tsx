import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
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
      onChange={(key) => onChange(key === null ? null : String(key))}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label className={styles.label ?? ""}>{label}</Label>
      <div className={styles.line}>
        <Input className={styles.input ?? ""} />
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
