import type { Browser, Page } from 'playwright-core';
import { routes } from '../../../generated/routes.js';
import type { Sandbox } from '../../../server/sandbox.js';
import type { Finding } from '../origins.js';

/** Answers that a sample must never get: the server does not know the path, the method, the length or the media type. */
const NEVER = [405, 411, 415];
/** An answer that takes longer is none, in milliseconds. */
const PATIENCE = 15_000;

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
  const waits = (await page.isDisabled('.run')) ? ((await page.textContent('.why')) ?? 'no reason') : '';
  if (waits !== '') await fillEmpty(page);
  if (await page.isDisabled('.run')) return { id, waits: `${waits} even when filled in`, status: 0, code: '' };
  const said = (await page.locator('.note:not([hidden])').allTextContents()).find((note) => note.includes('expect '));
  return { id, waits, ...(said === undefined ? {} : { said }), ...(await runSample(page)) };
}

const isWrong = ({ status, code }: Seen): boolean =>
  status === 0 || status >= 500 || NEVER.includes(status) || (status === 404 && code === 'E0000008');

const told = ({ id, status, code, waits }: Seen): string => `${id} ${status} ${code} ${waits}`.trim();

/** The operations, those that read first, those that take away last: each finds the org as full as it can be. */
function inOrder(): (typeof routes)[number][] {
  const rank = { get: 0, post: 1, put: 2, delete: 3 };
  return [...routes].sort((a, b) => rank[a.method] - rank[b.method]);
}

/** Opens the deep link of every operation and runs the sample that it shows. */
export async function checkLinks(browser: Browser, sandbox: Sandbox, base: string): Promise<Finding[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const seen: Seen[] = [];
  for (const { operationId, method } of inOrder()) {
    // A sample may end what the next one needs: sessions, roles, the admin's own rights.
    if (method !== 'get' && seen.length % 10 === 0) await sandbox.reset();
    const one = await visit(page, base, operationId).catch((error: Error) => ({
      id: operationId,
      waits: error.message.split('\n')[0] ?? '',
      status: 0,
      code: '',
    }));
    seen.push(one);
    // Four minutes are long without a word.
    if (one.status < 200 || one.status > 299) console.log(`     ${seen.length} ${told(one)}`);
  }
  await page.close();
  const wrong = seen.filter(isWrong);
  const gets = new Set(
    inOrder().flatMap(({ method, operationId }) => (method === 'get' ? [operationId as string] : [])),
  );
  const reads = seen.filter(({ id, waits }) => gets.has(id) && waits === '');
  const good = reads.filter(({ status, said }) => status < 300 || said?.includes(`expect ${status}`));
  const tally = (list: Seen[]): string => list.map(told).join('; ');
  console.log(
    `     samples answered 2xx: ${seen.filter(({ status }) => status >= 200 && status < 300).length}, prefilled: ${seen.filter(({ waits }) => waits === '').length}, of ${seen.length}`,
  );
  return [
    {
      what: `${seen.length} deep links show a sample that the server understands`,
      ok: wrong.length === 0 && seen.length === routes.length,
      saw: tally(wrong),
    },
    {
      what: `${reads.length} prefilled samples that read answer 2xx, or what the page said beforehand`,
      ok: good.length === reads.length,
      saw: tally(reads.filter((one) => !good.includes(one))),
    },
  ];
}
