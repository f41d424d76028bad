const kept = "toetssteen.slash";

/** Whether the key / leads to searching. */
export function hasSlash(): boolean {
  try {
    return localStorage.getItem(kept) !== "off";
  } catch {
    return true;
  }
}

export function keepSlash(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(kept);
    else localStorage.setItem(kept, "off");
  } catch {
    // Without storage it stays as it is.
  }
}
