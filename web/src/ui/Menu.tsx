import type { ReactNode } from "react";
import { Header } from "react-aria-components/Header";
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import styles from "./Menu.module.css";

export interface Option {
  readonly id: string;
  readonly name: ReactNode;
  /** What one types to come to it, where the name is more than text. */
  readonly text?: string;
  readonly detail: string;
}

/** Options that belong together, under a name of their own. */
export interface OptionGroup {
  readonly id: string;
  readonly title: string;
  readonly options: readonly Option[];
}

interface Props {
  readonly label: string;
  /** What opens the menu: an element of React Aria that can be pressed. */
  readonly trigger: ReactNode;
  readonly options: readonly (Option | OptionGroup)[];
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
          selectionMode="single"
          selectedKeys={[chosen]}
          disallowEmptySelection
          onAction={(id) => onChoose(String(id))}
        >
          {options.map((one) =>
            "options" in one ? (
              <MenuSection key={one.id}>
                <Header className={styles.group ?? ""}>{one.title}</Header>
                {one.options.map(itemOf)}
              </MenuSection>
            ) : (
              itemOf(one)
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function itemOf({ id, name, text, detail }: Option) {
  return (
    <MenuItem
      key={id}
      id={id}
      textValue={text ?? (typeof name === "string" ? name : detail)}
      className={styles.option ?? ""}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.detail}>{detail}</span>
    </MenuItem>
  );
}
