import type { TextFault } from "@toetssteen/contract";
import { useFaultText } from "./use-fault-text.ts";

/** Says what is wrong with a text. */
export function TextFaultText({ fault }: { readonly fault: TextFault }) {
  const textOf = useFaultText();
  return <>{textOf(fault)}</>;
}
