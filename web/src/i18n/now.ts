import { useEffect, useState } from "react";

/** The time, to the minute, so that "vandaag" and "nog 6 weken" stay true in a tab that is left open. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
