import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import okta from '@okta/okta-sdk-nodejs';
import { suiteSandbox } from '../support/suite-sandbox.js';
import { PNG } from '../support/upload.js';
import { refusal, walked } from './node-sdk.js';
import { customization, eventHook, ipZone, passwordPolicy, passwordRule, server, serverRule } from './rules.js';

const sandbox = suiteSandbox();
let client: InstanceType<typeof okta.Client>;

beforeAll(() => {
  client = new okta.Client({ orgUrl: sandbox.url, token: sandbox.token });
});

describe('rules and looks, by version 6.6.0 of the official Node SDK', () => {
  test('makes a policy and its rule, renames both, and takes them away', async () => {
    const group = await client.createGroup({ profile: { name: 'Crew' } });
    const policy = await client.createPolicy(passwordPolicy(group.id) as never);
    const rule = await policy.createRule(passwordRule as never);
    expect([policy.status, rule.status]).toEqual(['ACTIVE', 'ACTIVE']);
    expect((await Object.assign(policy, { name: 'Longer' }).update()).name).toBe('Longer');
    expect((await Object.assign(rule, { name: 'All' }).update(policy.id)).name).toBe('All');
    expect((await walked(client.listPolicies({ type: 'PASSWORD' }))).map(({ name }) => name)).toContain('Longer');
    expect(await refusal(client.createPolicy({ type: 'PASSWORD' } as never))).toEqual([400, 'E0000001']);
    await rule.delete(policy.id);
    await policy.delete();
    expect(await refusal(client.getPolicy(policy.id))).toEqual([404, 'E0000007']);
  });

  test('makes an authorization server with a scope, a claim, a policy and a rule', async () => {
    const made = await client.createAuthorizationServer(server);
    const scope = await made.createOAuth2Scope({ name: 'car:drive', consent: 'REQUIRED', default: true });
    expect([scope.name, scope.default]).toEqual(['car:drive', true]);
    const claim = { name: 'wheels', claimType: 'RESOURCE', valueType: 'EXPRESSION', value: '"4"' };
    expect((await made.createOAuth2Claim(claim as never)).status).toBe('ACTIVE');
    expect((await walked(made.listOAuth2Scopes())).map(({ name }) => name)).toContain('car:drive');
    const { policy, rule } = serverRule;
    const drivers = await made.createPolicy(policy as never);
    expect((await drivers.createPolicyRule(made.id, rule as never)).name).toBe('Hour');
    expect((await Object.assign(made, { description: 'Trucks' }).update()).description).toBe('Trucks');
    expect((await refusal(made.createOAuth2Scope({ name: 'car:drive' })))[0]).toBe(400);
  });

  test('makes zones and an event hook', async () => {
    const zone = await client.createNetworkZone(ipZone as never);
    expect((await Object.assign(zone, { name: 'Halls' }).update()).name).toBe('Halls');
    const dynamic = { type: 'DYNAMIC', name: 'North', locations: [{ country: 'US', region: 'US-ME' }] };
    expect((await client.createNetworkZone(dynamic as never)).locations).toEqual(dynamic.locations);
    const bad = { ...ipZone, name: 'Bad', gateways: [{ type: 'CIDR', value: 'none' }] };
    expect(await refusal(client.createNetworkZone(bad as never))).toEqual([400, 'E0000001']);
    const hook = await client.createEventHook(eventHook as never);
    expect((await hook.deactivate()).status).toBe('INACTIVE');
    await hook.delete();
    expect(await refusal(client.getEventHook(hook.id))).toEqual([404, 'E0000007']);
  });

  test('makes a mail of its own, and a logo', async () => {
    const [brand] = await walked(client.listBrands());
    if (!brand) throw new Error('no brand');
    const made = await client.createEmailTemplateCustomization(brand.id, 'UserActivation', customization);
    expect(made).toMatchObject({ language: 'fr', isDefault: true, subject: 'Bonjour' });
    const empty = client.createEmailTemplateCustomization(brand.id, 'UserActivation', { ...customization, body: '' });
    expect(await refusal(empty)).toEqual([400, 'E0000001']);
    const list = client.listEmailTemplateCustomizations(brand.id, 'UserActivation');
    expect((await walked(list)).map(({ language }) => language)).toEqual(['fr']);
    const [theme] = await walked(client.listBrandThemes(brand.id));
    const file = join(sandbox.folder, 'logo.png');
    writeFileSync(file, PNG);
    const { url } = await client.uploadBrandThemeLogo(brand.id, theme?.id ?? '', createReadStream(file) as never);
    expect((await fetch(url)).status).toBe(200);
  });
});
