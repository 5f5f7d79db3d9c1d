import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../../store/clock.js';
import type { IdSource } from '../../store/ids.js';
import { type OrgStoreOptions, openOrgStore } from '../../store/open.js';
import type { OrgStore } from '../../store/org-store.js';
import type { Draft } from '../../store/rows/common.js';
import type { GroupRow, MembershipRow } from '../../store/rows/groups.js';
import type { LogRow } from '../../store/rows/logs.js';
import type { UserRow } from '../../store/rows/users.js';
import type { Store } from '../../store/types.js';

/** What the clock of these tests shows, in milliseconds since 1970. */
export const NOW = Date.UTC(2026, 0, 15, 9, 30);
const TIME = '2026-01-15T09:30:00.000Z';

/** An open store, and what it warned of. */
export interface TestStore {
  readonly store: OrgStore;
  readonly rows: Store;
  readonly ids: IdSource;
  readonly clock: Clock;
  readonly warnings: readonly string[];
}

export const group = (name: string): Draft<GroupRow> => ({
  type: 'OKTA_GROUP',
  objectClass: ['okta:user_group'],
  created: TIME,
  lastUpdated: TIME,
  lastMembershipUpdated: TIME,
  profile: { name },
});

/** Somebody of whom nothing is known but status and profile. */
export const user = (
  profile: UserRow['profile'],
  { status = 'ACTIVE', ...rest }: Partial<UserRow> = {},
): Draft<UserRow> => ({
  status,
  typeId: 'oty00000000000000001',
  realmId: 'guo00000000000000001',
  created: TIME,
  activated: null,
  statusChanged: null,
  lastLogin: null,
  lastUpdated: TIME,
  passwordChanged: null,
  profile,
  credentials: { provider: { type: 'OKTA', name: 'OKTA' } },
  ...rest,
});

export const membership = (groupId: string, userId: string, rules: readonly string[] = []): Draft<MembershipRow> => ({
  groupId,
  userId,
  manual: rules.length === 0,
  rules,
});

export const event = (type: string, at = NOW): Draft<LogRow> => ({
  type,
  at,
  origin: {
    actor: { id: '00uadmin', type: 'User', alternateId: 'admin@example.com', displayName: 'Ad Min' },
    requestId: `request of ${type}`,
    ip: '127.0.0.1',
    url: '/api/v1/groups',
  },
  targets: [],
});

/** A small seed: the group Everyone. */
export const applySeed = (rows: Store): void => {
  rows.groups.insert({ ...group('Everyone'), type: 'BUILT_IN' });
};

/** Opens a store with a small seed; in memory without a folder. Close it. */
export async function openStore(dir?: string, options: Partial<OrgStoreOptions> = {}): Promise<TestStore> {
  const clock = options.clock ?? new Clock(NOW);
  const warnings: string[] = [];
  const { store, ids } = await openOrgStore(
    {
      name: 'default',
      ...(dir === undefined ? {} : { dir }),
      clock,
      idSeed: 'tests',
      seed: { name: 'small', hash: '1' },
      warn: (message) => warnings.push(message),
      ...options,
    },
    applySeed,
  );
  return { store, rows: store.collections, ids, clock, warnings };
}

const folders: string[] = [];

/** A new folder; `removeFolders` takes all of them away. */
export function newFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'mockta-store-'));
  folders.push(path);
  return path;
}

/** Until the commits of this turn are in the journal, or were refused by it. */
export const endOfTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A copy of a folder as a crash at the end of this turn would leave it: everything but the lock's holder. */
export async function crashed(dir: string): Promise<string> {
  await endOfTurn();
  const copy = newFolder();
  cpSync(dir, copy, { recursive: true });
  rmSync(join(copy, 'default.lock'), { force: true });
  return copy;
}

export function removeFolders(): void {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
}

/** The files of a folder and what is in them, the lock aside. */
export const contentOf = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir)
      .filter((name) => !name.endsWith('.lock'))
      .sort()
      .map((name) => [name, readFileSync(join(dir, name), 'latin1')]),
  );

/** The paths of an org's files. */
export const pathsIn = (dir: string) => ({
  state: join(dir, 'default.json'),
  journal: join(dir, 'default.journal'),
  aside: join(dir, 'default.journal.old'),
  lock: join(dir, 'default.lock'),
});

/** Adds a group in a transaction of its own. */
export const addGroup = ({ store, rows }: Pick<TestStore, 'store' | 'rows'>, name: string): GroupRow =>
  store.transaction(() => rows.groups.insert(group(name)));

/** The groups' names in order. */
export const groupNames = (rows: Store): unknown[] => rows.groups.all().map((row) => row.profile.name);
