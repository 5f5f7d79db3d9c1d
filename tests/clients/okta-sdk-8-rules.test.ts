import { beforeAll, describe, expect, test } from '@jest/globals';
import okta from 'okta-sdk-nodejs-8';
import { suiteSandbox } from '../support/suite-sandbox.js';
import { PNG } from '../support/upload.js';
import { refusal, walked } from './node-sdk.js';
import { customization, eventHook, ipZone, passwordPolicy, passwordRule, server, serverRule } from './rules.js';

const sandbox = suiteSandbox();
let client: InstanceType<typeof okta.Client>;

beforeAll(() => {
  client = new okta.Client({ orgUrl: sandbox.url, token: sandbox.token });
});

describe('rules and looks, by version 8 of the official Node SDK', () => {
  test('makes a policy and its rule, renames both, and takes them away', async () => {
    const { policyApi } = client;
    const group = await client.groupApi.createGroup({ group: { profile: { name: 'Crew' } } });
    const policy = await policyApi.createPolicy({ policy: passwordPolicy(group.id ?? '') as never });
    const policyId = policy.id ?? '';
    const policyRule = await policyApi.createPolicyRule({ policyId, policyRule: passwordRule as never });
    const ruleId = policyRule.id ?? '';
    const longer = await policyApi.replacePolicy({ policyId, policy: Object.assign(policy, { name: 'Longer' }) });
    expect(longer).toMatchObject({ id: policyId, name: 'Longer' });
    Object.assign(policyRule, { name: 'All' });
    expect((await policyApi.replacePolicyRule({ policyId, ruleId, policyRule })).name).toBe('All');
    const listed = await walked(await policyApi.listPolicies({ type: 'PASSWORD' as never }));
    expect(listed.map(({ name }) => name)).toContain('Longer');
    const nameless = policyApi.createPolicy({ policy: { type: 'PASSWORD' } as never });
    expect(await refusal(nameless)).toEqual([400, 'E0000001']);
    await policyApi.deletePolicyRule({ policyId, ruleId });
    await policyApi.deletePolicy({ policyId });
    expect(await refusal(policyApi.getPolicy({ policyId }))).toEqual([404, 'E0000007']);
  });

  test('makes an authorization server with a scope, a claim, a policy and a rule', async () => {
    const api = client.authorizationServerApi;
    const { id: authServerId = '' } = await api.createAuthorizationServer({ authorizationServer: server });
    // `default` would not leave the client: it calls that member `_default`.
    const oAuth2Scope = { name: 'car:drive', consent: 'REQUIRED', _default: true } as const;
    expect((await api.createOAuth2Scope({ authServerId, oAuth2Scope }))._default).toBe(true);
    const oAuth2Claim = { name: 'wheels', claimType: 'RESOURCE', valueType: 'EXPRESSION', value: '"4"' } as const;
    expect((await api.createOAuth2Claim({ authServerId, oAuth2Claim })).status).toBe('ACTIVE');
    const scopes = await walked(await api.listOAuth2Scopes({ authServerId }));
    expect(scopes.map(({ name }) => name)).toContain('car:drive');
    const policy = await api.createAuthorizationServerPolicy({ authServerId, policy: serverRule.policy });
    const policyRule = serverRule.rule as never;
    const given = { authServerId, policyId: policy.id ?? '', policyRule };
    expect((await api.createAuthorizationServerPolicyRule(given)).name).toBe('Hour');
    const trucks = { ...server, description: 'Trucks' };
    const replaced = await api.replaceAuthorizationServer({ authServerId, authorizationServer: trucks });
    expect(replaced.description).toBe('Trucks');
    expect((await refusal(api.createOAuth2Scope({ authServerId, oAuth2Scope })))[0]).toBe(400);
  });

  test('makes zones and an event hook', async () => {
    const zones = client.networkZoneApi;
    const made = await zones.createNetworkZone({ zone: ipZone as never });
    const zone = Object.assign(made, { name: 'Halls' });
    expect((await zones.replaceNetworkZone({ zoneId: made.id ?? '', zone })).name).toBe('Halls');
    const locations = [{ country: 'US', region: 'US-ME' }];
    const north = (given: unknown) =>
      zones.createNetworkZone({ zone: { type: 'DYNAMIC', name: 'North', locations: given } as never });
    // The client sends the list as {"0":...}. Smallest request: createNetworkZone({ zone: { type, name, locations: [] } })
    // with one location in the list.
    expect(await refusal(north(locations))).toEqual([400, 'E0000003']);
    expect(await north({ toJSON: () => locations })).toMatchObject({ type: 'DYNAMIC', locations: { 0: locations[0] } });
    const bad = { ...ipZone, name: 'Bad', gateways: [{ type: 'CIDR', value: 'none' }] };
    expect(await refusal(zones.createNetworkZone({ zone: bad as never }))).toEqual([400, 'E0000001']);
    const hook = await client.eventHookApi.createEventHook({ eventHook: eventHook as never });
    const eventHookId = hook.id ?? '';
    expect((await client.eventHookApi.deactivateEventHook({ eventHookId })).status).toBe('INACTIVE');
    await client.eventHookApi.deleteEventHook({ eventHookId });
    expect(await refusal(client.eventHookApi.getEventHook({ eventHookId }))).toEqual([404, 'E0000007']);
  });

  test('makes a mail of its own, and a logo', async () => {
    const api = client.customizationApi;
    const [brand] = await walked(await api.listBrands());
    const mail = { brandId: brand?.id ?? '', templateName: 'UserActivation' };
    const made = await api.createEmailCustomization({ ...mail, instance: customization });
    expect(made).toMatchObject({ language: 'fr', isDefault: true, subject: 'Bonjour' });
    const empty = api.createEmailCustomization({ ...mail, instance: { ...customization, body: '' } });
    expect(await refusal(empty)).toEqual([400, 'E0000001']);
    const listed = await walked(await api.listEmailCustomizations(mail));
    expect(listed.map(({ language }) => language)).toEqual(['fr']);
    const { brandId } = mail;
    const [theme] = await walked(await api.listBrandThemes({ brandId }));
    const file = { data: PNG, name: 'logo.png' };
    const { url } = await api.uploadBrandThemeLogo({ brandId, themeId: theme?.id ?? '', file });
    expect((await fetch(url ?? '')).status).toBe(200);
  });
});
