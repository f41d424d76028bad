import { Trans } from "@lingui/react/macro";

/** `2e kw. 2027`; `long` writes it out. */
export function QuarterText({
  quarter,
  long = false,
}: {
  readonly quarter: string | null;
  readonly long?: boolean;
}) {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(quarter ?? "") ?? [];
  if (year === undefined) return <Trans>nog niet bekend</Trans>;
  return long ? (
    <Trans>
      {number}e kwartaal van {year}
    </Trans>
  ) : (
    <Trans>
      {number}e kw. {year}
    </Trans>
  );
}
