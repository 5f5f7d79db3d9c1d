// The stories of a user of the Node SDK, version 6.
import okta from '@okta/okta-sdk-nodejs';
import { bodies, expect, oneTimeCode, person, refusal, spendLimit, tell, walked } from './story.js';

// What it keeps in its cache it never looks at again, whatever others do.
const how = { cacheStore: undefined, cacheMiddleware: null };
const client = new okta.Client(how);
const newGroup = (name) => client.createGroup({ profile: { name } });
const idsOf = (list) => list.map(({ id }) => id);

await tell({
  async people() {
    const user = await client.createUser(person('kim'));
    expect(user.status, 'ACTIVE');
    expect((await client.getUser('kim@example.com')).id, user.id);
    const changed = await client.partialUpdateUser(user.id, { profile: { nickName: 'Kimmy' } });
    expect(changed.profile.nickName, 'Kimmy');
    await client.suspendUser(user.id);
    expect((await client.getUser(user.id)).status, 'SUSPENDED');
    await client.unsuspendUser(user.id);
    const { tempPassword } = await client.expirePasswordAndGetTemporaryPassword(user.id);
    expect(tempPassword.length > 0, true);
    await client.deactivateUser(user.id);
    await client.deactivateOrDeleteUser(user.id);
    expect(await refusal(client.getUser(user.id)), '404 E0000007');
  },

  async 'groups and rules'() {
    const [user, group] = [await client.createUser(person('gil')), await newGroup('Crew')];
    await client.addUserToGroup(group.id, user.id);
    expect(idsOf(await walked(client.listGroupUsers(group.id))), [user.id]);
    const rule = await client.createGroupRule(bodies.rule(group.id));
    await client.activateGroupRule(rule.id);
    const other = await client.createUser(person('gus'));
    expect(idsOf(await walked(client.listGroupUsers(group.id))).includes(other.id), true);
    await client.deactivateGroupRule(rule.id);
    await client.deleteGroupRule(rule.id);
    await client.removeUserFromGroup(group.id, user.id);
    await client.deleteGroup(group.id);
  },

  async schemas() {
    const schema = await client.updateUserProfile('default', bodies.schema);
    expect(schema.definitions.custom.properties.badge.title, 'Badge');
    const given = person('sam');
    const user = await client.createUser({ ...given, profile: { ...given.profile, badge: 'B-1' } });
    expect((await client.getUser(user.id)).profile.badge, 'B-1');
  },

  async applications() {
    const app = await client.createApplication(bodies.bookmark);
    expect([app.label, app.status], ['Notes', 'ACTIVE']);
    const user = await client.createUser(person('ann'));
    expect((await client.assignUserToApplication(app.id, { id: user.id })).scope, 'USER');
    expect(idsOf(await walked(client.listApplicationUsers(app.id))), [user.id]);
    const web = await client.createApplication(bodies.web);
    expect(web.credentials.oauthClient.client_id.length > 0, true);
    await client.deleteApplicationUser(app.id, user.id);
    await client.deactivateApplication(app.id);
    await client.deleteApplication(app.id);
    expect(await refusal(client.getApplication(app.id)), '404 E0000007');
  },

  async factors() {
    const user = await client.createUser(person('tom'));
    const factor = await client.enrollFactor(user.id, bodies.totp);
    const activate = (passCode) => client.activateFactor(user.id, factor.id, { passCode });
    expect(await refusal(activate('12')), '403 E0000068');
    expect((await activate(await oneTimeCode(factor._embedded.activation.sharedSecret))).status, 'ACTIVE');
    expect(idsOf(await walked(client.listFactors(user.id))), [factor.id]);
    await client.deleteFactor(user.id, factor.id);
  },

  async policies() {
    const policy = await client.createPolicy(bodies.policy((await newGroup('Guarded')).id));
    expect(policy.settings.password.complexity.minLength, 14);
    const rule = await client.createPolicyRule(policy.id, bodies.policyRule);
    expect(idsOf(await walked(client.listPolicyRules(policy.id))), [rule.id]);
    await client.deactivatePolicy(policy.id);
    await client.deletePolicy(policy.id);
  },

  async 'authorization servers'() {
    const { id } = await client.createAuthorizationServer(bodies.server);
    await client.createOAuth2Scope(id, bodies.scope);
    await client.createOAuth2Claim(id, bodies.claim);
    const names = (await walked(client.listOAuth2Scopes(id))).map(({ name }) => name);
    expect(names.includes('shop.read'), true);
    await client.deactivateAuthorizationServer(id);
    await client.deleteAuthorizationServer(id);
  },

  async hooks() {
    const event = await client.createEventHook(bodies.eventHook);
    expect([event.status, event.verificationStatus], ['ACTIVE', 'UNVERIFIED']);
    const inline = await client.createInlineHook(bodies.inlineHook);
    expect(inline.status, 'ACTIVE');
    await client.deactivateEventHook(event.id);
    await client.deleteEventHook(event.id);
    await client.deactivateInlineHook(inline.id);
    await client.deleteInlineHook(inline.id);
  },

  async logs() {
    await client.createUser(person('log'));
    const query = { filter: 'eventType eq "user.lifecycle.create"', sortOrder: 'DESCENDING', limit: 5 };
    const [event] = await walked(client.getLogs(query));
    expect([event.target[0].alternateId, event.outcome.result], ['log@example.com', 'SUCCESS']);
  },

  async paging() {
    for (let n = 0; n < 5; n++) await client.createUser(person(`page${n}`));
    const users = await walked(client.listUsers({ limit: 2, search: 'profile.login sw "page"' }));
    const wanted = [0, 1, 2, 3, 4].map((n) => `page${n}@example.com`);
    expect(users.map(({ profile }) => profile.login).sort(), wanted);
  },

  async refusals() {
    await client.createUser(person('twin'));
    expect(await refusal(client.createUser(person('twin'))), '400 E0000001');
    expect(await refusal(client.getGroup('none')), '404 E0000007');
    const stranger = new okta.Client({ ...how, token: '00nobody' });
    expect(await refusal(walked(stranger.listUsers())), '401 E0000011');
  },

  async limits() {
    await spendLimit('/api/v1/zones', 100);
    expect((await walked(client.listNetworkZones())).length > 0, true);
  },
});
