import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { Finding } from '../origins.js';
import { openAt } from './walk.js';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [360, 1440, 1024];

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
  ['broken JSON', `${explorer}/createGroup`, '#body', (page) => page.fill('#body', '{')],
  ['before a delete', `${explorer}/deleteGroup`, '.before:not([hidden])'],
  ['a file', `${explorer}/updateOrgLogo`, '#body'],
  ['missing', `${explorer}/nothingLikeIt`, '.begin'],
  ['requests', '/_sandbox/requests', '#list table'],
];

async function faultsOf(page: Page): Promise<readonly Violation[]> {
  await page.evaluate(source);
  return page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then((found) => found.violations)`);
}

/** Looks at every page with axe-core, and for sideways scrolling, at three widths, light and dark. */
export async function checkAccess(browser: Browser, base: string): Promise<Finding[]> {
  const faults: string[] = [];
  const wide: string[] = [];
  let looked = 0;
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of WIDTHS) {
      // The pages' own policy keeps axe out, too.
      const context = await browser.newContext({ viewport: { width, height: 860 }, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      for (const [name, path, ready, act] of states) {
        await openAt(page, base + path, ready);
        await act?.(page);
        const at = `${name}, ${colorScheme}, ${width}`;
        for (const { id, impact, nodes } of await faultsOf(page))
          faults.push(`${at}: ${impact} ${id} ${nodes[0]?.html.slice(0, 120)}`);
        if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) wide.push(at);
        looked += 1;
      }
      await context.close();
      console.log(`     ${colorScheme}, ${width}: ${looked} states looked at, ${faults.length} faults`);
    }
  return [
    { what: `axe-core finds no fault in ${looked} states`, ok: faults.length === 0, saw: faults.join('\n     ') },
    { what: 'no page scrolls sideways', ok: wide.length === 0, saw: wide.join('; ') },
  ];
}
