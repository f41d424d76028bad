import { hasUnkept } from "./open-texts.ts";

const kept = "toetssteen.reloaded";

/**
 * Loads the page anew, in the newest release. Texts are kept on this device, open panels are in the address; where
 * something is typed that neither holds, or it was tried a moment ago and didn't help, nothing happens.
 * @returns whether a new page is on its way
 */
export function reloadForRelease(): boolean {
  if (hasUnkept() || justReloaded()) return false;
  window.location.reload();
  return true;
}

function justReloaded(): boolean {
  try {
    const last = Number(sessionStorage.getItem(kept));
    sessionStorage.setItem(kept, String(Date.now()));
    return Date.now() - last < 60_000;
  } catch {
    // Where nothing can be remembered it could go on for ever.
    return true;
  }
}
