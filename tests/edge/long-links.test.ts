import { request as httpRequest } from 'node:http';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';

const org = suiteOrg({ shared: true });
const ids: string[] = [];
beforeAll(async () => {
  for (let n = 0; n < 3; n++) ids.push((await createPerson(org, n)).id);
});

interface Page {
  readonly found: readonly { readonly id: string; readonly uuid: string }[];
  /** Path and query of the link on; undefined on the last page. */
  readonly next: string | undefined;
  readonly headers: string;
  readonly status: number;
}

/** Asks as a client of Node's does: one that fails where headers take more than 16 KB. */
function page(path: string): Promise<Page> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `SSWS ${org.sandbox.token}` };
    const sent = httpRequest(`${org.url}${path}`, { headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      answer.on('end', () => {
        const { link = '' } = answer.headers;
        const next = /<http:\/\/[^/]+([^>]*)>; rel="next"/.exec(String(link))?.[1];
        resolve({
          found: JSON.parse(text) as Page['found'],
          next,
          headers: answer.rawHeaders.join('\n'),
          status: answer.statusCode ?? 0,
        });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

async function walk(path: string): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (let at: string | undefined = path; at !== undefined; ) {
    const got: Page = await page(at);
    pages.push(got);
    at = got.next;
  }
  return pages;
}

/** A filter of nearly 8,000 characters that is true of these. */
const filterOf = (field: string, values: readonly string[]): string => {
  const terms = values.map((value) => `${field} eq "${value}"`);
  for (let n = 0; terms.join(' or ').length < 7900; n++) terms.push(`${field} eq "00u${(n * 7919).toString(36)}"`);
  return encodeURIComponent(terms.join(' or '));
};

describe('a query that is too long for a link', () => {
  test.each(['filter', 'search'])('as a %s, is carried by the cursor, page by page', async (parameter) => {
    const pages = await walk(`/api/v1/users?limit=1&${parameter}=${filterOf('id', ids)}`);
    expect(pages.flatMap(({ found }) => found.map(({ id }) => id))).toEqual(ids);
    for (const { headers, next } of pages) {
      expect(headers.length).toBeLessThan(8192);
      expect(headers).not.toContain('rel="self"');
      if (next !== undefined) expect(next).toMatch(/^\/api\/v1\/users\?after=~[\w-]+$/);
    }
  });

  test('of the System Log, too', async () => {
    const wanted = (await page('/api/v1/logs?limit=3&sortOrder=DESCENDING')).found.map(({ uuid }) => uuid);
    expect(wanted).toHaveLength(3);
    const path = `/api/v1/logs?limit=1&sortOrder=DESCENDING&filter=${filterOf('uuid', wanted)}`;
    const found = (await walk(path)).flatMap((one) => one.found.map(({ uuid }) => uuid));
    expect(found).toEqual(wanted);
  });

  test('may be said again by a client that takes the cursor out of the link', async () => {
    const query = `limit=1&search=${filterOf('id', ids)}`;
    const first = await page(`/api/v1/users?${query}`);
    const after = new URLSearchParams(first.next?.split('?')[1]).get('after') ?? '';
    const second = await page(`/api/v1/users?${query}&after=${encodeURIComponent(after)}`);
    expect(second.found.map(({ id }) => id)).toEqual([ids[1]]);
    const wider = await page(`/api/v1/users?limit=5&after=${after}`);
    expect(wider.found.map(({ id }) => id)).toEqual(ids.slice(1));
  });

  test('is not read out of what is no such cursor', async () => {
    for (const after of ['~', '~AAAA', `~${'A'.repeat(4000)}`]) {
      const { status, found } = await page(
        `/api/v1/users?limit=1&search=${encodeURIComponent('status pr')}&after=${after}`,
      );
      expect([after.slice(0, 5), status, found]).toEqual([after.slice(0, 5), 400, expect.objectContaining({})]);
    }
  });
});

test('a query that fits into a link stands in it', async () => {
  const { next, headers } = await page('/api/v1/users?limit=1&search=status%20pr');
  expect(headers).toContain('rel="self"');
  expect(next).toContain('search=status');
});
