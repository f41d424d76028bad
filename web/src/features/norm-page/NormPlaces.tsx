import { useLingui } from "@lingui/react/macro";
import { OnThisPage } from "./OnThisPage.tsx";

interface Props {
  readonly norm: {
    readonly indicators: readonly { readonly code: string }[];
    readonly questions: readonly { readonly code: string }[];
  };
}

/** The places of a norm's page, in the order in which they stand there. */
export function NormPlaces({ norm: { indicators, questions } }: Props) {
  const { t } = useLingui();
  return (
    <OnThisPage
      places={[
        { id: "beeld", name: t`Feiten en beeld` },
        ...indicators.map(({ code }, index) => ({
          id: `indicator-${code}`,
          name: code,
          isApart: index === 0,
        })),
        ...questions.map(({ code }, index) => ({
          id: `question-${code}`,
          name: shortOf(code),
          isApart: index === 0,
        })),
        { id: "besproken", name: t`Besproken met`, isApart: true },
        { id: "niet-gehaald", name: t`Nog niet gehaald` },
        { id: "indienen", name: t`Indienen` },
      ]}
    />
  );
}

/** A question within its norm: V1 of 4.V1. */
export function shortOf(question: string): string {
  return question.split(".").at(-1) ?? question;
}
