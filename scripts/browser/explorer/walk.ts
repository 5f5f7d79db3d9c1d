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

/** Where the org holds none of a kind, the request that makes one is offered, with what is known of its path. */
async function noneThere(page: Page, base: string): Promise<Finding> {
  await openAt(page, `${base}/_sandbox/explorer/getCsrForApplication`, '#f-csrId-n a');
  const saw = `${await page.textContent('#f-csrId-n')} ${await page.getAttribute('#f-csrId-n a', 'href')} ${await page.isDisabled('.run')}`;
  const what = 'where the org holds none of a kind, the request that makes one is offered, and nothing is sent';
  const isOffered = /holds none\. .+ makes one\. \S+\/generateCsrForApplication\?appId=0oa\w{17} true$/.test(saw);
  return { what, ok: isOffered, saw };
}

/** A request is run again out of the list, with the body it had: a name that is taken by now. */
async function runAgain(page: Page, base: string): Promise<Finding> {
  await openAt(page, `${base}/_sandbox/explorer/createGroup`, '.run:not([disabled])');
  await page.click('.run');
  await page.waitForSelector('.result .plate');
  await openAt(page, `${base}/_sandbox/requests`, '#list table');
  const rows = page.locator('#list tr');
  const before = await rows.count();
  await rows.first().locator('summary').click();
  await page.click('#list .acts button');
  await rows.nth(before).waitFor();
  const saw = `${before} rows, then ${(await rows.first().locator('td').allTextContents()).join(' ')}`.replace(
    /\s+/g,
    ' ',
  );
  const what = 'a request is run again with its body, and stands on top of the list';
  return { what, ok: /\/api\/v1\/groups.* 400 .*already exists/.test(saw), saw };
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
  for (const step of [findAndRun, pasteUrl, brokenBody, unknownOperation, noneThere, runAgain]) {
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
