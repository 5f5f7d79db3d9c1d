import type { Browser } from 'playwright-core';
import type { Sandbox } from '../../server/sandbox.js';
import { servePage } from './page.js';

/** One thing that a page tries, and whether it went as it should. */
export interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly saw: string;
}

/** Sends a request as the org's administrator, from outside any browser. */
async function call(base: string, token: string, path: string, body?: object): Promise<{ id: string }> {
  const headers = { authorization: `SSWS ${token}`, 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${base}/api/v1/trustedOrigins${path}`, { method: 'POST', headers, ...sent });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { id: string };
}

/** What a page of this origin gets to see of the user that a token belongs to: a login, or why it sees nothing. */
async function readMe(browser: Browser, pageUrl: string, base: string, token: string): Promise<string> {
  const page = await browser.newPage();
  try {
    await page.goto(pageUrl);
    // As text: what is compiled for Node may call helpers that no page has.
    return await page.evaluate(`
      fetch(${JSON.stringify(`${base}/api/v1/users/me`)}, { headers: { authorization: ${JSON.stringify(`SSWS ${token}`)} } })
        .then((answer) => answer.json()).then((user) => user.profile.login).catch((error) => error.name)`);
  } finally {
    await page.close();
  }
}

/** A page of another origin reads `/api/v1/users/me` exactly when a trusted origin says so. */
export async function checkOrigins(browser: Browser, { token, store }: Sandbox, base: string): Promise<Finding[]> {
  const site = await servePage();
  const origin = `http://127.0.0.1:${site.port}`;
  const login = String(store.users.get(store.tokens.all()[0]?.userId ?? '')?.profile.login);
  const findings: Finding[] = [];
  const expect = async (what: string, from: string, wanted: string): Promise<void> => {
    const saw = await readMe(browser, from, base, token);
    findings.push({ what, ok: saw === wanted, saw });
  };
  try {
    await expect('a page of an origin that nobody trusts reads nothing', origin, 'TypeError');
    const pages = { name: 'Page', origin, scopes: [{ type: 'CORS' }] };
    const { id } = await call(base, token, '', pages);
    await expect('a page of a trusted origin reads the user', origin, login);
    await expect(
      'a page of the same host by another name reads nothing',
      origin.replace('127.0.0.1', 'localhost'),
      'TypeError',
    );
    await call(base, token, `/${id}/lifecycle/deactivate`);
    await expect('a page of an origin that is trusted no longer reads nothing', origin, 'TypeError');
    await call(base, token, `/${id}/lifecycle/activate`);
    await expect('a page of an origin that is trusted again reads the user', origin, login);
  } finally {
    await site.close();
  }
  return findings;
}
