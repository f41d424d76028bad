/// <reference types="vite/client" />

declare module "*.po" {
  import type { Messages } from "@lingui/core";
  export const messages: Messages;
}

/** The same, by an address of its own, for a file that holds several. */
declare module "*.po?lingui" {
  import type { Messages } from "@lingui/core";
  export const messages: Messages;
}
