import { useEffect, useState } from "react";

/** SHA-256 of a text in UTF-8, hexadecimal; null while it isn't known, or where the browser can't tell. */
export function useFingerprint(text: string): string | null {
  const [found, setFound] = useState<{ text: string; sha256: string } | null>(null);
  useEffect(() => {
    let isOver = false;
    // Only there on a safe connection.
    void globalThis.crypto.subtle
      ?.digest("SHA-256", new TextEncoder().encode(text))
      .then((bytes) => {
        const sha256 = [...new Uint8Array(bytes)]
          .map((byte) => byte.toString(16).padStart(2, "0"))
          .join("");
        if (!isOver) setFound({ text, sha256 });
      });
    return () => {
      isOver = true;
    };
  }, [text]);
  return found?.text === text ? found.sha256 : null;
}
