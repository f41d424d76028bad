import { linkOptions } from "@tanstack/react-router";
import type { Hat } from "./sign-in.ts";

/** The page where somebody with this hat begins. */
export function doorOf({ id, kind }: Pick<Hat, "id" | "kind">) {
  return kind === "MANDATE"
    ? linkOptions({ to: "/opdracht/$mandate", params: { mandate: id } })
    : linkOptions({ to: "/o/$organisation", params: { organisation: id } });
}
