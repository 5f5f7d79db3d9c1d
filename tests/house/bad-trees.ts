import type { RuleName } from '../../scripts/check/rules.js';

/** A few files that break one rule. */
export interface BadTree {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Where the fault is, as `path:line`; every other place is in order. */
  readonly at: readonly string[];
}

const lines = (count: number): string => '// more\n'.repeat(count);
const functionOf = (inside: number): string => `export const long = (): void => {\n${lines(inside)}};\n`;

const room: readonly BadTree[] = [
  {
    name: 'the store imports what lies above it, be it for a type',
    files: {
      'store/a.ts': "import type { Refusal } from '../contract/errors.js';\n",
      'store/rows/a.ts': "\nexport type { Route } from '../../generated/routes.js';\n",
    },
    at: ['store/a.ts:1', 'store/rows/a.ts:2'],
  },
  {
    name: 'the contract sees the types of the store, its clock and its ids, and no more of it',
    files: {
      'contract/a.ts': "import { Clock } from '../store/clock.js';\nimport { open } from '../store/open.js';\n",
      'contract/b.ts':
        "import { routes } from '../generated/routes.js';\nimport { compile } from '../languages/filter/a.js';\n",
    },
    at: ['contract/a.ts:2', 'contract/b.ts:2'],
  },
  {
    name: 'a language knows refusals and row specs alone',
    files: {
      'languages/filter/a.ts':
        "import { OktaError } from '../../contract/errors.js';\nimport { pageReply } from '../../contract/paging.js';\n",
    },
    at: ['languages/filter/a.ts:2'],
  },
  {
    name: 'objects know no operation, not even later',
    files: { 'objects/users/a.ts': "export const later = () => import('../../handlers/users/given.js');\n" },
    at: ['objects/users/a.ts:1'],
  },
  {
    name: 'handlers see rows and types of the store, nothing of the server, the seeds or the contract as generated',
    files: {
      'handlers/users/a.ts': [
        "import type { UserRow } from '../../store/rows/users.js';",
        "import { collections } from '../../store/collections.js';",
        "import { edge } from '../../server/edge.js';",
        "import { parse } from '../../seeds/read/parse.js';",
        "import { routes } from '../../generated/routes.js';",
      ].join('\n'),
    },
    at: ['handlers/users/a.ts:2', 'handlers/users/a.ts:3', 'handlers/users/a.ts:4', 'handlers/users/a.ts:5'],
  },
  {
    name: 'seeds know no operation, and reading knows nothing of applying',
    files: {
      'seeds/load.ts': "import { users } from '../handlers/users/index.js';\n",
      'seeds/read/a.ts': "import { applyUsers } from '../apply/users.js';\n",
    },
    at: ['seeds/load.ts:1', 'seeds/read/a.ts:1'],
  },
  {
    name: 'the product imports no tests and no scripts',
    files: { 'server/a.ts': "import { run } from '../scripts/support/run.js';\nimport '../tests/support/org.js';\n" },
    at: ['server/a.ts:1', 'server/a.ts:2'],
  },
];

const packages: readonly BadTree[] = [
  {
    name: 'no disk and no network below the server',
    files: {
      'contract/a.ts': "import { readFileSync } from 'node:fs';\n",
      'handlers/users/a.ts': "import { createHash } from 'node:crypto';\nimport { request } from 'node:http';\n",
      'languages/filter/a.ts': "import { connect } from 'node:tls';\n",
      'objects/users/a.ts': "export const read = () => import('node:fs/promises');\n",
    },
    at: ['contract/a.ts:1', 'handlers/users/a.ts:2', 'languages/filter/a.ts:1', 'objects/users/a.ts:1'],
  },
  {
    name: 'zod and YAML are known where seeds are read, and nowhere else',
    files: {
      'handlers/users/a.ts': "import { z } from 'zod';\n",
      'seeds/apply/a.ts': "import { parse } from 'yaml';\n",
      'seeds/read/a.ts': "import { parse } from 'yaml';\nimport { z } from 'zod';\n",
    },
    at: ['handlers/users/a.ts:1', 'seeds/apply/a.ts:1'],
  },
  { name: 'no HTTP in the store', files: { 'store/a.ts': "import express from 'express';\n" }, at: ['store/a.ts:1'] },
];

const group: readonly BadTree[] = [
  {
    name: 'one group imports another',
    files: {
      'handlers/groups/a.ts': "import { given } from '../users/given.js';\n",
      'handlers/users/a.ts':
        "import { given } from './given.js';\nimport type { Rule } from '../groups/rules/given.js';\n",
    },
    at: ['handlers/groups/a.ts:1', 'handlers/users/a.ts:2'],
  },
  {
    name: 'a group imports the map of all groups',
    files: { 'handlers/users/a.ts': "import { handlers } from '../index.js';\n" },
    at: ['handlers/users/a.ts:1'],
  },
  {
    name: 'the map looks past the index of a group',
    files: {
      'handlers/index.ts': "export const users = () => import('./users/index.js');\nimport './users/given.js';\n",
    },
    at: ['handlers/index.ts:2'],
  },
  {
    name: 'the server goes past the map',
    files: { 'server/a.ts': "import '../handlers/index.js';\nimport '../handlers/users/index.js';\n" },
    at: ['server/a.ts:2'],
  },
];

const kinds: readonly BadTree[] = [
  {
    name: 'kinds in a circle, over three of them and with a type',
    files: {
      'objects/groups/a.ts': "import { viewOf } from '../users/view.js';\n",
      'objects/users/view.ts': "\nimport type { Schema } from '../schemas/a.js';\n",
      'objects/schemas/a.ts': "\n\nexport { rules } from '../groups/rules/b.js';\n",
      'objects/zones/a.ts': "import '../groups/a.js';\n",
      'objects/removal.ts': "import './groups/a.js';\nimport './users/view.js';\n",
    },
    at: ['objects/groups/a.ts:1', 'objects/users/view.ts:2', 'objects/schemas/a.ts:3'],
  },
];

const late: readonly BadTree[] = [
  {
    name: 'applying a seed loads what reads it',
    files: {
      'seeds/apply/a.ts': [
        "import type { Content } from '../read/shape.js';",
        "import { type Content as Same, shape } from '../read/shape.js';",
        "export const read = () => import('../read/parse.js');",
      ].join('\n'),
    },
    at: ['seeds/apply/a.ts:2', 'seeds/apply/a.ts:3'],
  },
];

const start: readonly BadTree[] = [
  {
    name: 'zod is reached over three files, a type and a later load aside',
    files: {
      'server/main.ts':
        "import './org.js';\nexport const late = () => import('./late.js');\nimport type {} from './typed.js';\n",
      'server/org.ts': "import { load } from '../seeds/load.js';\n",
      'server/late.ts': "import { parse } from 'yaml';\n",
      'server/typed.ts': "import { parse } from 'yaml';\n",
      'seeds/load.ts': "\nexport { parse } from './read/parse.js';\n",
      'seeds/read/parse.ts': "\n\nimport { z } from 'zod';\n",
    },
    at: ['seeds/read/parse.ts:3'],
  },
  {
    name: 'a large package in what is started beside',
    files: { 'store/state/compact-worker.ts': "import { Low } from 'lowdb';\n" },
    at: ['store/state/compact-worker.ts:1'],
  },
];

const sizes: Pick<Record<RuleName, readonly BadTree[]>, 'function-length' | 'file-length'> = {
  'function-length': [
    {
      name: 'a function of 41 lines; of 40 it may be',
      files: { 'server/a.ts': functionOf(39), 'server/b.ts': functionOf(38) },
      at: ['server/a.ts:1'],
    },
    {
      name: 'a test of 41 lines, in a describe that may be long',
      files: {
        'tests/a.test.ts': `describe('a', () => {\n${lines(50)}it('b', () => {\n${lines(39)}});\n});\n`,
        'tests/b.test.ts': `describe.each([1])('a', () => {\n${lines(50)}});\n`,
      },
      at: ['tests/a.test.ts:52'],
    },
    {
      name: 'a long method in a short function',
      files: { 'store/a.ts': `class A {\n  /** Says why. */\n  b(): void {\n${lines(39)}  }\n}\n` },
      at: ['store/a.ts:3'],
    },
  ],
  'file-length': [
    {
      name: 'more than 250 lines of code, more than 400 of tests',
      files: {
        'server/a.ts': lines(251),
        'server/b.ts': lines(250),
        'tests/a.test.ts': lines(401),
        'tests/b.test.ts': lines(400),
      },
      at: ['server/a.ts:1', 'tests/a.test.ts:1'],
    },
  ],
};

/** For every rule, what it must see: a rule without a tree does not compile. */
export const badTrees: Readonly<Record<RuleName, readonly BadTree[]>> = {
  room,
  package: packages,
  group,
  'kind-circle': kinds,
  late,
  start,
  ...sizes,
  'type-import': [
    {
      name: 'a type is imported where it is used',
      files: {
        'store/a.ts':
          "export type A = 1;\nexport type B = import('./c.js').C;\nexport type D = typeof import('./c.js');\n",
      },
      at: ['store/a.ts:2', 'store/a.ts:3'],
    },
  ],
  'empty-name': [
    {
      name: 'a file of utilities, a folder of helpers',
      files: { 'store/utils.ts': '', 'tests/helpers/org.ts': '', 'server/utility-bill.ts': '' },
      at: ['store/utils.ts:1', 'tests/helpers/org.ts:1'],
    },
  ],
  'wall-clock': [
    {
      name: 'the time of the machine; a given time and a comment are in order',
      files: {
        'handlers/users/a.ts': 'export const at = Date.now();\nexport const now = Date.now;\n',
        'objects/users/a.ts': 'export const now = new Date();\nexport const then = new Date(at);\n',
        'server/a.ts': 'export const now = new Date;\nexport const text = Date();\n// not Date.now()\n',
        'store/clock.ts': 'export const now = Date.now();\n',
      },
      at: ['handlers/users/a.ts:1', 'handlers/users/a.ts:2', 'objects/users/a.ts:1', 'server/a.ts:1', 'server/a.ts:2'],
    },
  ],
  socket: [
    {
      name: 'a group that opens a connection',
      files: {
        'objects/zones/a.ts': "import { connect, isIP } from 'node:net';\n",
        'handlers/zones/a.ts': "import { BlockList, isIP } from 'node:net';\n",
        'languages/addresses/a.ts': "import { connect } from 'node:net';\n",
        'server/a.ts': "import { Socket } from 'node:net';\n",
      },
      at: ['objects/zones/a.ts:1', 'languages/addresses/a.ts:1'],
    },
  ],
  timers: [
    {
      name: 'a handler that waits',
      files: { 'handlers/users/a.ts': 'setInterval(act, 5);\n', 'server/a.ts': 'setInterval(act, 5);\n' },
      at: ['handlers/users/a.ts:1'],
    },
  ],
  random: [
    {
      name: 'chance outside the id source',
      files: {
        'handlers/users/a.ts': 'export const id = Math.random();\n',
        'objects/users/a.ts': "import { randomBytes } from 'node:crypto';\n",
        'server/a.ts': 'export const id = crypto.randomUUID();\n',
        'store/ids.ts': "import { customRandom } from 'nanoid';\n",
        'store/a.ts': "import { customRandom } from 'nanoid';\n",
      },
      at: ['handlers/users/a.ts:1', 'objects/users/a.ts:1', 'server/a.ts:1', 'store/a.ts:1'],
    },
  ],
  environment: [
    {
      name: 'the environment by another name',
      files: { 'server/a.ts': 'const { env } = process;\n', 'server/b.ts': "import { env } from 'node:process';\n" },
      at: ['server/a.ts:1', 'server/b.ts:1'],
    },
  ],
  'okta-in-store': [
    {
      name: 'an error of Okta, a thing of Okta; rows bear its names',
      files: {
        'store/a.ts': "export const code = 'E0000007';\nexport class OktaStore {}\n// as Okta does\n",
        'store/rows/groups.ts': "export type GroupType = 'OKTA_GROUP';\n",
      },
      at: ['store/a.ts:1', 'store/a.ts:2'],
    },
  ],
  cast: [
    {
      name: 'a cast past the type, but in the one place for it',
      files: {
        'contract/a.ts': 'export const shown = row as unknown as User;\n',
        'contract/shapes.ts': 'export const shown = row as unknown as User;\n',
        'handlers/users/a.ts': 'export const shown = row as unknown as User;\n',
        'objects/users/view.ts': '\nexport const shown = row as unknown as User;\n',
        'languages/filter/a.ts': 'export const read = row as UserRow;\n',
      },
      at: ['contract/a.ts:1', 'handlers/users/a.ts:1', 'objects/users/view.ts:2'],
    },
  ],
  'silenced-compiler': [
    {
      name: 'an error that is hidden, in a test too',
      files: { 'store/a.ts': `// @ts-${'ignore'}\n`, 'tests/a.test.ts': `\n/* @ts-${'expect-error'} later */\n` },
      at: ['store/a.ts:1', 'tests/a.test.ts:2'],
    },
  ],
  'left-test': [
    {
      name: 'a test for later, a test that fails',
      files: { 'tests/a.test.ts': `it.${'todo'}('later');\ntest.${'failing'}('now', act);\n` },
      at: ['tests/a.test.ts:1', 'tests/a.test.ts:2'],
    },
  ],
  sleep: [
    {
      name: 'a test that waits for time to pass; one over a process may',
      files: {
        'tests/a.test.ts': `set${'Timeout'}(done, 5);\n`,
        'tests/crash/a.test.ts': `set${'Timeout'}(done, 5);\n`,
      },
      at: ['tests/a.test.ts:1'],
    },
  ],
  workplace: [
    {
      name: 'a path of a machine, in a comment too; a path of the API is in order',
      files: {
        'store/a.ts': `// as in /${'home'}/me/notes\nexport const url = '/api/v1/users/me';\n`,
        'tests/a.test.ts': `const folder = '/${'tmp'}/org';\n`,
        'scripts/a.ts': `// made in another work${'tree'}\n`,
      },
      at: ['store/a.ts:1', 'tests/a.test.ts:1', 'scripts/a.ts:1'],
    },
  ],
};
