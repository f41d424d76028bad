import { useEffect, useState } from "react";

/** Where a reader's eye is, from the top of the window: what begins above it is what they read. */
const line = 0.35;

/** Of the headings with these ids (in order), the one that is being read; null above the first. */
export function useSectionInView(ids: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  const joined = ids.join(" ");
  useEffect(() => {
    const headings = joined.split(" ").flatMap((id) => document.getElementById(id) ?? []);
    const look = () => {
      const isAbove = (heading: HTMLElement) =>
        heading.getBoundingClientRect().top < window.innerHeight * line;
      setCurrent(headings.findLast(isAbove)?.id ?? null);
    };
    // Called whenever a heading crosses the line, and not at every pixel that is scrolled.
    const observer = new IntersectionObserver(look, {
      rootMargin: `0px 0px -${(1 - line) * 100}% 0px`,
    });
    for (const heading of headings) observer.observe(heading);
    return () => observer.disconnect();
  }, [joined]);
  return current;
}
