/**
 * Measures the built app with Lighthouse, as a phone on a slow network and as a desktop would have it, and fails below 95
 * in any category. NATTER_URL names another place where it runs; with NATTER_INBOX_URL, where its mail arrives, the list and a
 * conversation of a signed-in user are measured too, and have to reach 90. On a busy machine the figures for
 * performance are worse.
 */
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';
import { serveBuilt } from './built-site.mjs';
import { arrive } from './signed-in.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
  'total-byte-weight',
];
const site = process.env['NATTER_URL'] === undefined ? await serveBuilt() : undefined;
const origin = new URL(site?.url ?? process.env['NATTER_URL'] ?? '').origin;
const inbox = process.env['NATTER_INBOX_URL'];

const chrome = await launch({
  chromePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

/**
 * @param {string} path
 * @param {number} least
 * @param {boolean} keepsStorage
 */
async function measure(path, least, keepsStorage) {
  let failed = false;
  for (const preset of ['phone', 'desktop']) {
    if (keepsStorage) await forgetFiles();
    const answer = await lighthouse(
      origin + path,
      {
        port: chrome.port,
        logLevel: 'error',
        onlyCategories: CATEGORIES,
        disableStorageReset: keepsStorage,
      },
      preset === 'phone' ? undefined : desktopConfig,
    );
    if (answer === undefined) throw new Error('no answer');
    const { categories, audits, finalDisplayedUrl } = answer.lhr;
    if (finalDisplayedUrl !== origin + path) throw new Error(`ended at ${finalDisplayedUrl}`);
    const scores = Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]);
    console.log(`${preset} ${origin}${path}`);
    for (const [name, score] of scores) console.log(`  ${name}: ${score}`);
    for (const metric of METRICS) console.log(`  ${metric}: ${audits[metric]?.displayValue ?? '?'}`);
    const { details } = audits['long-tasks'] ?? {};
    for (const { url, startTime, duration } of details?.type === 'table' ? details.items : [])
      console.log(`  task of ${Math.round(Number(duration))} ms at ${Math.round(Number(startTime))}: ${url}`);
    const lost = Object.values(categories)
      .flatMap(({ auditRefs }) => auditRefs)
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9);
    for (const { id } of lost) console.log(`  lost: ${id} ${audits[id]?.displayValue ?? ''}`);
    failed ||= scores.some(([, score]) => Number(score) < least);
  }
  return failed;
}

/** What a first visit has none of: the app's own files, kept by the browser and by its service worker. */
async function forgetFiles() {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${chrome.port}`);
  const [context] = browser.contexts();
  const page = await context?.newPage();
  const session = page && (await context?.newCDPSession(page));
  await session?.send('Storage.clearDataForOrigin', {
    origin,
    storageTypes: 'service_workers,cache_storage,indexeddb',
  });
  await session?.send('Network.clearBrowserCache');
  await page?.close();
  await browser.close();
}

/** @param {{ id: string, cookie: string }} person */
async function signInto({ id, cookie }) {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${chrome.port}`);
  const [context] = browser.contexts();
  const { hostname } = new URL(origin);
  const where = { domain: hostname, path: '/api/v1/auth' };
  await context?.addCookies([
    { name: 'natter_refresh', value: cookie, ...where, httpOnly: true, sameSite: 'Strict' },
  ]);
  const page = await context?.newPage();
  await page?.goto(`${origin}/icon.svg`);
  await page?.evaluate(`localStorage.setItem('natter.owner', ${JSON.stringify(id)})`);
  await page?.close();
  await browser.close();
}

let failed = false;
try {
  failed = await measure('/sign-in', 95, false);
  if (inbox !== undefined) {
    const person = await arrive(origin, inbox);
    await signInto(person);
    for (const path of ['/', `/c/${person.conversation}`]) failed = (await measure(path, 90, true)) || failed;
  }
} finally {
  chrome.kill();
  site?.close();
}
process.exit(failed ? 1 : 0);
