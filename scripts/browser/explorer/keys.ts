import type { Browser, Page } from 'playwright-core';
import type { Finding } from '../origins.js';

const WORDS = ['create user', 'group rule', 'lifecycle activate', 'del app', '/api/v1/users/00u1/groups', 'zzz', 'l'];
/** How much slower the processor is made, and how long a key may take then, 95 of 100 times, in milliseconds. */
const BARS = [
  { slower: 1, name: 'the whole processor', ms: 50 },
  { slower: 4, name: 'a quarter of it', ms: 100 },
] as const;

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

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.floor(sorted.length * part)] ?? Number.POSITIVE_INFINITY;

async function typed(page: Page, { name, ms }: (typeof BARS)[number]): Promise<Finding> {
  const times = ((await page.evaluate(TYPE(WORDS))) as number[]).sort((a, b) => a - b);
  const [median, p95] = [at(times, 0.5).toFixed(1), at(times, 0.95)];
  const what = `the search answers ${times.length} keys within ${ms} ms to the painted frame at ${name}`;
  return { what: `${what} (median ${median}, p95 ${p95.toFixed(1)})`, ok: p95 <= ms, saw: p95.toFixed(1) };
}

/** How long the search takes for a key, at full speed and at a quarter of it. */
export async function checkKeys(browser: Browser, base: string): Promise<Finding[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${base}/_sandbox/explorer`);
  await page.waitForSelector('.empty');
  const devtools = await page.context().newCDPSession(page);
  const findings: Finding[] = [];
  for (const bar of BARS) {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: bar.slower });
    findings.push(await typed(page, bar));
  }
  await page.close();
  return findings;
}
