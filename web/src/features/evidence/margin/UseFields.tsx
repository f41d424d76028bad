import { useLingui } from "@lingui/react/macro";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { useLineFault } from "../../writing/use-fault-text.ts";
import type { Slot } from "./norm-evidence.tsx";

/** What of a document is meant beside a part. */
export interface Meant {
  readonly page: string;
  /** The kind of example that it is; null for another. */
  readonly slot: string | null;
}

interface Props {
  readonly meant: Meant;
  readonly slots: readonly Slot[];
  readonly onChange: (meant: Meant) => void;
}

export function UseFields({ meant, slots, onChange }: Props) {
  const { t } = useLingui();
  const faultIn = useLineFault();
  return (
    <>
      <TextField
        label={t`Bladzijde of passage (niet verplicht)`}
        small
        maxLength={200}
        placeholder={t`blz. 14–17`}
        value={meant.page}
        error={faultIn(meant.page, 200)}
        onChange={({ target }) => onChange({ ...meant, page: target.value })}
      />
      {slots.length > 0 && (
        <SelectField
          label={t`Wat is het?`}
          small
          value={meant.slot ?? ""}
          onChange={({ target }) => onChange({ ...meant, slot: target.value || null })}
        >
          <option value="">{t`Iets anders`}</option>
          {slots.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}
