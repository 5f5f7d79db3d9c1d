import { type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';

const bookmark = { name: 'bookmark', label: 'Wiki', settings: { app: { url: 'https://wiki.example' } } };
const swa = {
  name: 'template_swa',
  label: 'Ledger',
  settings: { app: { url: 'https://l.example', usernameField: 'u', passwordField: 'p', buttonField: 'b' } },
};
const client = {
  name: 'oidc_client',
  label: 'Portal',
  settings: { oauthClient: { redirect_uris: ['https://a.example/cb'] } },
};

const app = (in_: TestOrg, body: object = bookmark): Promise<string> => done(in_, post('/apps', body));
const group = (in_: TestOrg): Promise<string> => done(in_, post('/groups', { profile: { name: 'Team' } }));
const person = async (in_: TestOrg): Promise<string> => (await createPerson(in_, 1)).id;

async function off(in_: TestOrg, body: object = bookmark): Promise<string> {
  const id = await app(in_, body);
  await done(in_, post(`/apps/${id}/lifecycle/deactivate`));
  return id;
}

/** A user with an app, as the path of the assignment. */
async function assigned(in_: TestOrg, body: object = swa): Promise<string> {
  const [id, userId] = [await app(in_, body), await person(in_)];
  await done(in_, post(`/apps/${id}/users`, { id: userId }));
  return `/apps/${id}/users/${userId}`;
}

/** A group with a member, as the path of its assignment to an app. */
async function team(in_: TestOrg): Promise<string> {
  const [id, groupId, userId] = [await app(in_), await group(in_), await person(in_)];
  await done(in_, put(`/groups/${groupId}/users/${userId}`));
  return `/apps/${id}/groups/${groupId}`;
}

const CREATED = 'application.lifecycle.create';
const MADE_CLIENT = 'app.oauth2.client.lifecycle.create';
const ADDED = 'application.user_membership.add';

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ['createApplication', 'active', async () => post('/apps', bookmark), [CREATED, 'application.lifecycle.activate']],
  ['createApplication', 'inactive', async () => post('/apps?activate=false', bookmark), [CREATED]],
  [
    'createApplication',
    'a client',
    async () => post('/apps', client),
    [CREATED, MADE_CLIENT, 'application.lifecycle.activate'],
  ],
  [
    'updateApplication',
    'another label',
    async (in_) => put(`/apps/${await app(in_)}`, { ...bookmark, label: 'New' }),
    ['application.lifecycle.update'],
  ],
  [
    'updateApplication',
    'a client',
    async (in_) => put(`/apps/${await app(in_, client)}`, client),
    ['application.lifecycle.update', 'app.oauth2.client.lifecycle.update'],
  ],
  [
    'deactivateApplication',
    'a client',
    async (in_) => post(`/apps/${await app(in_, client)}/lifecycle/deactivate`),
    ['application.lifecycle.deactivate', 'app.oauth2.client.lifecycle.deactivate'],
  ],
  [
    'activateApplication',
    'a client',
    async (in_) => post(`/apps/${await off(in_, client)}/lifecycle/activate`),
    ['application.lifecycle.activate', 'app.oauth2.client.lifecycle.activate'],
  ],
  [
    'deleteApplication',
    'a client',
    async (in_) => remove(`/apps/${await off(in_, client)}`),
    ['application.lifecycle.delete', 'app.oauth2.client.lifecycle.delete'],
  ],
  [
    'assignUserToApplication',
    'as the app has it',
    async (in_) => post(`/apps/${await app(in_)}/users`, { id: await person(in_) }),
    [ADDED],
  ],
  [
    'assignUserToApplication',
    'by another name',
    async (in_) => post(`/apps/${await app(in_)}/users`, { id: await person(in_), credentials: { userName: 'rob' } }),
    [ADDED, 'application.user_membership.change_username'],
  ],
  [
    'updateApplicationUser',
    'everything',
    async (in_) =>
      post(await assigned(in_), { profile: {}, credentials: { userName: 'rob', password: { value: 'kettle' } } }),
    [
      'application.user_membership.update',
      'application.user_membership.change_username',
      'application.user_membership.change_password',
    ],
  ],
  [
    'deleteApplicationUser',
    'its own',
    async (in_) => remove(await assigned(in_)),
    ['application.user_membership.remove'],
  ],
  [
    'createApplicationGroupAssignment',
    'new',
    async (in_) => put(await team(in_)),
    ['group.application_assignment.add', `${ADDED}*`],
  ],
  [
    'createApplicationGroupAssignment',
    'again',
    async (in_) => {
      const path = await team(in_);
      await done(in_, put(path));
      return put(path, { priority: 3 });
    },
    ['group.application_assignment.update'],
  ],
  [
    'deleteApplicationGroupAssignment',
    'with a member',
    async (in_) => {
      const path = await team(in_);
      await done(in_, put(path));
      return remove(path);
    },
    ['group.application_assignment.remove', 'application.user_membership.remove*'],
  ],
  [
    'addUserToGroup',
    'of a group with an app',
    async (in_) => {
      const [id, groupId] = [await app(in_), await group(in_)];
      await done(in_, put(`/apps/${id}/groups/${groupId}`));
      return put(`/groups/${groupId}/users/${await person(in_)}`);
    },
    ['group.user_membership.add', ADDED],
  ],
  [
    'updateApplicationUserProfile',
    'a new property',
    async (in_) =>
      post(`/meta/schemas/apps/${await app(in_)}/default`, {
        definitions: { custom: { properties: { hat: { title: 'Hat', type: 'string' } } } },
      }),
    ['directory.app_user_profile.update'],
  ],
];

const app_ = ['AppInstance'];
const member = ['AppUser', 'AppInstance', 'User'];
const team_ = ['UserGroup', 'AppInstance'];
const lifecycle = (what: string, message: string) => ({
  message,
  legacy: `app.oauth2.client.lifecycle.${what}`,
  targets: app_,
});
const assignment = (what: string, message: string) => ({
  message,
  legacy: `group.application_assignment.${what}`,
  targets: team_,
});

export const facts: FactsByType = {
  'app.oauth2.client.lifecycle.activate': lifecycle('activate', 'Activate OAuth client'),
  'app.oauth2.client.lifecycle.create': lifecycle('create', 'Create OAuth client'),
  'app.oauth2.client.lifecycle.deactivate': lifecycle('deactivate', 'Deactivate OAuth client'),
  'app.oauth2.client.lifecycle.delete': lifecycle('delete', 'Delete OAuth client'),
  'app.oauth2.client.lifecycle.update': lifecycle('update', 'Update OAuth client'),
  'application.lifecycle.activate': {
    message: 'Activate application',
    legacy: 'app.generic.config.app_activated',
    targets: app_,
  },
  'application.lifecycle.create': { message: 'Create application', legacy: 'app.app_editor.app.create', targets: app_ },
  'application.lifecycle.deactivate': {
    message: 'Deactivate application',
    legacy: 'app.generic.config.app_deactivated',
    targets: app_,
  },
  'application.lifecycle.delete': {
    message: 'Delete application',
    legacy: 'app.generic.config.app_deleted',
    targets: app_,
  },
  'application.lifecycle.update': { message: 'Update application', legacy: 'app.app_editor.app.update', targets: app_ },
  'application.user_membership.add': {
    message: 'Add user to application membership',
    legacy: 'app.generic.provision.assign_user_to_app',
    targets: member,
  },
  'application.user_membership.change_password': {
    message: 'Change application password for user',
    legacy: 'app.generic.config.app_password_update',
    targets: member,
  },
  'application.user_membership.change_username': {
    message: 'Change users application username',
    legacy: 'app.generic.config.app_username_update',
    targets: member,
  },
  'application.user_membership.remove': {
    message: 'Remove users application membership',
    legacy: 'app.generic.provision.deactivate_user_from_app',
    targets: member,
  },
  'application.user_membership.update': {
    message: 'Updated user application property',
    legacy: 'app.generic.config.app_user_property_update',
    targets: member,
  },
  'directory.app_user_profile.update': {
    message: 'Update application user profile',
    legacy: 'cvd.appuser_profile_updated',
    targets: app_,
  },
  'group.application_assignment.add': assignment('add', 'Add assigned application to group'),
  'group.application_assignment.remove': assignment('remove', 'Remove assigned application from group'),
  'group.application_assignment.update': assignment('update', 'Update assigned application in group'),
};
