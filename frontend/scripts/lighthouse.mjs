/**
 * Measures the built app with Lighthouse, as a phone on a slow network and as a desktop would have it, and fails below 95
 * in any category. NATTER_URL names another place where it runs. On a busy machine the figures for performance are worse.
 */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { serveBuilt } from './built-site.mjs';

const LEAST = 95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'total-byte-weight',
];
const site = process.env['NATTER_URL'] === undefined ? await serveBuilt() : undefined;
const url = new URL('/sign-in', site?.url ?? process.env['NATTER_URL']).href;

const chrome = await launch({
  chromePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
let failed = false;
try {
  for (const preset of ['phone', 'desktop']) {
    const config = preset === 'phone' ? undefined : (await import('lighthouse')).desktopConfig;
    const answer = await lighthouse(
      url,
      { port: chrome.port, logLevel: 'error', onlyCategories: CATEGORIES },
      config,
    );
    if (answer === undefined) throw new Error('no answer');
    const { categories, audits } = answer.lhr;
    const scores = Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]);
    console.log(`${preset} ${url}`);
    for (const [name, score] of scores) console.log(`  ${name}: ${score}`);
    for (const metric of METRICS) console.log(`  ${metric}: ${audits[metric]?.displayValue ?? '?'}`);
    const lost = Object.values(categories)
      .flatMap(({ auditRefs }) => auditRefs)
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9);
    for (const { id } of lost) console.log(`  lost: ${id} ${audits[id]?.displayValue ?? ''}`);
    failed ||= scores.some(([, score]) => Number(score) < LEAST);
  }
} finally {
  chrome.kill();
  site?.close();
}
process.exit(failed ? 1 : 0);
