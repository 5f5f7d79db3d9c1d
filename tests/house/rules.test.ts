import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { pending, withoutPending } from '../../scripts/check/pending.js';
import { lateLoads, layered, parallel, rooms, starts, textRules } from '../../scripts/check/rules.js';
import { sizeFaults } from '../../scripts/check/sizes.js';
import { type Fault, type Source, sourceOf } from '../../scripts/check/sources.js';
import { paperFaults, textFaults } from '../../scripts/check/texts.js';
import { wallFaults } from '../../scripts/check/walls.js';
import { root } from '../../scripts/support/run.js';
import { badTrees } from './bad-trees.js';

const sourcesOf = (files: Readonly<Record<string, string>>): Source[] =>
  Object.entries(files).map(([path, text]) => sourceOf(path, text));

const cases = Object.entries(badTrees).flatMap(([rule, trees]) => trees.map((tree) => ({ rule, ...tree })));

describe('the rule', () => {
  test.each(cases)('$rule sees: $name', ({ rule, files, at }) => {
    const sources = sourcesOf(files);
    const faults = [...wallFaults(sources), ...textFaults(sources), ...sizeFaults(sources, {})];
    const places = faults.filter((fault) => fault.rule === rule).map(({ path, line }) => `${path}:${line}`);
    expect(places).toEqual(at);
  });

  test('on kinds names the whole circle', () => {
    const faults = wallFaults(
      sourcesOf({
        'objects/a/a.ts': "import '../b/a.js';\n",
        'objects/b/a.ts': "import '../c/a.js';\n",
        'objects/c/a.ts': "import '../a/a.js';\n",
      }),
    );
    expect(faults.map(({ what }) => what)).toContain('kinds go in a circle: a -> b -> c -> a');
  });

  test('on starts names the way to the package', () => {
    const faults = wallFaults(
      sourcesOf({ 'server/main.ts': "import '../seeds/load.js';\n", 'seeds/load.ts': "import { z } from 'zod';\n" }),
    );
    expect(faults.map(({ what }) => what)).toContain('every start loads zod: server/main.ts -> seeds/load.ts');
  });

  test('on workplaces looks at pages too', () => {
    const faults = paperFaults([{ path: 'docs/a.md', text: `Made in\n/${'home'}/me/project.\n` }]);
    expect(faults.map(({ rule, line }) => [rule, line])).toEqual([['workplace', 2]]);
  });
});

test('the tables name places that are there', () => {
  const places = [...rooms.map(({ room }) => room), ...starts.map(({ entry }) => entry), parallel.door, layered];
  const loads = lateLoads.flatMap(({ from, to }) => [from, to]);
  const paths = [...rooms.flatMap(({ may }) => may), ...Object.values(textRules).flatMap((rule) => rule.except ?? [])];
  const gone = [...places, ...loads, ...paths].filter((path) => !existsSync(`${root}${path}`));
  expect(gone).toEqual([]);
});

describe('a long table', () => {
  const long = sourceOf('contract/table.ts', '// one\n'.repeat(300));

  test('may be long, by name', () => {
    expect(sizeFaults([long])).toContainEqual(expect.objectContaining({ path: 'contract/table.ts' }));
    expect(sizeFaults([long], { 'contract/table.ts': 'a line each' })).toEqual([]);
  });

  test('is no longer exempt when it is short or gone', () => {
    const short = sourceOf('contract/short.ts', '// one\n');
    const faults = sizeFaults([long, short], { 'contract/short.ts': 'was long', 'contract/gone.ts': 'was there' });
    expect(faults.map(({ path }) => path)).toEqual(['contract/table.ts', 'contract/short.ts', 'contract/gone.ts']);
  });
});

describe('the list of what is still to mend', () => {
  const fault = (line: number): Fault => ({ rule: 'cast', path: 'objects/a.ts', line, what: 'is cast' });
  const listed = (faults: number) => [{ rule: 'cast', path: 'objects/a.ts', faults, why: 'later' }];

  test('lets as many faults stand as it says, of that rule and file alone', () => {
    const other = { ...fault(1), rule: 'room' };
    expect(withoutPending([fault(1), other, fault(2)], listed(2))).toEqual([other]);
  });

  test('lets none stand where there are more', () => {
    expect(withoutPending([fault(1), fault(2)], listed(1))).toEqual([fault(1), fault(2)]);
  });

  test.each([[[]], [[fault(1)]]])('fails where there are fewer', (faults) => {
    const found = withoutPending(faults, listed(2));
    expect(found).toEqual([expect.objectContaining({ rule: 'pending', path: 'objects/a.ts' })]);
  });

  test('gives a reason for each line, once', () => {
    expect(pending.filter(({ why }) => why.trim() === '')).toEqual([]);
    const keys = pending.map(({ rule, path }) => `${rule} ${path}`);
    expect(keys).toHaveLength(new Set(keys).size);
  });
});
