import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { faults } from '../../scripts/clients/faults.js';
import { page, type Results } from '../../scripts/clients/page.js';
import { clients, stories } from '../../scripts/clients/table.js';
import { root } from '../../scripts/support/run.js';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const results = JSON.parse(read('scripts/clients/results.json')) as Results;

describe('the table of clients', () => {
  test('is what the last run wrote', () => {
    expect(read('docs/clients.md')).toBe(page(results));
  });

  test.each(clients.map(({ name, faults: known }) => [name, known] as const))(
    'says of %s that every story is green, or goes round a fault that is told of it',
    (name, known) => {
      const outcomes = Object.entries(results[name] ?? {});
      expect(outcomes.length).toBeGreaterThan(0);
      for (const [story, outcome] of outcomes) {
        expect(stories).toContain(story);
        if (outcome !== 'ok') expect(known.map((fault) => `fault ${fault}`)).toContain(outcome);
      }
      for (const fault of known) expect(faults).toHaveProperty([fault]);
    },
  );

  test('has no fault that no client has', () => {
    expect(Object.keys(faults).sort()).toEqual([...new Set(clients.flatMap((client) => client.faults))].sort());
  });

  test('says what was not tried', () => {
    expect(page({})).toMatch(/^\| Terraform `okta\/okta` \| untried \|( \? \|)+$/m);
  });
});
