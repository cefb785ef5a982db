import { useEffect, useMemo, useState } from 'react';
import { clockIn, dayIn, type Day } from '#platform/shared/calendar.ts';

const MINUTE_MS = 60_000;

/** Day and time in a time zone, told anew every minute while `running`. */
export function useNow(timeZone: string, running: boolean): { readonly day: Day; readonly clock: string } {
  const [at, setAt] = useState(() => new Date());
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setAt(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, [running]);
  return useMemo(() => ({ day: dayIn(timeZone, at), clock: clockIn(timeZone, at) }), [timeZone, at]);
}
