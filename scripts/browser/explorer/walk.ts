import type { Browser, Page } from 'playwright-core';
import type { Finding } from '../origins.js';

/** Opens a page of the sandbox and waits for what it shows last. */
export async function openAt(page: Page, url: string, ready: string): Promise<void> {
  await page.goto(url);
  await page.waitForSelector(ready, { state: 'attached' });
}

/** Finds an operation by typing, runs it, and waits for the log event that it caused: by keys alone. */
async function findAndRun(page: Page, base: string): Promise<Finding> {
  await openAt(page, `${base}/_sandbox/explorer`, '.empty');
  await page.keyboard.press('/');
  await page.keyboard.type('suspend user');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.run:not([disabled])');
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.result .plate');
  const saw = `${await page.textContent('.result .plate .good, .result .plate .poor')} ${await page.textContent('.caused')}`;
  const what = 'an operation is found by typing, run by a key, and shows the event that it caused';
  return { what, ok: saw.includes('200') && saw.includes('user.lifecycle.suspend'), saw };
}

async function pasteUrl(page: Page, base: string): Promise<Finding> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`GET ${base}/api/v1/groups/00g123/users?limit=2`);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.result[data-op="listGroupUsers"]', { state: 'attached' });
  await page.waitForSelector('#f-groupId');
  const saw = await page.inputValue('#f-groupId');
  return { what: 'a pasted URL opens its operation with the ids filled in', ok: saw === '00g123', saw };
}

async function brokenBody(page: Page, base: string): Promise<Finding> {
  await openAt(page, `${base}/_sandbox/explorer/createGroup`, '#body');
  await page.fill('#body', '{\n  "profile": }');
  const saw = `${await page.textContent('#body-n')} ${await page.isDisabled('.run')}`;
  const what = 'a body that is no JSON is told before it is sent';
  return { what, ok: saw === 'Not JSON: line 2, column 14. true', saw };
}

async function unknownOperation(page: Page, base: string): Promise<Finding> {
  const answer = await page.goto(`${base}/_sandbox/explorer/listUser`);
  await page.waitForSelector('.begin');
  const saw = `${answer?.status()} ${await page.textContent('.begin')}`;
  const what = 'a link to an operation that does not exist says so and offers the nearest';
  return { what, ok: saw.startsWith('404') && saw.includes('listUsers'), saw };
}

const NAME = '<script>alert(1)</script>';
const LAST = '{{7*7}}\' "<img src=x onerror=alert(2)>';

/** A user whose names are code shows as text on each page, and nothing of it runs. */
async function hostileName(page: Page, base: string): Promise<Finding> {
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  await openAt(page, `${base}/_sandbox/explorer/createUser`, '#body');
  const profile = { firstName: NAME, lastName: LAST, email: 'x1@example.com', login: 'x1@example.com' };
  await page.fill('#body', JSON.stringify({ profile }));
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.result .json');
  const id = await page.textContent('.result .json a');
  await openAt(page, `${base}/_sandbox/explorer/getUser?userId=${id}`, '.two option:checked');
  const label = await page.textContent('.two option:checked');
  await page.click('.run');
  await page.waitForSelector('.result .json');
  const shown = await page.textContent('.result .json');
  await openAt(page, `${base}/`, '.holds');
  await openAt(page, `${base}/_sandbox/requests`, '#list table');
  await page.fill('#filter', 'createUser');
  await page.click('#list summary');
  await page.waitForSelector('#list .json');
  const requests = await page.textContent('#list .json');
  const elements = await page.evaluate("document.body.querySelectorAll('script, img').length");
  const isText = label?.startsWith(`${NAME} ${LAST}`) && shown?.includes(NAME) && requests?.includes(NAME);
  const saw = `${label}; ${dialogs} dialogs, ${elements} elements`;
  const what = 'a user named <script> or {{7*7}} shows as text, and nothing of it runs';
  return { what, ok: isText === true && dialogs === 0 && elements === 0, saw };
}

/** Walks through the explorer as somebody would. */
export async function checkWalk(browser: Browser, base: string): Promise<Finding[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) errors.push(message.text());
  });
  const findings: Finding[] = [];
  for (const step of [findAndRun, pasteUrl, brokenBody, unknownOperation, hostileName]) {
    findings.push(await step(page, base));
  }
  findings.push({
    what: 'no page has a script error or breaks its policy',
    ok: errors.length === 0,
    saw: errors.join('; '),
  });
  await page.close();
  return findings;
}
