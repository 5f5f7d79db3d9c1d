import { shownDefinition } from '../../objects/applications/app-definition.js';
import { hasSecret } from '../../objects/applications/client-method.js';
import { holdsEverybody } from '../../objects/applications/grants.js';
import { linkNames, makeApp } from '../../objects/applications/make.js';
import { readApp } from '../../objects/applications/reading/app.js';
import { newSecret } from '../../objects/applications/reading/client.js';
import { kindOf } from '../../objects/applications/reading/kind.js';
import { freshAppUser, settle } from '../../objects/applications/settle.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { SeedApp } from '../read/sections/apps.js';
import type { Applying } from './applying.js';

/** Writes no log event. */
const silent = (): void => {};

function describe(app: AppRow, { properties, mappings }: SeedApp, { store }: Applying): void {
  const schema = store.appSchemas.by('app', app.id);
  const custom = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, shownDefinition(one)]));
  if (schema && Object.keys(properties).length > 0) store.appSchemas.update(schema.id, { custom });
  if (Object.keys(mappings).length === 0) return;
  for (const row of [...store.profileMappings.where('app', app.id)]) {
    if (row.toward === 'app') store.profileMappings.update(row.id, { properties: { ...row.properties, ...mappings } });
  }
}

function make(item: SeedApp, { store, ids, now }: Applying): AppRow {
  const making = { store, ids, now: () => now };
  const given = { ...item };
  const kind = kindOf(given);
  const read = readApp(making, given, kind, linkNames(kind, given));
  const app = makeApp(making, kind, read, { id: item.id, status: item.status });
  if (hasSecret(app)) {
    const secret = read.client?.secret ?? newSecret(making);
    store.clientSecrets.insert({ appId: app.id, status: 'ACTIVE', secret, created: now, lastUpdated: now });
  }
  return app;
}

/** Who has an app by a group, as if it had been assigned before they came. */
export function settleMembers(appId: string, { store, ids, now }: Applying): void {
  const app = store.apps.require(appId);
  const ctx = { store, ids, now: () => now, log: silent };
  for (const { groupId } of store.appGroups.where('app', appId)) {
    const members = holdsEverybody(store.groups.require(groupId))
      ? store.users.all()
      : store.memberships.where('group', groupId).flatMap(({ userId }) => store.users.get(userId) ?? []);
    for (const user of [...members]) settle(ctx, app, user, { job: true });
  }
}

/** Makes an app with its users and groups. Who has it by a group comes later, when all are there. */
export function addApp(item: SeedApp, applying: Applying): void {
  const { store, ids, now, idOf } = applying;
  const app = make(item, applying);
  describe(app, item, applying);
  for (const [i, { name, priority, profile }] of item.groups.entries()) {
    const groupId = idOf('groups', name);
    store.appGroups.insert({ appId: app.id, groupId, priority: priority ?? i, profile, lastUpdated: now });
  }
  for (const { login, userName, profile } of item.users) {
    const user = store.users.require(idOf('users', login));
    const fresh = freshAppUser({ store, ids, now: () => now }, app, user);
    store.appUsers.insert({
      ...fresh,
      userName: userName ?? fresh.userName,
      profile: { ...fresh.profile, ...profile },
    });
  }
}
