import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { suiteOrg } from '../support/org.js';
import { createPerson, PASSWORD } from '../support/people.js';
import { activePerson, factorsPath } from '../support/second-factors.js';

const org = suiteOrg();

const eventsOf = async (type: string) => (await org.get(`/api/v1/logs?filter=eventType eq "${type}"`)).body;
const sessionIds = (events: { authenticationContext: { externalSessionId: string } }[]): string[] =>
  events.map(({ authenticationContext }) => authenticationContext.externalSessionId);
const authn = (username: string, password: string) => org.post('/api/v1/authn', { username, password });

/** A person and the session that a sign-in made. */
async function signedIn(): Promise<{ readonly id: string; readonly sid: string }> {
  const { id } = await activePerson(org);
  const { body } = await authn('robin.1@example.com', PASSWORD);
  const session = await org.post('/api/v1/sessions', { sessionToken: body.sessionToken });
  return { id, sid: session.body.id };
}

describe('the session of an event', () => {
  test('is the one that began, whoever asked for it', async () => {
    const { sid } = await signedIn();
    expect(sessionIds(await eventsOf('user.session.start'))).toEqual([sid]);
  });

  test('is the one of the cookie that somebody called by, and can be searched for', async () => {
    const { sid } = await signedIn();
    const body = { profile: { nickName: 'Rob' } };
    const { status } = await request(org.url).post('/api/v1/users/me').set('Cookie', `sid=${sid}`).send(body);
    expect(status).toBe(200);
    expect(sessionIds(await eventsOf('user.account.update_profile'))).toEqual([sid]);
    const about = await org.get(`/api/v1/logs?q=${sid}`);
    expect(about.body.map((event: { eventType: string }) => event.eventType)).toEqual([
      'user.session.start',
      'user.account.update_profile',
    ]);
  });

  test('is unknown where a sign-in failed, as is who tried to be nobody', async () => {
    const { id } = await activePerson(org);
    await authn('robin.1@example.com', 'Wrong-Kettle-1');
    await authn('nobody@example.com', PASSWORD);
    const failures = await eventsOf('user.session.start');
    expect(sessionIds(failures)).toEqual(['unknown', 'unknown']);
    expect(failures[0].actor.id).toBe(id);
    expect(failures[1].actor).toEqual({
      id: 'unknown',
      type: 'User',
      alternateId: 'nobody@example.com',
      displayName: 'unknown',
      detailEntry: null,
    });
  });
});

describe('the zone of an event', () => {
  const zone = (name: string, value: string) => ({ type: 'IP', name, gateways: [{ type: 'CIDR', value }] });
  const zoneOf = async (name: string, ip = '203.0.113.9'): Promise<string> => {
    await org.post('/api/v1/groups', { profile: { name } }, { 'x-forwarded-for': ip });
    return (await org.get('/api/v1/logs?sortOrder=DESCENDING&limit=1')).body[0].client.zone;
  };

  test('is the text null, or the names of the active ones that held the address', async () => {
    expect(await zoneOf('A')).toBe('null');
    const { body } = await org.post('/api/v1/zones', zone('Office', '203.0.113.0/24'));
    expect(await zoneOf('B')).toBe('Office');
    expect(await zoneOf('C', '198.51.100.1')).toBe('null');
    await org.post('/api/v1/zones', zone('Everywhere', '0.0.0.0/0'));
    expect(await zoneOf('D')).toBe('Office, Everywhere');
    await org.post(`/api/v1/zones/${body.id}/lifecycle/deactivate`);
    expect(await zoneOf('E')).toBe('Everywhere');
  });

  test('stays what it was, and can be filtered and searched by', async () => {
    const { body } = await org.post('/api/v1/zones', zone('Office', '203.0.113.0/24'));
    await zoneOf('A');
    await org.post(`/api/v1/zones/${body.id}/lifecycle/deactivate`);
    await org.delete(`/api/v1/zones/${body.id}`);
    const found = ['filter=client.zone eq "Office"', 'q=Office group.lifecycle.create'].map(async (query) => {
      const events = (await org.get(`/api/v1/logs?${query}`)).body;
      return events.map((event: { eventType: string }) => event.eventType);
    });
    expect(await Promise.all(found)).toEqual([['group.lifecycle.create'], ['group.lifecycle.create']]);
  });
});

test('what a rule gives is given by the org, the apps of the group too', async () => {
  const { body: app } = await org.post('/api/v1/apps', {
    name: 'bookmark',
    label: 'Wiki',
    signOnMode: 'BOOKMARK',
    settings: { app: { url: 'https://wiki.example' } },
  });
  const { body: group } = await org.post('/api/v1/groups', { profile: { name: 'Team' } });
  await org.put(`/api/v1/apps/${app.id}/groups/${group.id}`, {});
  await createPerson(org, 1);
  const { body: rule } = await org.post('/api/v1/groups/rules', {
    type: 'group_rule',
    name: 'Robins',
    conditions: { expression: { value: 'user.firstName=="Robin"', type: 'urn:okta:expression:1.0' } },
    actions: { assignUserToGroups: { groupIds: [group.id] } },
  });
  await org.post(`/api/v1/groups/rules/${rule.id}/lifecycle/activate`);
  for (const type of ['group.user_membership.add', 'application.user_membership.add']) {
    const events = await eventsOf(type);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ actor: { type: 'SystemPrincipal' }, transaction: { type: 'JOB' } });
  }
  const [given] = await eventsOf('application.user_membership.add');
  expect(given.debugContext.debugData).toEqual({ appname: 'bookmark' });
});

test('a wrong code is a failure in the old Events API, too', async () => {
  const { id } = await activePerson(org);
  const profile = { question: 'disliked_food', answer: 'mayonnaise' };
  const { body } = await org.post(factorsPath(id), { factorType: 'question', provider: 'OKTA', profile });
  for (const answer of ['ketchup', 'mayonnaise']) await org.post(factorsPath(id, `/${body.id}/verify`), { answer });
  const events = await eventsOf('user.authentication.auth_via_mfa');
  expect(events.map((event: { legacyEventType: string }) => event.legacyEventType)).toEqual([
    'core.user.factor.attempt_fail',
    'core.user.factor.attempt_success',
  ]);
});
