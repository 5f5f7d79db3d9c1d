import { type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';

const person = { profile: { login: 'a@b.example', email: 'a@b.example', firstName: 'A', lastName: 'B' } };
const user = (in_: TestOrg): Promise<string> => done(in_, post('/users?activate=false', person));
const group = (in_: TestOrg, name = 'Crew'): Promise<string> => done(in_, post('/groups', { profile: { name } }));
const app = (in_: TestOrg): Promise<string> =>
  done(
    in_,
    post('/apps', {
      name: 'bookmark',
      label: 'Mark',
      signOnMode: 'BOOKMARK',
      settings: { app: { url: 'https://a.example' } },
    }),
  );

type Kind = 'users' | 'groups';

/** The path of a new role of a new holder, narrowed twice to what it takes. */
async function role(in_: TestOrg, kind: Kind, type: string): Promise<string> {
  const holder = await (kind === 'users' ? user(in_) : group(in_));
  return `/${kind}/${holder}/roles/${await done(in_, post(`/${kind}/${holder}/roles`, { type }))}`;
}

async function groupTargets(in_: TestOrg, kind: Kind): Promise<string> {
  const path = await role(in_, kind, 'USER_ADMIN');
  const id = await group(in_, 'One');
  await done(in_, put(`${path}/targets/groups/${id}`));
  await done(in_, put(`${path}/targets/groups/${await group(in_, 'Two')}`));
  return `${path}/targets/groups/${id}`;
}

async function appTargets(in_: TestOrg, kind: Kind): Promise<[kind: string, app: string]> {
  const path = `${await role(in_, kind, 'APP_ADMIN')}/targets/catalog/apps`;
  const one = `${path}/bookmark/${await app(in_)}`;
  await done(in_, put(one));
  await done(in_, put(`${path}/slack`));
  return [`${path}/slack`, one];
}

const targetsOf = async (in_: TestOrg, kind: Kind): Promise<string> =>
  `${await role(in_, kind, 'APP_ADMIN')}/targets/catalog/apps`;

const USER = ['user.account.privilege.grant'];
const GROUP = ['group.privilege.grant'];
const list = async (in_: TestOrg, kind: Kind) => appTargets(in_, kind);

/** The same for a user and a group. */
const casesOf = (kind: Kind, events: readonly string[], names: readonly Case[0][]): readonly Case[] => {
  const [assign, addGroup, dropGroup, addApp, dropApp, addOne, dropOne] = names as [
    Case[0],
    Case[0],
    Case[0],
    Case[0],
    Case[0],
    Case[0],
    Case[0],
  ];
  const holder = (in_: TestOrg) => (kind === 'users' ? user(in_) : group(in_));
  return [
    [assign, 'new', async (in_) => post(`/${kind}/${await holder(in_)}/roles`, { type: 'ORG_ADMIN' }), events],
    [
      addGroup,
      'first',
      async (in_) => put(`${await role(in_, kind, 'HELP_DESK_ADMIN')}/targets/groups/${await group(in_, 'One')}`),
      events,
    ],
    [dropGroup, 'not the last', async (in_) => remove(await groupTargets(in_, kind)), events],
    [addApp, 'all of a kind', async (in_) => put(`${await targetsOf(in_, kind)}/slack`), events],
    [dropApp, 'not the last', async (in_) => remove((await list(in_, kind))[0]), events],
    [addOne, 'one', async (in_) => put(`${await targetsOf(in_, kind)}/bookmark/${await app(in_)}`), events],
    [dropOne, 'not the last', async (in_) => remove((await list(in_, kind))[1]), events],
  ];
};

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ...casesOf('users', USER, [
    'assignRoleToUser',
    'addGroupTargetToRole',
    'removeGroupTargetFromRole',
    'addApplicationTargetToAdminRoleForUser',
    'removeApplicationTargetFromApplicationAdministratorRoleForUser',
    'addApplicationTargetToAppAdminRoleForUser',
    'removeApplicationTargetFromAdministratorRoleForUser',
  ]),
  ...casesOf('groups', GROUP, [
    'assignRoleToGroup',
    'addGroupTargetToGroupAdministratorRoleForGroup',
    'removeGroupTargetFromGroupAdministratorRoleGivenToGroup',
    'addApplicationTargetToAdminRoleGivenToGroup',
    'removeApplicationTargetFromApplicationAdministratorRoleGivenToGroup',
    'addApplicationInstanceTargetToAppAdminRoleGivenToGroup',
    'removeApplicationTargetFromAdministratorRoleGivenToGroup',
  ]),
  [
    'addAllAppsAsTargetToRole',
    'narrowed before',
    async (in_) => put((await list(in_, 'users'))[0].replace('/slack', '')),
    USER,
  ],
  [
    'removeRoleFromUser',
    'the only one',
    async (in_) => remove(await role(in_, 'users', 'REPORT_ADMIN')),
    ['user.account.privilege.revoke'],
  ],
  [
    'removeRoleFromUser',
    'one of two',
    async (in_) => {
      const path = await role(in_, 'users', 'REPORT_ADMIN');
      await done(in_, post(path.slice(0, path.lastIndexOf('/')), { type: 'MOBILE_ADMIN' }));
      return remove(path);
    },
    USER,
  ],
  [
    'removeRoleFromGroup',
    'its own',
    async (in_) => remove(await role(in_, 'groups', 'APP_ADMIN')),
    ['group.privilege.revoke'],
  ],
];

export const facts: FactsByType = {
  'group.privilege.grant': {
    message: "Group's admin privilege granted",
    legacy: 'core.group.admin_privilege.granted',
    targets: ['UserGroup', 'ROLE'],
  },
  'group.privilege.revoke': {
    message: "Group's admin privilege revoked",
    legacy: 'core.group.admin_privilege.revoked',
    targets: ['UserGroup', 'ROLE'],
  },
  'user.account.privilege.grant': {
    message: 'Grant user privilege',
    legacy: 'core.user.admin_privilege.granted',
    targets: ['User', 'ROLE'],
  },
  'user.account.privilege.revoke': {
    message: "All of user's admin privilege revoked",
    legacy: 'core.user.admin_privilege.revoked',
    targets: ['User', 'ROLE'],
  },
};
