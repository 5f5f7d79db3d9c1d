import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { root } from '../../support/run.js';
import type { Finding } from '../origins.js';
import { openAt } from './walk.js';

const folder = join(root, 'docs/images');
/** All pictures together, in bytes. */
const MOST = 400_000;
const QUALITY = 66;

const explorer = '/_sandbox/explorer';

async function run(page: Page): Promise<void> {
  await page.waitForSelector('.run:not([disabled])');
  await page.click('.run');
  await page.waitForSelector('.result .plate');
}

/** What is pictured: a page, what it shows last, and what is done there. */
type Scene = readonly [name: string, path: string, ready: string, act?: (page: Page) => Promise<void>];

const scenes: readonly Scene[] = [
  ['landing', '/', '.holds'],
  ['operation', `${explorer}/suspendUser`, '#sample', run],
  [
    'requests',
    '/_sandbox/requests',
    '#list table',
    async (page) => {
      await page.click('#list tr:has(.bad) summary');
    },
  ],
];

const views: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['light', { colorScheme: 'light', viewport: { width: 1280, height: 800 } }],
  ['dark', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } }],
  ['light-360', { colorScheme: 'light', viewport: { width: 360, height: 720 }, deviceScaleFactor: 2 }],
  ['dark-360', { colorScheme: 'dark', viewport: { width: 360, height: 720 }, deviceScaleFactor: 2 }],
];

/** Something to see among the requests. */
async function visitors(base: string, page: Page): Promise<void> {
  await openAt(page, `${base}${explorer}/createGroup`, '#body');
  await run(page);
  await page.fill('#body', '{ "profile": { "name": "" } }');
  await page.click('.run');
  await page.waitForSelector('.fault');
}

async function picture(page: Page): Promise<Buffer> {
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  return Buffer.from(data, 'base64');
}

/** Pictures the pages for the documents: light and dark, on a desk and on a phone. */
export async function takeShots(browser: Browser, base: string): Promise<Finding[]> {
  await mkdir(folder, { recursive: true });
  let total = 0;
  for (const [view, options] of views) {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await visitors(base, page);
    for (const [name, path, ready, act] of scenes) {
      await openAt(page, base + path, ready);
      await act?.(page);
      const bytes = await picture(page);
      total += bytes.length;
      await writeFile(join(folder, `${name}-${view}.webp`), bytes);
      if (process.env.MOCKTA_PNG) await page.screenshot({ path: join(root, `.artifacts/${name}-${view}.png`) });
    }
    await context.close();
  }
  const what = `${scenes.length * views.length} pictures in docs/images take ${total} bytes, ${MOST} at most`;
  return [{ what, ok: total <= MOST, saw: String(total) }];
}
