import { useEffect, useState } from 'react';
import { steadyNow } from '@/shared/time/steady-now';

/** Whole seconds until `instant` (see `steadyNow`), counting down to 0. */
export function useSecondsUntil(instant: number): number {
  const [now, setNow] = useState(steadyNow);
  const left = Math.max(0, Math.ceil((instant - now) / 1000));
  const counting = left > 0;
  useEffect(() => {
    if (!counting) return;
    const timer = setInterval(() => {
      setNow(steadyNow());
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [counting, instant]);
  return left;
}
