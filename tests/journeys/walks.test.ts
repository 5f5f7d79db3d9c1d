import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { forbiddenValues, inconsistencies } from '../../objects/invariants.js';
import { suiteOrg, type TestAnswer } from '../support/org.js';
import { profile } from '../support/people.js';

const RUNS = 60;
const STEPS = 60;

const warnings: string[] = [];
const org = suiteOrg({ shared: true, warn: (message) => warnings.push(message) });

/** What a walk made, by id; what was deleted stays named, so that it is asked for again. */
interface World {
  readonly users: string[];
  readonly groups: string[];
  readonly rules: string[];
  readonly types: string[];
  made: number;
}

/** Numbers that a step makes its choices with. */
interface Choice {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

type Step = (world: World, choice: Choice) => Promise<TestAnswer>;

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(from.length, 1)];
const nicknames = ['Ace', 'Bee', null];
const properties = ['team', 'badge'];

/** Keeps the id of what a request made. */
async function made(into: string[], answer: Promise<TestAnswer>): Promise<TestAnswer> {
  const { status, body } = await answer;
  if (status === 200 && typeof body?.id === 'string') into.push(body.id);
  return answer;
}

function profileOf(world: World, { b, c }: Choice): Record<string, unknown> {
  return {
    ...profile(world.made),
    nickName: pick(nicknames, b),
    ...(c % 3 === 0 ? { [pick(properties, b) ?? '']: pick(['red', 'blue', null], c) } : {}),
  };
}

/** A condition that asks for a profile, for a group, or for both. */
function expressionOf(world: World, { a, b }: Choice): string {
  const forms = [
    `user.nickName == "${pick(nicknames, a) ?? ''}"`,
    `user.${pick(properties, b)} == "red"`,
    `isMemberOfGroup("${pick(world.groups, a >> 2)}")`,
    `isMemberOfGroupName("group ${b % 4}") and user.nickName matches "(A|B)(c|e)+"`,
    'String.len(user.nickName) > 2 or user.getInternalProperty("status") == "SUSPENDED"',
  ];
  return pick(forms, a) ?? 'true';
}

const ruleBody = (world: World, choice: Choice) => ({
  type: 'group_rule',
  name: `rule ${world.made}`,
  conditions: {
    people: { users: { exclude: choice.c % 4 === 0 ? [pick(world.users, choice.c)] : [] } },
    expression: { value: expressionOf(world, choice), type: 'urn:okta:expression:1.0' },
  },
  actions: { assignUserToGroups: { groupIds: [pick(world.groups, choice.b), pick(world.groups, choice.c)] } },
});

const property = (name: string, definition: object | null) =>
  org.post('/api/v1/meta/schemas/user/default', {
    definitions: { custom: { id: '#custom', type: 'object', properties: { [name]: definition } } },
  });

const lifecycles = ['activate', 'deactivate', 'suspend', 'unsuspend', 'reactivate', 'unlock', 'expire_password'];

/** Everything that a walk does; most of it is refused now and then. */
const steps: Readonly<Record<string, Step>> = {
  createUser: (world, choice) => {
    world.made += 1;
    const groupIds = choice.a % 2 === 0 ? [pick(world.groups, choice.b)] : [];
    const type = choice.a % 3 === 0 ? { type: { id: pick(world.types, choice.c) } } : {};
    return made(
      world.users,
      org.post(`/api/v1/users?activate=${choice.c % 2 === 0}`, {
        profile: profileOf(world, choice),
        groupIds,
        ...type,
      }),
    );
  },
  changeUser: ({ users }, { a, b, c }) =>
    org.post(`/api/v1/users/${pick(users, a)}`, {
      profile: { nickName: pick(nicknames, b), ...(c % 2 === 0 ? { [pick(properties, c) ?? '']: 'red' } : {}) },
    }),
  replaceUser: (world, choice) => {
    world.made += 1;
    return org.put(`/api/v1/users/${pick(world.users, choice.a)}`, {
      profile: profileOf(world, choice),
      ...(choice.c % 2 === 0 ? { type: { id: pick(world.types, choice.b) } } : {}),
    });
  },
  turnUser: ({ users }, { a, b }) => org.post(`/api/v1/users/${pick(users, a)}/lifecycle/${pick(lifecycles, b)}`),
  deleteUser: ({ users }, { a }) => org.delete(`/api/v1/users/${pick(users, a)}`),
  createGroup: (world, { a }) =>
    made(world.groups, org.post('/api/v1/groups', { profile: { name: `group ${a % 4}` } })),
  renameGroup: ({ groups }, { a, b }) =>
    org.put(`/api/v1/groups/${pick(groups, a)}`, { profile: { name: `group ${b % 6}` } }),
  deleteGroup: ({ groups }, { a }) => org.delete(`/api/v1/groups/${pick(groups, a)}`),
  addMember: ({ groups, users }, { a, b }) => org.put(`/api/v1/groups/${pick(groups, a)}/users/${pick(users, b)}`),
  removeMember: ({ groups, users }, { a, b }) =>
    org.delete(`/api/v1/groups/${pick(groups, a)}/users/${pick(users, b)}`),
  createRule: (world, choice) => {
    world.made += 1;
    return made(world.rules, org.post('/api/v1/groups/rules', ruleBody(world, choice)));
  },
  changeRule: async (world, choice) => {
    const path = `/api/v1/groups/rules/${pick(world.rules, choice.a)}`;
    const { status, body } = await org.get(path);
    if (status !== 200) return org.get(path);
    body.conditions.expression.value = expressionOf(world, choice);
    return org.put(path, body);
  },
  activateRule: ({ rules }, { a }) => org.post(`/api/v1/groups/rules/${pick(rules, a)}/lifecycle/activate`),
  deactivateRule: ({ rules }, { a }) => org.post(`/api/v1/groups/rules/${pick(rules, a)}/lifecycle/deactivate`),
  deleteRule: ({ rules }, { a, b }) => org.delete(`/api/v1/groups/rules/${pick(rules, a)}?removeUsers=${b % 2 === 0}`),
  // Two in a row, as clients do it: the pair is what takes members out.
  retireRule: async ({ rules }, { a, b }) => {
    const path = `/api/v1/groups/rules/${pick(rules, a)}`;
    const { status } = await org.post(`${path}/lifecycle/deactivate`);
    return org[status === 204 ? 'delete' : 'get'](`${path}?removeUsers=${b % 2 === 0}`);
  },
  addProperty: (_, { a }) => property(pick(properties, a) ?? '', { title: 'T', type: 'string', maxLength: 10 }),
  removeProperty: (_, { a }) => property(pick(properties, a) ?? '', null),
  createType: (world) => {
    world.made += 1;
    return made(world.types, org.post('/api/v1/meta/types/user', { name: `t${world.made}`, displayName: 'T' }));
  },
  deleteType: ({ types }, { a }) => org.delete(`/api/v1/meta/types/user/${pick(types, a)}`),
  link: ({ users }, { a, b }) => org.put(`/api/v1/users/${pick(users, a)}/linkedObjects/manager/${pick(users, b)}`),
  unlink: ({ users }, { a }) => org.delete(`/api/v1/users/${pick(users, a)}/linkedObjects/manager`),
  defineLink: () =>
    org.post('/api/v1/meta/schemas/user/linkedObjects', {
      primary: { name: 'manager', title: 'M', type: 'USER' },
      associated: { name: 'report', title: 'R', type: 'USER' },
    }),
  undefineLink: () => org.delete('/api/v1/meta/schemas/user/linkedObjects/manager'),
};

/** Begins with a few of each, and rules that build on each other, so that early steps find something. */
async function newWorld(): Promise<World> {
  await org.reset();
  const world: World = { users: [], groups: [], rules: [], types: [], made: 0 };
  world.types.push(org.store.userTypes.where('default', 'true')[0]?.id ?? '');
  const begin: [string, Choice][] = [
    ['defineLink', { a: 0, b: 0, c: 0 }],
    ...[0, 1, 2].flatMap((n): [string, Choice][] => [
      ['createGroup', { a: n, b: n, c: n }],
      ['addProperty', { a: n, b: n, c: n }],
      ['createUser', { a: 1, b: n, c: 2 * n }],
    ]),
    // Who is called Ace is in group 0, and who is there in group 1, too.
    ['createRule', { a: 0, b: 0, c: 3 }],
    ['createRule', { a: 2, b: 1, c: 1 }],
    ['createRule', { a: 1, b: 0, c: 2 }],
    ...[0, 1, 2].map((n): [string, Choice] => ['activateRule', { a: n, b: 0, c: 0 }]),
  ];
  for (const [name, numbers] of begin) await steps[name]?.(world, numbers);
  return world;
}

const choice = fc.record({ a: fc.nat(11), b: fc.nat(11), c: fc.nat(11) });
const walk = fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), choice), { minLength: 10, maxLength: STEPS });

/** The first walk: every step once where it can be done, so that none is only ever refused. */
const tour = (
  [
    ['createUser', 1, 1],
    ['changeUser', 0, 1],
    ['replaceUser', 0, 1],
    ['turnUser', 3, 1],
    ['deleteUser', 3, 1],
    ['createGroup', 3, 1],
    ['renameGroup', 3, 5],
    ['addMember', 3, 1],
    ['removeMember', 3, 1],
    ['deleteGroup', 3, 1],
    ['createRule', 0, 1],
    ['deactivateRule', 0, 1],
    ['changeRule', 0, 1],
    ['activateRule', 0, 1],
    ['deactivateRule', 2, 1],
    ['deleteRule', 2, 1],
    ['retireRule', 1, 1],
    ['addProperty', 0, 1],
    ['removeProperty', 0, 1],
    ['createType', 0, 1],
    ['deleteType', 1, 1],
    ['undefineLink', 0, 1],
    ['defineLink', 0, 1],
    ['link', 0, 1],
    ['unlink', 0, 1],
  ] as const
).map(([name, a, b]): [string, Choice] => [name, { a, b, c: 1 }]);

test(`${RUNS} walks over users, groups, rules, schemas and links leave nothing that cannot be`, async () => {
  const seen = new Map<string, Set<boolean>>();
  await fc.assert(
    fc.asyncProperty(walk, async (path) => {
      const world = await newWorld();
      for (const [name, numbers] of path) {
        const before = org.hash();
        const answer = await steps[name]?.(world, numbers);
        const status = answer?.status ?? 0;
        const ok = status >= 200 && status < 300;
        seen.set(name, (seen.get(name) ?? new Set()).add(ok));
        expect([name, ok || (status >= 400 && status < 500)]).toEqual([name, true]);
        if (!ok) expect([name, org.hash()]).toEqual([name, before]);
        expect([name, [...inconsistencies(org.store), ...forbiddenValues(org.store)]]).toEqual([name, []]);
      }
    }),
    { numRuns: RUNS, examples: [[tour]] },
  );
  // Every step was taken and has succeeded at some time, or nothing was shown.
  expect([...seen.keys()].sort()).toEqual(Object.keys(steps).sort());
  expect([...seen].filter(([, outcomes]) => !outcomes.has(true)).map(([name]) => name)).toEqual([]);
  expect(warnings).toEqual([]);
}, 120_000);
