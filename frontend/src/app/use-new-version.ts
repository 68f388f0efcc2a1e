import { useEffect, useState } from 'react';

const BETWEEN_CHECKS_MS = 60 * 60_000;
const TIMEOUT_MS = 10_000;
/** The build names the script after its content. */
const ENTRY = /\/assets\/index-[\w-]+\.js/;

/** Not by `/index.html`, which the service worker answers from its cache. A server that cannot be reached is not newer. */
async function isOutdated(own: string): Promise<boolean> {
  try {
    const response = await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const current = ENTRY.exec(await response.text())?.[0];
    return response.ok && current !== undefined && current !== own;
  } catch {
    return false;
  }
}

/**
 * Whether the server has another version of the app than this page. Checks when the page becomes visible, at most once an
 * hour: pages stay open for weeks.
 */
export function useNewVersion(): boolean {
  const [outdated, setOutdated] = useState(false);
  useEffect(() => {
    const own = [...document.querySelectorAll('script')]
      .map((script) => ENTRY.exec(script.src)?.[0])
      .find((path) => path !== undefined);
    if (own === undefined) return;
    let checkedAt = Date.now();
    const check = () => {
      if (document.visibilityState !== 'visible' || Math.abs(Date.now() - checkedAt) < BETWEEN_CHECKS_MS)
        return;
      checkedAt = Date.now();
      void isOutdated(own).then(setOutdated);
    };
    document.addEventListener('visibilitychange', check);
    return () => {
      document.removeEventListener('visibilitychange', check);
    };
  }, []);
  return outdated;
}
