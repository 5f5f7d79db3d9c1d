// The stories of a user of the Node SDK, version 8.
import okta from '@okta/okta-sdk-nodejs';
import { bodies, expect, oneTimeCode, person, refusal, spendLimit, tell, walked } from './story.js';

// What it keeps in its cache it never looks at again, whatever others do.
const how = { cacheMiddleware: null };
const client = new okta.Client(how);
const { userApi, groupApi, applicationApi, userFactorApi, policyApi, authorizationServerApi } = client;
const newPerson = (name) => userApi.createUser({ body: person(name) });
const newGroup = (name) => groupApi.createGroup({ group: { profile: { name } } });
const idsOf = async (list) => (await walked(await list)).map(({ id }) => id);

await tell({
  async people() {
    const { id: userId, status } = await newPerson('kim');
    expect(status, 'ACTIVE');
    expect((await userApi.getUser({ userId: 'kim@example.com' })).id, userId);
    const changed = await userApi.updateUser({ userId, user: { profile: { nickName: 'Kimmy' } } });
    expect(changed.profile.nickName, 'Kimmy');
    await userApi.suspendUser({ userId });
    expect((await userApi.getUser({ userId })).status, 'SUSPENDED');
    await userApi.unsuspendUser({ userId });
    // A user is made of the answer, in which there is no temporary password any more.
    expect((await userApi.expirePasswordAndGetTemporaryPassword({ userId })).tempPassword, undefined);
    expect((await userApi.getUser({ userId })).status, 'PASSWORD_EXPIRED');
    await userApi.deactivateUser({ userId });
    await userApi.deleteUser({ userId });
    expect(await refusal(userApi.getUser({ userId })), '404 E0000007');
    return 'node8-temporary-password';
  },

  async 'groups and rules'() {
    const [{ id: userId }, { id: groupId }] = [await newPerson('gil'), await newGroup('Crew')];
    await groupApi.assignUserToGroup({ groupId, userId });
    expect(await idsOf(groupApi.listGroupUsers({ groupId })), [userId]);
    const { id: ruleId } = await groupApi.createGroupRule({ groupRule: bodies.rule(groupId) });
    await groupApi.activateGroupRule({ ruleId });
    const other = await newPerson('gus');
    expect((await idsOf(groupApi.listGroupUsers({ groupId }))).includes(other.id), true);
    await groupApi.deactivateGroupRule({ ruleId });
    await groupApi.deleteGroupRule({ ruleId });
    await groupApi.unassignUserFromGroup({ groupId, userId });
    await groupApi.deleteGroup({ groupId });
  },

  async schemas() {
    const body = bodies.schema;
    const schema = await client.schemaApi.updateUserProfile({ schemaId: 'default', userSchema: body, body });
    expect(schema.definitions.custom.properties.badge.title, 'Badge');
    const given = person('sam');
    const user = await userApi.createUser({ body: { ...given, profile: { ...given.profile, badge: 'B-1' } } });
    expect((await userApi.getUser({ userId: user.id })).profile.badge, 'B-1');
  },

  async applications() {
    const { id: appId, status } = await applicationApi.createApplication({ application: bodies.bookmark });
    expect(status, 'ACTIVE');
    const { id: userId } = await newPerson('ann');
    const assigned = await applicationApi.assignUserToApplication({ appId, appUser: { id: userId } });
    expect(assigned.scope, 'USER');
    expect(await idsOf(applicationApi.listApplicationUsers({ appId })), [userId]);
    const web = await applicationApi.createApplication({ application: bodies.web });
    expect(web.credentials.oauthClient.client_id.length > 0, true);
    await applicationApi.unassignUserFromApplication({ appId, userId });
    await applicationApi.deactivateApplication({ appId });
    await applicationApi.deleteApplication({ appId });
    expect(await refusal(applicationApi.getApplication({ appId })), '404 E0000007');
  },

  async factors() {
    const { id: userId } = await newPerson('tom');
    const factor = await userFactorApi.enrollFactor({ userId, body: bodies.totp });
    const activate = (passCode) => userFactorApi.activateFactor({ userId, factorId: factor.id, body: { passCode } });
    expect(await refusal(activate('12')), '403 E0000068');
    expect((await activate(await oneTimeCode(factor._embedded.activation.sharedSecret))).status, 'ACTIVE');
    expect(await idsOf(userFactorApi.listFactors({ userId })), [factor.id]);
    await userFactorApi.unenrollFactor({ userId, factorId: factor.id });
  },

  async policies() {
    const policy = await policyApi.createPolicy({ policy: bodies.policy((await newGroup('Guarded')).id) });
    const policyId = policy.id;
    expect(policy.settings.password.complexity.minLength, 14);
    const rule = await policyApi.createPolicyRule({ policyId, policyRule: bodies.policyRule });
    expect(await idsOf(policyApi.listPolicyRules({ policyId })), [rule.id]);
    await policyApi.deactivatePolicy({ policyId });
    await policyApi.deletePolicy({ policyId });
  },

  async 'authorization servers'() {
    const api = authorizationServerApi;
    const made = await api.createAuthorizationServer({ authorizationServer: bodies.server });
    const authServerId = made.id;
    await api.createOAuth2Scope({ authServerId, oAuth2Scope: bodies.scope });
    await api.createOAuth2Claim({ authServerId, oAuth2Claim: bodies.claim });
    const scopes = await walked(await api.listOAuth2Scopes({ authServerId }));
    expect(
      scopes.some(({ name }) => name === 'shop.read'),
      true,
    );
    await api.deactivateAuthorizationServer({ authServerId });
    await api.deleteAuthorizationServer({ authServerId });
  },

  async hooks() {
    const { id: eventHookId, verificationStatus } = await client.eventHookApi.createEventHook({
      eventHook: bodies.eventHook,
    });
    expect(verificationStatus, 'UNVERIFIED');
    const inline = await client.inlineHookApi.createInlineHook({ inlineHook: bodies.inlineHook });
    expect(inline.status, 'ACTIVE');
    await client.eventHookApi.deactivateEventHook({ eventHookId });
    await client.eventHookApi.deleteEventHook({ eventHookId });
    await client.inlineHookApi.deactivateInlineHook({ inlineHookId: inline.id });
    await client.inlineHookApi.deleteInlineHook({ inlineHookId: inline.id });
  },

  async logs() {
    await newPerson('log');
    const query = { filter: 'eventType eq "user.lifecycle.create"', sortOrder: 'DESCENDING', limit: 5 };
    const [event] = await walked(await client.systemLogApi.listLogEvents(query));
    expect([event.target[0].alternateId, event.outcome.result], ['log@example.com', 'SUCCESS']);
  },

  async paging() {
    for (let n = 0; n < 5; n++) await newPerson(`page${n}`);
    const users = await walked(await userApi.listUsers({ limit: 2, search: 'profile.login sw "page"' }));
    const wanted = [0, 1, 2, 3, 4].map((n) => `page${n}@example.com`);
    expect(users.map(({ profile }) => profile.login).sort(), wanted);
  },

  async refusals() {
    await newPerson('twin');
    expect(await refusal(newPerson('twin')), '400 E0000001');
    expect(await refusal(groupApi.getGroup({ groupId: 'none' })), '404 E0000007');
    const stranger = new okta.Client({ ...how, token: '00nobody' });
    expect(await refusal(stranger.groupApi.getGroup({ groupId: 'none' })), '401 E0000011');
  },

  async limits() {
    await spendLimit('/api/v1/zones', 100);
    expect((await walked(await client.networkZoneApi.listNetworkZones())).length > 0, true);
  },
});
