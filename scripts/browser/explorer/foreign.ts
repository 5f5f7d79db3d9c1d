import type { Browser, Page } from 'playwright-core';
import type { Sandbox } from '../../../server/sandbox.js';
import { REBOUND } from '../chromium.js';
import type { Finding } from '../origins.js';
import { servePage } from '../page.js';

/** Control routes that read, and those that write. */
const READS = ['facts', 'requests', 'outbox', 'health', 'clock', 'openapi.json', 'removal?path=/api/v1/groups/1'];
const WRITES = ['reset', 'clock', 'domains'];
/** What the sandbox's own page gets first, and what it does to the org. */
const OWN = 'GET facts, no-cors GET facts';
const CHANGED = 'the org is another';

/** In a page: asks for each route in every way that a page has, and tells what it could read. */
const ATTACK = (base: string): string => `(async () => {
  const got = [];
  const tell = (what) => (answer) => { if (answer.type !== 'opaque' && answer.ok) got.push(what); };
  const none = () => {};
  for (const route of ${JSON.stringify(READS)}) {
    const url = ${JSON.stringify(base)} + '/_sandbox/' + route;
    await fetch(url).then(tell('GET ' + route), none);
    await fetch(url, { mode: 'no-cors' }).then(tell('no-cors GET ' + route), none);
  }
  for (const route of ${JSON.stringify(WRITES)}) {
    const url = ${JSON.stringify(base)} + '/_sandbox/' + route;
    const body = JSON.stringify({ advance: 1000 });
    await fetch(url, { method: 'POST', body }).then(tell('POST ' + route), none);
    await fetch(url, { method: 'POST', mode: 'no-cors', body }).then(tell('no-cors POST ' + route), none);
    navigator.sendBeacon(url, body);
    const form = document.createElement('form');
    form.method = 'POST'; form.action = url; form.target = 'frame';
    const frame = document.createElement('iframe');
    frame.name = 'frame';
    document.body.append(frame, form);
    const loaded = new Promise((done) => { frame.onload = done; setTimeout(done, 1000); });
    form.submit();
    await loaded;
    frame.remove(); form.remove();
  }
  return got;
})()`;

/** What a page got hold of, and whether the org is as it was. */
async function attacked(page: Page, sandbox: Sandbox, base: string): Promise<string> {
  const before = `${sandbox.org.store.hash()} ${sandbox.clock.now() > Date.now() + 500}`;
  const got = (await page.evaluate(ATTACK(base))) as string[];
  const after = `${sandbox.org.store.hash()} ${sandbox.clock.now() > Date.now() + 500}`;
  return [...got, ...(after === before ? [] : [CHANGED])].join(', ') || 'nothing';
}

/** A page of another origin, and one whose name was bound to this machine, reach no control route. */
export async function checkForeign(browser: Browser, sandbox: Sandbox, base: string): Promise<Finding[]> {
  // A write that can be lost: a reset would undo it.
  const headers = { authorization: `SSWS ${sandbox.token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ profile: { name: 'Here' } });
  await fetch(`${base}/api/v1/groups`, { method: 'POST', headers, body });
  const site = await servePage();
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${site.port}`);
    const other = await attacked(page, sandbox, base);
    const rebound = base.replace('127.0.0.1', REBOUND);
    // As if the name had led elsewhere when the page was fetched.
    await page.route(`${rebound}/page`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto(`${rebound}/page`);
    const bound = await attacked(page, sandbox, rebound);
    // The same, from a page that may: what was refused would have worked.
    await page.goto(`${base}/_sandbox/explorer`);
    const own = await attacked(page, sandbox, base);
    return [
      { what: 'a page of another origin gets nothing of the control routes', ok: other === 'nothing', saw: other },
      { what: 'a page whose name was rebound to this machine gets nothing', ok: bound === 'nothing', saw: bound },
      { what: "the sandbox's own page gets them", ok: own.startsWith(OWN) && own.endsWith(CHANGED), saw: own },
    ];
  } finally {
    await page.close();
    await site.close();
  }
}
