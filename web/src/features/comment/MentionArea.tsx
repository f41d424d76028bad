import { useLingui } from "@lingui/react/macro";
import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { cx } from "../../ui/cx.ts";
import type { Role } from "../../gql/graphql.ts";
import { announce } from "../../ui/LiveRegion.tsx";
import { useRoleNames } from "../identity/role-names.ts";
import { insertMention, matching, mentionAt } from "./mention.ts";
import type { Mentionable } from "./mention.ts";
import styles from "./MentionArea.module.css";

interface Props {
  readonly label: string;
  readonly value: string;
  /** Who can be mentioned. */
  readonly people: readonly (Mentionable & { readonly roles: readonly Role[] })[];
  readonly takesFocus: boolean;
  /** Where the caret is then, tells what was edited. */
  readonly onChange: (text: string, caret: number) => void;
  /** The person stands at `at` in the text. */
  readonly onMention: (text: string, caret: number, person: Mentionable, at: number) => void;
}

/** A few lines of text in which an @ offers the names of colleagues: arrows choose, Enter or Tab takes, Escape declines. */
export function MentionArea({ label, value, people, takesFocus, onChange, onMention }: Props) {
  const { t } = useLingui();
  const rolesOf = useRoleNames();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(value.length);
  const [active, setActive] = useState(0);
  const [declined, setDeclined] = useState<number | null>(null);
  const typed = mentionAt(value, caret);
  const options =
    typed === null || typed.from === declined ? [] : matching(people, typed.query).slice(0, 6);
  const isOpen = options.length > 0;
  const chosen = Math.min(active, options.length - 1);
  const names = options.map(({ name }) => name).join(", ");

  useEffect(() => {
    if (takesFocus) area.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (names !== "") announce(t`Kies met de pijlen: ${names}`);
  }, [names, t]);

  const take = (person: Mentionable | undefined) => {
    if (!person || typed === null) return;
    const next = insertMention(value, typed.from, caret, person.name);
    onMention(next.text, next.caret, person, typed.from);
    setCaret(next.caret);
    setActive(0);
    // After the new text stands there.
    setTimeout(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const moves = { ArrowDown: 1, ArrowUp: -1 } as const;
    const move = moves[event.key as keyof typeof moves];
    if (move !== undefined) setActive((chosen + move + options.length) % options.length);
    else if (event.key === "Enter" || event.key === "Tab") take(options[chosen]);
    else if (event.key === "Escape") setDeclined(typed?.from ?? null);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.field} data-kept>
      <textarea
        ref={area}
        className={styles.text}
        rows={3}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={isOpen ? `${id}-${chosen}` : undefined}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value, event.currentTarget.selectionStart);
          setCaret(event.currentTarget.selectionStart);
          setActive(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <div id={`${id}-list`} role="listbox" aria-label={t`Wie je noemt`} className={styles.list}>
          {options.map((person, index) => (
            <div
              key={person.personId}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className={cx(styles.option, index === chosen && styles.active)}
              // The text keeps the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                take(person);
              }}
            >
              {person.name}
              {people.some((one) => one !== person && one.name === person.name) && (
                <span className={styles.roles}> · {rolesOf(person.roles)}</span>
              )}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
