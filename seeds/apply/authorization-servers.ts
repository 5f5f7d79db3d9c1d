import { addServer } from '../../objects/authorization-servers/system.js';
import { clientIdOf } from '../../objects/oauth/clients.js';
import type { AuthorizationServerRow, PolicyClient } from '../../store/rows/authorization-servers.js';
import { foldKey } from '../../store/rows/spec.js';
import type { SeedAuthorizationServer } from '../read/sections/authorization-servers.js';
import { type Applying, type Kind, pinned } from './applying.js';

type SeedServerPolicy = SeedAuthorizationServer['policies'][number];

function clientNamed(name: string, { store, idOf }: Applying): PolicyClient {
  if (name === 'ALL_CLIENTS') return { clientId: name, appId: null };
  const app = store.apps.require(idOf('apps', name));
  return { clientId: clientIdOf(app), appId: app.id };
}

function addPolicy(
  { rules, clients, ...policy }: SeedServerPolicy,
  priority: number,
  { id: serverId }: AuthorizationServerRow,
  applying: Applying,
): void {
  const { store, now, idOf } = applying;
  const times = { created: now, lastUpdated: now };
  const { id: policyId } = store.serverPolicies.insert({
    ...pinned(policy),
    ...policy,
    clients: clients.map((client) => clientNamed(client, applying)),
    serverId,
    priority,
    ...times,
  });
  for (const [i, { groups, ...rule }] of rules.entries()) {
    store.serverRules.insert({
      ...pinned(rule),
      ...rule,
      policyId,
      serverId,
      priority: i + 1,
      ...times,
      people: {
        includedUsers: [],
        excludedUsers: [],
        groups:
          groups.length === 0 ? null : groups.map((group) => (group === 'EVERYONE' ? group : idOf('groups', group))),
      },
      inlineHookId: null,
    });
  }
}

/** Authorization servers: each with the system's scopes and claims, a key's name, and what the seed says. */
export const authorizationServers: Kind<SeedAuthorizationServer> = {
  find: (store, name) => store.authorizationServers.all().find((row) => foldKey(row.name) === foldKey(name))?.id,
  add({ scopes, claims, policies, ...given }, applying) {
    const { store, ids, now } = applying;
    const server = addServer({ store, ids, now: () => now }, { ...given, ...pinned(given) });
    for (const scope of scopes) {
      store.oauth2Scopes.insert({ ...scope, ...pinned(scope), serverId: server.id, system: false });
    }
    for (const claim of claims) {
      store.oauth2Claims.insert({ ...claim, ...pinned(claim), serverId: server.id, system: false });
    }
    for (const [i, policy] of policies.entries()) addPolicy(policy, i + 1, server, applying);
  },
};
