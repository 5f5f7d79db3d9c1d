import type { Browser, Page } from 'playwright-core';
import type { Sandbox } from '../../../server/sandbox.js';
import type { Finding } from '../origins.js';
import { openAt } from './walk.js';

const NAME = '<script>alert(1)</script>';
const LAST = '{{7*7}}\' "<img src=x onerror=alert(2)>';
const BOTH = `${NAME} ${LAST}`;

/** Everything with a name that people choose, its name code. */
const made: readonly (readonly [path: string, body: object])[] = [
  [
    'users',
    { profile: { firstName: NAME, lastName: LAST, email: 'x1@example.com', login: 'x1@example.com', title: BOTH } },
  ],
  ['groups', { profile: { name: BOTH, description: BOTH } }],
  [
    'groups/rules',
    {
      type: 'group_rule',
      name: BOTH.slice(0, 50),
      conditions: { expression: { type: 'urn:okta:expression:1.0', value: 'user.title=="<img>"' } },
      actions: { assignUserToGroups: { groupIds: ['@'] } },
    },
  ],
  ['apps', { name: 'bookmark', label: BOTH, signOnMode: 'BOOKMARK', settings: { app: { url: 'https://a.example' } } }],
  ['zones', { type: 'IP', name: BOTH, gateways: [{ type: 'CIDR', value: '192.0.2.0/24' }] }],
];

/** Makes it all. @returns the ids, by path */
async function populate({ token }: Sandbox, base: string): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {};
  const headers = { authorization: `SSWS ${token}`, 'content-type': 'application/json' };
  for (const [path, body] of made) {
    const text = JSON.stringify(body).replace('"@"', JSON.stringify(ids.groups ?? ''));
    const answer = await fetch(`${base}/api/v1/${path}`, { method: 'POST', headers, body: text });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    ids[path] = ((await answer.json()) as { id: string }).id;
  }
  return ids;
}

const explorer = '/_sandbox/explorer';

/** A page, what it shows last, and the text that must stand on it. */
type Place = readonly [name: string, path: string, ready: string, text: string, act?: (page: Page) => Promise<void>];

async function runIt(page: Page): Promise<void> {
  await page.waitForSelector('.run:not([disabled])');
  await page.click('.run');
  await page.waitForSelector('.result .plate');
}

async function openRequest(page: Page): Promise<void> {
  await page.fill('#filter', 'createUser');
  await page.click('#list summary');
  await page.waitForSelector('#list .json');
}

const placesOf = (ids: Readonly<Record<string, string>>): readonly Place[] => [
  ['the landing', '/', '.holds', NAME],
  ['the choice of a user', `${explorer}/getUser?userId=${ids.users}`, '.two option:checked', BOTH],
  ['the answer of a user', `${explorer}/getUser?userId=${ids.users}`, '#f-userId', NAME, runIt],
  ['the choice of a group', `${explorer}/getGroup?groupId=${ids.groups}`, '.two option:checked', BOTH],
  ['what goes with a group', `${explorer}/deleteGroup?groupId=${ids.groups}`, '.before:not([hidden])', BOTH],
  ['the event of a write', `${explorer}/deactivateUser?userId=${ids.users}`, '#f-userId', BOTH, runIt],
  ['the choice of an app', `${explorer}/getApplication?appId=${ids.apps}`, '.two option:checked', BOTH],
  ['the body of an update', `${explorer}/updateNetworkZone?zoneId=${ids.zones}`, '#body', '{{7*7}}'],
  ['a value of a link', `${explorer}/getUser?userId=${encodeURIComponent(BOTH)}`, '#f-userId', '{{7*7}}', runIt],
  ['a link to nothing', `${explorer}/${encodeURIComponent(BOTH)}`, '.begin', '{{7*7}}'],
  ['a group of a link', `${explorer}?group=${encodeURIComponent(BOTH)}`, '.empty', 'Explorer'],
  ['the requests', '/_sandbox/requests', '#list table', NAME, openRequest],
];

/** What the page holds that only code could have put there, or lacks. */
async function faultOf(page: Page, base: string, [name, path, ready, text, act]: Place): Promise<string[]> {
  await openAt(page, base + path, ready);
  await act?.(page);
  const shown = (await page.evaluate(
    "document.body.innerText + [...document.querySelectorAll('textarea, input, option')].map((one) => one.value + one.textContent).join(' ')",
  )) as string;
  const elements = await page.evaluate("document.querySelectorAll('script:not([src]), img, body script').length");
  const isThere = shown.includes(text) || shown.includes(JSON.stringify(text).slice(1, -1));
  return [
    ...(isThere ? [] : [`${name} does not show it as text`]),
    ...(elements === 0 ? [] : [`${name} has ${String(elements)} elements of it`]),
  ];
}

/** What is named like code shows as text wherever the pages show it, and nothing of it runs. */
export async function checkHostile(browser: Browser, sandbox: Sandbox, base: string): Promise<Finding[]> {
  const places = placesOf(await populate(sandbox, base));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const faults: string[] = [];
  page.on('dialog', (dialog) => {
    faults.push(`a dialog says ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(error.message));
  for (const place of places) faults.push(...(await faultOf(page, base, place)));
  await page.close();
  const what = `names like <script> and {{7*7}} show as text in ${places.length} places, and nothing of them runs`;
  return [{ what, ok: faults.length === 0, saw: faults.join('; ') }];
}
