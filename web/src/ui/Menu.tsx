import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import styles from "./Menu.module.css";

interface Option {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

interface Props {
  readonly label: string;
  /** What opens the menu: an element of React Aria that can be pressed. */
  readonly trigger: ReactNode;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly defaultOpen?: boolean;
  readonly onChoose: (id: string) => void;
}

/** Choose one of a few named things, the current one marked. */
export function Menu({ label, trigger, options, chosen, defaultOpen = false, onChoose }: Props) {
  return (
    <MenuTrigger defaultOpen={defaultOpen}>
      {trigger}
      <Popover className={styles.popover ?? ""} placement="bottom start" offset={6}>
        <AriaMenu
          aria-label={label}
          className={styles.menu ?? ""}
          items={options}
          selectionMode="single"
          selectedKeys={[chosen]}
          disallowEmptySelection
          onAction={(id) => onChoose(String(id))}
        >
          {(option) => (
            <MenuItem id={option.id} textValue={option.name} className={styles.option ?? ""}>
              <span className={styles.name}>{option.name}</span>
              <span className={styles.detail}>{option.detail}</span>
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
