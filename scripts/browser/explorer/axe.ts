import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { Finding } from '../origins.js';
import { openAt } from './walk.js';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};
const WIDTHS = [1440, 1024, 360];
const THEMES = ['light', 'dark'] as const;

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** A page in a state that is looked at. */
type State = readonly [name: string, path: string, ready: string, act?: (page: Page) => Promise<void>];

async function runIt(page: Page): Promise<void> {
  await page.click('.run');
  await page.waitForSelector('.result .plate');
}

const explorer = '/_sandbox/explorer';
const states: readonly State[] = [
  ['landing', '/', '.holds'],
  ['list', explorer, '.empty'],
  ['nothing found', explorer, '.empty', (page) => page.fill('#search', 'zzz')],
  ['operation', `${explorer}/updateUser`, '#body'],
  ['after a run', `${explorer}/updateUser`, '.run:not([disabled])', runIt],
  ['a long answer', `${explorer}/listUsers`, '.run:not([disabled])', runIt],
  ['refused', `${explorer}/getUser?userId=nobody`, '.run:not([disabled])', runIt],
  ['broken JSON', `${explorer}/createGroup`, '#body', (page) => page.fill('#body', '{')],
  ['before a delete', `${explorer}/deleteGroup`, '.before:not([hidden])'],
  ['a file', `${explorer}/updateOrgLogo`, '#body'],
  ['missing', `${explorer}/nothingLikeIt`, '.begin'],
  ['keys', explorer, '.empty', (page) => page.keyboard.press('?')],
  ['requests', '/_sandbox/requests', '#list table', (page) => page.locator('#list summary').first().click()],
];

/** A page at one width and in one theme. */
interface View {
  readonly width: number;
  readonly colorScheme: (typeof THEMES)[number];
}

const views: readonly View[] = WIDTHS.flatMap((width) => THEMES.map((colorScheme) => ({ width, colorScheme })));

/** What axe finds, and whether the page scrolls sideways. */
async function lookedAt(page: Page, { width, colorScheme }: View, at: string): Promise<string[]> {
  await page.setViewportSize({ width, height: 860 });
  await page.emulateMedia({ colorScheme });
  const found = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(OPTIONS)}).then(({ violations }) => violations)`,
  )) as readonly Violation[];
  const faults = found.map(({ id, impact, nodes }) => `${at}: ${impact} ${id} ${nodes[0]?.html.slice(0, 120)}`);
  const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return isWide ? [...faults, `${at}: scrolls sideways`] : faults;
}

/** Opens every page once, and looks at it with axe-core at three widths, light and dark. */
export async function checkAccess(browser: Browser, base: string): Promise<Finding[]> {
  // The pages' own policy keeps axe out, too. Nothing moves while it looks.
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults: string[] = [];
  for (const [name, path, ready, act] of states) {
    await page.setViewportSize({ width: WIDTHS[0] ?? 0, height: 860 });
    await openAt(page, base + path, ready);
    await act?.(page);
    await page.evaluate(source);
    for (const view of views)
      faults.push(...(await lookedAt(page, view, `${name}, ${Object.values(view).join(', ')}`)));
  }
  await context.close();
  const looked = states.length * views.length;
  const what = `axe-core finds no fault and nothing scrolls sideways in ${looked} states: ${states.length} pages, ${WIDTHS.join(', ')} pixels wide, light and dark`;
  return [{ what, ok: faults.length === 0, saw: faults.join('\n     ') }];
}
