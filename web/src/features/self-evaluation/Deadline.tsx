import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { timeLeft, writeDay } from "../../i18n/dates.ts";
import { useNow } from "../../i18n/now.ts";

/** Until when: `in te dienen uiterlijk 3 november 2026, nog 6 weken`. */
export function Deadline({ day }: { readonly day: string | null }) {
  const { t, i18n } = useLingui();
  const now = useNow();
  if (day === null) return <Trans>nog geen datum om in te dienen</Trans>;
  const written = writeDay(day, i18n.locale);
  const { unit, count } = timeLeft(day, now);
  if (count < 0) return <Trans>in te dienen uiterlijk {written}; die dag is voorbij</Trans>;
  if (count === 0) return <Trans>in te dienen uiterlijk vandaag, {written}</Trans>;
  const years = unit === "weeks" ? Math.floor(count / 52) : 0;
  const left =
    years > 1
      ? t`nog ruim ${years} jaar`
      : unit === "weeks"
        ? plural(count, { one: "nog # week", other: "nog # weken" })
        : plural(count, { one: "nog # dag", other: "nog # dagen" });
  return (
    <Trans>
      in te dienen uiterlijk {written}, {left}
    </Trans>
  );
}
