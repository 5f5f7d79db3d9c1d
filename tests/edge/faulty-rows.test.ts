import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { directServer } from '../../server/direct.js';
import { type OpenSandbox, openSandbox } from '../../server/open-sandbox.js';
import type { CollectionName } from '../../store/collections.js';
import { rowsOf } from '../../store/references.js';
import { scratchFolder } from '../support/process.js';

const folder = scratchFolder();
let sandbox: OpenSandbox;
let url = '';
const warned: string[] = [];

/** Where the rows of a collection are listed. */
const lists: readonly (readonly [collection: CollectionName, path: string])[] = [
  ['users', 'users?limit=200'],
  ['groups', 'groups?expand=stats'],
  ['groupRules', 'groups/rules?expand=groupIdToGroupNameMap'],
  ['userTypes', 'meta/types/user'],
  ['linkedObjects', 'meta/schemas/user/linkedObjects'],
  ['apps', 'apps'],
  ['policies', 'policies?type=OKTA_SIGN_ON'],
  ['authorizationServers', 'authorizationServers'],
  ['authenticators', 'authenticators'],
  ['brands', 'brands'],
  ['features', 'features'],
  ['zones', 'zones'],
  ['logs', 'logs'],
];

beforeAll(async () => {
  const warn = (message: string): void => void warned.push(message);
  // Nothing is frozen, so that rows can be spoilt, and nothing is kept, so that each list is made anew.
  sandbox = await openSandbox({ seed: 'acme', data: folder.path, memory: 0, warn }, false);
  url = `http://127.0.0.1:${(await sandbox.listen(directServer(sandbox), 0)).port}`;
});
afterAll(async () => {
  await sandbox.close();
  folder.remove();
});

let made = 0;
const spoilt = new Set<CollectionName>();

/** Asks for a list in the same turn as a write whose answer waits for the journal. */
async function besideAWrite(path: string): Promise<{ read: number | string; write: number }> {
  const headers = { authorization: `SSWS ${sandbox.token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ profile: { name: `Beside ${++made}` } });
  const [write, read] = await Promise.all([
    fetch(`${url}/api/v1/groups`, { method: 'POST', headers, body }),
    fetch(`${url}/api/v1/${path}`, { headers })
      .then(async (answer) => (await answer.text()) && answer.status)
      .catch(() => 'broken off'),
  ]);
  return { read, write: write.status };
}

test.each(lists)('a row of %s that lacks a member spoils its own list, never a write beside it', async (name, path) => {
  const row: object | undefined = rowsOf(sandbox.store, name).all().at(-1);
  if (!row) throw new Error(`the seed has no ${name}`);
  const faults = new Set<number | string>();
  for (const member of Object.keys(row)) {
    if (member === 'id' || member === 'seq') continue;
    const value: unknown = Reflect.get(row, member);
    Reflect.deleteProperty(row, member);
    const { read, write } = await besideAWrite(path);
    Reflect.set(row, member, value);
    expect([member, write]).toEqual([member, 200]);
    if (read === 200) continue;
    faults.add(read);
    spoilt.add(name);
  }
  // A fault is told as one, on the wire or by an answer that breaks off.
  for (const fault of faults) expect([500, 'broken off']).toContain(fault);
  expect(warned.splice(0).length >= faults.size).toBe(true);
  expect(await besideAWrite(path)).toEqual({ read: 200, write: 200 });
});

test('lists were spoilt indeed', () => {
  expect(spoilt.size).toBeGreaterThan(lists.length / 2);
});
