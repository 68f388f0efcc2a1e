import { useEffect, useEffectEvent, useRef } from 'react';

/** Calls `reach`, while `active`, when the marked element comes within a screen or so of what `root` shows. */
export function useWhenNear(root: HTMLElement | null, active: boolean, reach: () => void) {
  const mark = useRef<HTMLDivElement>(null);
  const onReach = useEffectEvent(reach);
  useEffect(() => {
    if (!active || root === null || mark.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onReach();
      },
      { root, rootMargin: '600px 0px' },
    );
    observer.observe(mark.current);
    return () => {
      observer.disconnect();
    };
  }, [active, root]);
  return mark;
}
