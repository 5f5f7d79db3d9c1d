// The stories of somebody who automates an org with n8n, executed by n8n's own command.
import { deepStrictEqual as expect } from 'node:assert';
import { ask, byId, byLogin, executed, http, named, okta, setUp, stranger } from './workflow.js';

const goOn = { onError: 'continueRegularOutput' };
const nextPage = {
  paginationMode: 'responseContainsNextURL',
  nextURL: '={{ $response.headers.link.match(/<([^>]+)>; rel="next"/)?.[1] }}',
  paginationCompleteWhen: 'other',
  completeExpression: '={{ !$response.headers.link.includes(`rel="next"`) }}',
};

/** Status and code that a step was refused with. */
const refusalOf = ([{ error }]) => [error.cause.message.slice(-3), error.context.data.errorCode];

/** The last requests to the sandbox, the newest first. */
const requests = (limit) => ask('GET', `/_sandbox/requests?limit=${limit}`);

/** By story: what has to be there before, the steps of the workflow, and what must have come out of them. */
const stories = {
  people: {
    steps: [
      okta('Create', 'create', {
        ...named('kim'),
        getCreateFields: { password: 'Tr1cky-Kettle-9', nickName: 'Kimmy' },
      }),
      okta('Get', 'get', { ...byLogin('kim@example.com'), simplify: false }),
      okta('Update', 'update', { ...byId('={{ $json.id }}'), getUpdateFields: { city: 'Bergen' } }),
      okta('Get many', 'getAll', { searchQuery: 'profile.login eq "kim@example.com"', simplify: false }),
      okta('Deactivate', 'delete', { ...byId('={{ $json.id }}'), sendEmail: true }),
      okta('Still there', 'get', byLogin('kim@example.com')),
      okta('Delete', 'delete', byId('={{ $json.id }}')),
      okta('Gone', 'get', byLogin('kim@example.com'), goOn),
    ],
    async check(out) {
      expect([out.Create[0].json.status, out.Get[0].json.profile.nickName], ['ACTIVE', 'Kimmy']);
      expect(
        out['Get many'].map(({ json }) => json.profile.city),
        ['Bergen'],
      );
      expect(out['Still there'][0].json.status, 'DEPROVISIONED');
      expect(out.Delete[0].json.success, true);
      expect(refusalOf(out.Gone), ['404', 'E0000007']);
      const deletions = (await requests(20)).filter(({ method }) => method === 'DELETE');
      expect(deletions.length, 2);
      return deletions.some(({ path }) => path.includes('sendEmail')) ? undefined : 'n8n-send-email';
    },
  },

  'groups and rules': {
    steps: [
      http('Group', 'POST', '/api/v1/groups', { body: '{ "profile": { "name": "Crew" } }' }),
      okta('Create', 'create', { ...named('gil'), activate: false }),
      http('Add', 'PUT', '/api/v1/groups/{{ $("Group").item.json.id }}/users/{{ $json.id }}'),
      http('Members', 'GET', '/api/v1/groups/{{ $("Group").first().json.id }}/users'),
    ],
    check(out) {
      expect(
        out.Members.map(({ json }) => [json.profile.login, json.status]),
        [['gil@example.com', 'STAGED']],
      );
    },
  },

  logs: {
    steps: [
      okta('Create', 'create', { ...named('log'), activate: false }),
      http('Events', 'GET', '/api/v1/logs?filter=eventType eq "user.lifecycle.create"&sortOrder=DESCENDING&limit=1'),
    ],
    check(out) {
      expect(
        out.Events.map(({ json }) => json.target[0].alternateId),
        ['log@example.com'],
      );
    },
  },

  paging: {
    async before() {
      const profile = (name) => ({
        firstName: name,
        lastName: 'Low',
        email: `${name}@example.com`,
        login: `${name}@example.com`,
      });
      // More than the 200 that a page of users holds.
      for (let n = 0; n < 210; n++) await ask('POST', '/api/v1/users?activate=false', { profile: profile(`many${n}`) });
    },
    steps: [
      okta('Some', 'getAll', { searchQuery: 'profile.login sw "many20"', returnAll: true }),
      // It goes on with the second page until the limit of the minute is used up.
      okta('All', 'getAll', { returnAll: true }, { ...goOn, executeOnce: true }),
      http('A minute later', 'POST', '/_sandbox/clock', { body: '{ "advance": 60000 }', executeOnce: true }),
      http('Page by page', 'GET', '/api/v1/users?limit=100', { options: { pagination: { pagination: nextPage } } }),
    ],
    async check(out) {
      expect(out.Some.length, 11);
      const many = out['Page by page'].filter(({ json }) => json.profile.login.startsWith('many'));
      expect(new Set(many.map(({ json }) => json.id)).size, 210);
      if (!out.All[0].error) return undefined;
      expect(refusalOf(out.All), ['429', 'E0000047']);
      const again = (await requests(50)).filter(({ path }) => /users\/\?.*limit=200&after=/.test(path));
      expect([again.length > 1, new Set(again.map(({ path }) => path)).size], [true, 1]);
      return 'n8n-second-page';
    },
  },

  refusals: {
    steps: [
      okta('First', 'create', { ...named('twin'), activate: false }),
      okta('Twin', 'create', named('twin'), goOn),
      okta('Nobody', 'get', byId('00unone'), goOn),
      okta('Stranger', 'getAll', {}, { ...goOn, credentials: stranger }),
    ],
    check(out) {
      expect(refusalOf(out.Twin), ['400', 'E0000001']);
      expect(refusalOf(out.Nobody), ['404', 'E0000007']);
      expect(refusalOf(out.Stranger), ['401', 'E0000011']);
    },
  },

  limits: {
    async before() {
      for (let n = 0; n < 600; n++) await ask('GET', '/api/v1/users?limit=1');
    },
    steps: [
      // n8n takes longer to start than a client: so the clock is moved from within, to shortly before the minute is over.
      http('Used up', 'GET', '/api/v1/users?limit=1', {
        options: { response: { response: { fullResponse: true, neverError: true } } },
      }),
      http('Later', 'POST', '/_sandbox/clock', {
        body: '={{ { "set": $json.headers["x-rate-limit-reset"] * 1000 - 3000 } }}',
      }),
      okta('Tries again', 'getAll', { limit: 1 }, { retryOnFail: true, maxTries: 3, waitBetweenTries: 4000 }),
    ],
    async check(out) {
      expect([out['Used up'][0].json.statusCode, out['Tries again'].length], [429, 1]);
      expect(
        (await requests(3)).map(({ status }) => status),
        [200, 429, 429],
      );
    },
  },
};

await setUp(Object.fromEntries(Object.entries(stories).map(([name, { steps }]) => [name, steps])));
for (const [name, { before, check }] of Object.entries(stories)) {
  try {
    await before?.();
    const fault = await check(await executed(name));
    console.log(fault ? `fault ${name}: ${fault}` : `ok ${name}`);
  } catch (error) {
    console.log(`failed ${name}: ${String(error).replace(/\s+/g, ' ')}`);
    if (process.env.TRACE) console.log(error);
  }
}
