import { useLingui } from "@lingui/react/macro";
import type { FieldIssue } from "../../network/problem.ts";

/** What is wrong with a field, in the language of the page. What the server says only in Dutch stays Dutch. */
export function useIssueText(): (issue: FieldIssue) => string {
  const { t, i18n } = useLingui();
  return ({ message, left }) => {
    if (left !== undefined) return t`${left} hoort niet meer bij jullie. Kies iemand anders.`;
    const most = /^Hooguit (\d+) tekens/.exec(message)?.[1];
    if (most === undefined) return message;
    const count = i18n.number(Number(most));
    return t`Hooguit ${count} tekens.`;
  };
}
