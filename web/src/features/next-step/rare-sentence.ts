import { part } from "../../network/part.ts";

/** Said a few times in four years: what begins a library's work, and what ends it. */
export const rareSentence = part(() => import("./RareSentence.tsx"));
