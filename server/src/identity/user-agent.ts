import { parse } from "bowser";

/** A device in words that its owner knows; null where we can't tell. */
export interface Device {
  browser: string | null;
  system: string | null;
  device: "desktop" | "phone" | "tablet" | null;
}

/** Names only: versions would say nothing more to the person and much to somebody who reads along. */
export function describeUserAgent(userAgent: string): Device {
  if (userAgent === "") return { browser: null, system: null, device: null };
  const { browser, os, platform } = parse(userAgent);
  return {
    browser: browser.name || null,
    system: os.name || null,
    device: devices[platform.type ?? ""] ?? null,
  };
}

const devices: Readonly<Record<string, Device["device"]>> = {
  desktop: "desktop",
  mobile: "phone",
  tablet: "tablet",
};
