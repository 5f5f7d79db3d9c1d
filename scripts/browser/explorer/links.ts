import okta from '@okta/okta-sdk-nodejs';
import type { Browser, Page } from 'playwright-core';
import { routes } from '../../../generated/routes.js';
import type { Sandbox } from '../../../server/sandbox.js';
import type { Finding } from '../origins.js';

/** Answers that a sample must never get: the server does not know the path, the method, the length or the media type. */
const NEVER = [405, 411, 415];
/** An answer that takes longer is none, in milliseconds. */
const PATIENCE = 15_000;

/** What a client of the Node SDK can be asked for. */
const METHODS: ReadonlySet<string> = new Set(
  [okta.Client.prototype, Object.getPrototypeOf(okta.Client.prototype)].flatMap((one) =>
    Object.getOwnPropertyNames(one),
  ),
);

/** What one deep link showed. */
interface Seen {
  readonly id: string;
  /** Why its sample could not be run; empty where it could. */
  readonly waits: string;
  readonly status: number;
  readonly code: string;
  /** What the page said beforehand of a refusal to come. */
  readonly said?: string;
}

async function runSample(page: Page): Promise<Pick<Seen, 'status' | 'code'>> {
  const answered = page.waitForResponse((answer) => new URL(answer.url()).pathname.startsWith('/api/v1/'), {
    timeout: PATIENCE,
  });
  await page.click('.run');
  const answer = await answered;
  await page.waitForSelector('.result .plate', { timeout: PATIENCE });
  const body = await page.textContent('.result');
  return { status: answer.status(), code: /E0{4}\d{3}/.exec(body ?? '')?.[0] ?? '' };
}

/** A value that no org holds: what is asked for is not there, and that must be what the answer says. */
async function fillEmpty(page: Page): Promise<void> {
  for (const field of await page.locator('input[id^="f-"]').all()) {
    if ((await field.inputValue()) === '') await field.fill('none0000000000000000');
  }
}

async function visit(page: Page, base: string, id: string): Promise<Seen> {
  await page.goto(`${base}/_sandbox/explorer/${id}`);
  await page.waitForSelector(`.result[data-op="${id}"]`, { state: 'attached', timeout: PATIENCE });
  const sample = await page.textContent('#sample');
  if (!sample?.includes('curl')) return { id, waits: 'it shows no sample', status: 0, code: '' };
  await page.click('#sample-tab-1');
  const node = (await page.textContent('#sample')) ?? '';
  const [, called] = /client\.(\w+)\(/.exec(node) ?? [];
  if (called !== undefined && !METHODS.has(called))
    return { id, waits: `the SDK has no ${called}`, status: 0, code: '' };
  await page.click('#sample-tab-0');
  const waits = (await page.isDisabled('.run')) ? ((await page.textContent('.why')) ?? 'no reason') : '';
  if (waits !== '') await fillEmpty(page);
  if (await page.isDisabled('.run')) return { id, waits: `${waits} even when filled in`, status: 0, code: '' };
  // What a request takes along is told a moment after the sample.
  await page.waitForFunction("document.querySelector('.before').dataset.op === location.pathname.split('/').pop()");
  const notes = await page.locator('.note:not([hidden]), .before:not([hidden])').allTextContents();
  const said = notes.find((note) => note.includes('expect '));
  return { id, waits, ...(said === undefined ? {} : { said }), ...(await runSample(page)) };
}

/** Whether an answer is a success, or the refusal that the page had told of. */
const isForeseen = ({ status, said }: Seen): boolean =>
  status < 300 || said?.includes(`expect ${status}`) === true || said?.includes('expect a refusal') === true;

const isWrong = ({ status, code }: Seen): boolean =>
  status === 0 || status >= 500 || NEVER.includes(status) || (status === 404 && code === 'E0000008');

const told = ({ id, status, code, waits }: Seen): string => `${id} ${status} ${code} ${waits}`.trim();

/** What was not foreseen, as a line. */
const tally = (list: readonly Seen[]): string =>
  list
    .filter((one) => !isForeseen(one))
    .map(told)
    .join('; ');

/** Opens the deep link of every operation and runs the sample that it shows, each write in a new org. */
export async function checkLinks(browser: Browser, sandbox: Sandbox, base: string): Promise<Finding[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const seen: (Seen & { readonly reads: boolean })[] = [];
  for (const { operationId: id, method } of routes) {
    const reads = method === 'get';
    // Each write in an org that is as full as it can be.
    if (!reads || seen.at(-1)?.reads === false) await sandbox.reset();
    const failed = (error: Error): Seen => ({ id, waits: error.message.split('\n')[0] ?? '', status: 0, code: '' });
    const one = { ...(await visit(page, base, id).catch(failed)), reads };
    seen.push(one);
    // Minutes are long without a word.
    if (one.status < 200 || one.status > 299) console.log(`     ${seen.length} ${told(one)} ${one.said ?? ''}`);
  }
  await page.close();
  const wrong = seen.filter(isWrong);
  const filled = seen.filter(({ waits }) => waits === '');
  const well = filled.filter(({ status }) => status >= 200 && status < 300);
  console.log(`     prefilled ${filled.length} of ${seen.length}, answered 2xx ${well.length}`);
  const of = (reads: boolean): Seen[] => filled.filter((one) => one.reads === reads);
  const foreseen = (list: readonly Seen[], what: string): Finding => ({
    what: `${list.length} prefilled samples that ${what} answer 2xx, or what the page said beforehand`,
    ok: list.every(isForeseen),
    saw: tally(list),
  });
  return [
    {
      what: `${seen.length} deep links show a sample that the server understands`,
      ok: wrong.length === 0 && seen.length === routes.length,
      saw: wrong.map(told).join('; '),
    },
    foreseen(of(true), 'read'),
    foreseen(of(false), 'write'),
  ];
}
