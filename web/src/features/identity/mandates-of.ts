import { MandateDatesFragmentDoc } from "../../gql/graphql.ts";
import type { MandateDatesFragment } from "../../gql/graphql.ts";
import { readFragment } from "../../gql/fragment-masking.ts";
import type { Hat } from "./sign-in.ts";

/** The mandates among what somebody can act for. */
export function mandatesOf(hats: readonly Pick<Hat, "mandate">[]): readonly MandateDatesFragment[] {
  return hats.flatMap(({ mandate }) =>
    mandate === null ? [] : [readFragment(MandateDatesFragmentDoc, mandate)],
  );
}
