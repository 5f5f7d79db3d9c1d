import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lintFaults } from '../../scripts/check/lint.js';
import type { Fault } from '../../scripts/check/sources.js';
import { root } from '../../scripts/support/run.js';

/** For every rule of the linter that the project asks for by itself, what breaks it: at the place that is named. */
const bad: Readonly<Record<string, { at: string; files: Readonly<Record<string, string>> }>> = {
  noImportCycles: {
    at: 'objects/a.ts',
    files: {
      'objects/a.ts': "import type { B } from './b.js';\n\nexport type A = B;\n",
      'objects/b.ts': "import type { C } from './c.js';\n\nexport type B = C;\n",
      'objects/c.ts': "import type { A } from './a.js';\n\nexport type C = { a: A };\n",
    },
  },
  useImportExtensions: { at: 'store/a.ts', files: { 'store/a.ts': "export { b } from './b';\n", 'store/b.ts': '' } },
  noReExportAll: { at: 'store/c.ts', files: { 'store/c.ts': "export * from './b.js';\n" } },
  noDefaultExport: { at: 'store/d.ts', files: { 'store/d.ts': 'export default 1;\n' } },
  noNonNullAssertion: { at: 'store/e.ts', files: { 'store/e.ts': 'export const e = (x?: string) => x!;\n' } },
  noProcessEnv: { at: 'server/a.ts', files: { 'server/a.ts': 'export const home = process.env.HOME;\n' } },
  useImportType: {
    at: 'store/f.ts',
    files: {
      'store/f.ts': "import { G } from './g.js';\n\nexport type F = G;\n",
      'store/g.ts': 'export type G = 1;\n',
    },
  },
  noExplicitAny: { at: 'contract/a.ts', files: { 'contract/a.ts': 'export const a = (x: any) => x;\n' } },
  noFocusedTests: { at: 'tests/a.test.ts', files: { 'tests/a.test.ts': "it.only('a', () => {});\n" } },
  noSkippedTests: { at: 'tests/b.test.ts', files: { 'tests/b.test.ts': "describe.skip('a', () => {});\n" } },
  noExportsInTest: {
    at: 'tests/c.test.ts',
    files: { 'tests/c.test.ts': "export const c = 1;\nit('a', () => {});\n" },
  },
  noIdenticalTestTitle: {
    at: 'tests/d.test.ts',
    files: { 'tests/d.test.ts': "it('a', () => {});\nit('a', () => {});\n" },
  },
  noDuplicateTestHooks: {
    at: 'tests/e.test.ts',
    files: { 'tests/e.test.ts': "describe('a', () => {\n  beforeEach(one);\n  beforeEach(two);\n});\n" },
  },
};

/** The same in places where it is meant to be. */
const good: Readonly<Record<string, string>> = {
  'server/config.ts': 'export const home = process.env.HOME;\n',
  'tests/f.test.ts': "it('a', () => {});\nit('b', () => {});\n",
  'jest.config.js': 'export default {};\n',
};

let folder: string;
let faults: readonly Fault[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'house-'));
  const files = {
    ...good,
    ...Object.assign({}, ...Object.values(bad).map((one) => one.files)),
    '.gitignore': 'dist\n',
  };
  for (const [path, text] of Object.entries({ ...files, 'biome.json': await readFile(`${root}biome.json`, 'utf8') })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text as string);
  }
  faults = await lintFaults(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(Object.entries(bad))('%s is held', (rule, { at }) => {
  const places = faults.filter((fault) => fault.rule.endsWith(`/${rule}`)).map(({ path }) => path);
  expect(places).toContain(at);
});

test('every rule that is asked for is among these', async () => {
  const { linter } = JSON.parse(await readFile(`${root}biome.json`, 'utf8')) as {
    linter: { rules: Record<string, Record<string, unknown>> };
  };
  const asked = Object.values(linter.rules).flatMap((rules) =>
    typeof rules === 'string' ? [] : Object.entries(rules),
  );
  const names = asked.filter(([, level]) => level !== 'off').map(([name]) => name);
  expect(names.sort()).toEqual(Object.keys(bad).sort());
});

test('what is where it is meant to be is no fault', () => {
  expect(faults.filter(({ path }) => path in good)).toEqual([]);
});
