import { useLingui } from "@lingui/react/macro";
import { OnThisPage } from "./OnThisPage.tsx";

interface Props {
  readonly norm: {
    readonly code: string;
    readonly indicators: readonly { readonly code: string }[];
    readonly questions: readonly { readonly code: string }[];
  };
}

/** The places of a norm's page, in the order in which they stand there. */
export function NormPlaces({ norm: { code: norm, indicators, questions } }: Props) {
  const { t } = useLingui();
  return (
    <OnThisPage
      norm={norm}
      lines={[
        [{ id: "beeld", name: t`Feiten en beeld` }],
        indicators.map(({ code }) => ({ id: `indicator-${code}`, name: code })),
        questions.map(({ code }) => ({ id: `question-${code}`, name: shortOf(code) })),
        [{ id: "besproken", name: t`Besproken met` }],
        [{ id: "niet-gehaald", name: t`Nog niet gehaald` }],
        [{ id: "indienen", name: t`Indienen` }],
      ]}
    />
  );
}

/** A question within its norm: V1 of 4.V1. */
export function shortOf(question: string): string {
  return question.split(".").at(-1) ?? question;
}
