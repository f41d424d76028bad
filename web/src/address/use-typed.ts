import { useEffect, useEffectEvent, useState } from "react";

/**
 * Words in a box that stand in the address too: shown as they are typed, and asked for as soon as typing pauses.
 * @param known what the address says by now
 * @param ask puts other words there, which takes as long as it takes to find something
 * @param pause in milliseconds
 */
export function useTyped(known: string, ask: (wanted: string) => void, pause: number) {
  const [typed, setTyped] = useState(known);
  const [seen, setSeen] = useState(known);
  const [asked, setAsked] = useState<string | null>(null);
  if (known !== seen) {
    setSeen(known);
    setAsked(null);
    // Back or a link changed the address. What was asked from here arrives while somebody types on, who keeps that.
    if (known !== asked && known !== typed.trim()) setTyped(known);
  }
  const askFor = (wanted: string) => {
    setAsked(wanted);
    ask(wanted);
  };
  const wanted = typed.trim();
  const askLast = useEffectEvent(() => askFor(wanted));
  useEffect(() => {
    if (wanted === known) return undefined;
    const timer = setTimeout(askLast, pause);
    return () => clearTimeout(timer);
  }, [wanted, known, pause]);
  const type = (next: string, { atOnce = false } = {}) => {
    setTyped(next);
    if (atOnce && next.trim() !== known) askFor(next.trim());
  };
  return [typed, type] as const;
}
