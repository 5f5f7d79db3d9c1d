import { describe, expect, test } from '@jest/globals';
import { Links } from '../../contract/links.js';
import { jsonOf } from '../../contract/reply.js';
import { userStatuses } from '../../objects/users/states.js';
import { userItemView, userView } from '../../objects/users/view.js';
import type { UserCredentials, UserRow } from '../../store/rows/users.js';
import { user as draft } from '../support/store.js';

const links = [new Links('http://localhost:4010'), new Links('https://a.example')];

const hash = { algorithm: 'SCRYPT' as const, n: 2, r: 1, p: 1, salt: 'c2FsdA==', value: 'dmFsdWU=' };
const credentials: readonly UserCredentials[] = [
  { provider: { type: 'OKTA', name: 'OKTA' } },
  { provider: { type: 'FEDERATION', name: 'FEDERATION' } },
  { provider: { type: 'OKTA', name: 'OKTA' }, password: hash } as UserCredentials,
  {
    provider: { type: 'LDAP', name: 'dir "x"' },
    recoveryQuestion: { question: 'Zoë\\"?', answer: hash },
  } as UserCredentials,
];
const ids = ['00u1ab2cd3ef4gh5ij6k', '00uZ', '00u a/"b', '漢字'];
const types = ['oty00000000000000001', 'oty00000000000000002'];

const rows: UserRow[] = userStatuses.flatMap((status) =>
  credentials.flatMap((given) =>
    ids.flatMap((id) =>
      types.map((typeId, at) => {
        const profile = { login: `${id}@x.example`, email: 'a@x.example', nickName: '"\n', ages: [1, 2] };
        return { id, seq: at + 1, ...draft(profile, { status, credentials: given, typeId }) } as UserRow;
      }),
    ),
  ),
);

describe('what a user is written down as', () => {
  test('is what JSON makes of the view: for every status, provider, id, type and base, in any order', () => {
    for (const row of [...rows, ...[...rows].reverse()]) {
      for (const base of links) expect(jsonOf(userView, row, base)).toBe(JSON.stringify(userView(row, base)));
    }
  });

  test('where no view writes itself is that too', () => {
    for (const row of rows) {
      expect(jsonOf(userItemView, row, links[0] as Links)).toBe(JSON.stringify(userItemView(row, links[0] as Links)));
    }
  });
});
