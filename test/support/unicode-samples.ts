import { isInTenth } from "./tenth.ts";
import { unicodeClasses } from "./unicode-classes.ts";

/** Classes of which no text may hold any: the door names the character. */
const refused = new Set(["a control character", "a noncharacter"]);

export interface UnicodeSample {
  readonly kind: string;
  readonly characters: string;
}

const all: readonly UnicodeSample[] = Object.entries(unicodeClasses).flatMap(([kind, some]) =>
  some.map((characters) => ({ kind, characters })),
);
export const takenSamples = all.filter(({ kind }) => !refused.has(kind));
export const refusedSamples = all.filter(({ kind }) => refused.has(kind));

/** One of each kind, with a tenth of the others; all of them in the whole run. */
export function chosenSamples(samples: readonly UnicodeSample[]): readonly UnicodeSample[] {
  return samples.filter(
    ({ kind, characters }, index) =>
      samples[index - 1]?.kind !== kind || isInTenth(`${kind} ${characters}`),
  );
}
