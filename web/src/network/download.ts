/** Gives somebody a file that was made in the browser. */
export function download(name: string, text: string, type: string): void {
  keepFile(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** Gives somebody a file, under this name where they keep what they download. */
export function keepFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser may still be reading it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
