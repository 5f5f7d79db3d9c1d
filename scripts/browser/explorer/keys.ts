import type { Browser } from 'playwright-core';
import type { Finding } from '../origins.js';

const WORDS = ['create user', 'group rule', 'lifecycle activate', 'del app', '/api/v1/users/00u1/groups', 'zzz', 'l'];
/** How long a key may take to the painted frame, 95 of 100 times, in milliseconds. */
const BAR_MS = 50;

/** In the page: types each word, and takes the time from a key to the frame that shows its hits. */
const TYPE = (words: readonly string[]): string => `(async () => {
  const input = document.querySelector('#search');
  input.focus();
  const times = [];
  for (const word of ${JSON.stringify(words)}) for (let n = 1; n <= word.length; n += 1) {
    input.value = word.slice(0, n);
    const begun = performance.now();
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    }));
    times.push(performance.now() - begun);
  }
  return times;
})()`;

/** How long the search takes for a key. */
export async function checkKeys(browser: Browser, base: string): Promise<Finding[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${base}/_sandbox/explorer`);
  await page.waitForSelector('.empty');
  const times = ((await page.evaluate(TYPE(WORDS))) as number[]).sort((a, b) => a - b);
  await page.close();
  const p95 = times[Math.floor(times.length * 0.95)] ?? Number.POSITIVE_INFINITY;
  const what = `the search answers ${times.length} keys within ${BAR_MS} ms to the painted frame (p95 ${p95.toFixed(1)} ms)`;
  return [{ what, ok: p95 <= BAR_MS, saw: p95.toFixed(1) }];
}
