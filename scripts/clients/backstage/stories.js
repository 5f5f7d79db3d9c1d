// The story of a Backstage catalogue whose people and teams come from the org, told by Roadie's provider.
import { deepStrictEqual as expect } from 'node:assert';
import { ConfigReader } from '@backstage/config';
import okta from '@roadiehq/catalog-backend-module-okta';

const orgUrl = process.env.OKTA_CLIENT_ORGURL;
const token = process.env.OKTA_CLIENT_TOKEN;
const silent = { info() {}, debug() {}, warn() {}, error: console.error, child: () => silent };

async function ask(method, path, body) {
  const headers = { authorization: `SSWS ${token}`, 'content-type': 'application/json' };
  const text = await (await fetch(orgUrl + path, { method, headers, body: body && JSON.stringify(body) })).text();
  return text === '' ? undefined : JSON.parse(text);
}

const person = (name) => ({
  profile: { firstName: name, lastName: 'Low', email: `${name}@example.com`, login: `${name}@example.com` },
});

/** What a provider puts into the catalogue. */
async function provided(Provider, options, more = {}) {
  let entities = [];
  const connection = { applyMutation: async (mutation) => (entities = mutation.entities), refresh: async () => {} };
  const provider = Provider.fromConfig(new ConfigReader({ orgUrl, token, ...more }), { logger: silent, ...options });
  await provider.connect(connection);
  await provider.run();
  return entities.map(({ entity }) => entity);
}

const naming = { userNamingStrategy: 'strip-domain-email', groupNamingStrategy: 'kebab-case-name' };

const stories = {
  async people() {
    for (const name of ['ann', 'bob', 'cleo']) await ask('POST', '/api/v1/users', person(name));
    const users = await provided(okta.OktaUserEntityProvider, { namingStrategy: 'strip-domain-email' });
    expect(
      users
        .map(({ metadata }) => metadata.name)
        .filter((name) => name !== 'admin')
        .sort(),
      ['ann', 'bob', 'cleo'],
    );
    const filter = { userFilter: 'profile.login eq "ann@example.com"' };
    const some = await provided(okta.OktaUserEntityProvider, { namingStrategy: 'strip-domain-email' }, filter);
    expect(
      some.map(({ spec }) => spec.profile.email),
      ['ann@example.com'],
    );
  },

  async 'groups and rules'() {
    const team = await ask('POST', '/api/v1/groups', { profile: { name: 'Data Team', description: 'Numbers' } });
    const [ann] = await ask('GET', '/api/v1/users?q=ann');
    await ask('PUT', `/api/v1/groups/${team.id}/users/${ann.id}`);
    const entities = await provided(okta.OktaOrgEntityProvider, naming);
    const group = entities.find(({ kind, metadata }) => kind === 'Group' && metadata.name === 'data-team');
    expect([group.spec.members, group.metadata.description], [['ann'], 'Numbers']);
    expect(entities.filter(({ kind, metadata }) => kind === 'User' && metadata.name === 'ann').length, 1);
  },

  async paging() {
    // More than the 200 that a page of users holds.
    for (let n = 0; n < 210; n++) await ask('POST', '/api/v1/users?activate=false', person(`many${n}`));
    const users = await provided(okta.OktaUserEntityProvider, { namingStrategy: 'strip-domain-email' });
    expect(users.filter(({ metadata }) => metadata.name.startsWith('many')).length, 210);
  },
};

for (const [name, story] of Object.entries(stories)) {
  try {
    await story();
    console.log(`ok ${name}`);
  } catch (error) {
    console.log(`failed ${name}: ${String(error).replace(/\s+/g, ' ')}`);
    if (process.env.TRACE) console.log(error);
  }
}
