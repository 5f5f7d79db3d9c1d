import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { routes } from '../../generated/routes.js';
import { root } from '../support/run.js';
import { cannotRefuse } from './cannot-refuse.js';
import type { MatrixRow } from './matrix.js';

const PAGE = 'docs/operations.md';
const README = 'README.md';
const TOTAL = /^\*\*\d+ of 341 operations\*\*.*$/m;

const byId = new Map(routes.map((route) => [route.operationId, route]));

function rowOf({ operationId, success, refusal }: MatrixRow): string {
  const { method = 'get', path = '' } = byId.get(operationId) ?? {};
  const refuses = refusal ? 'yes' : operationId in cannotRefuse ? 'cannot' : '-';
  return `| \`${operationId}\` | \`${method.toUpperCase()} ${path}\` | ${success ? 'yes' : '-'} | ${refuses} |`;
}

function pageOf(rows: readonly MatrixRow[]): string {
  const groups = [...new Set(rows.map(({ group }) => group))].sort();
  const sections = groups.map((group) => {
    const of = rows.filter((row) => row.group === group);
    return `## ${group} (${of.length})\n\n| Operation | Request | Success | Refusal |\n|---|---|---|---|\n${of.map(rowOf).join('\n')}\n`;
  });
  return [
    '# Operations',
    '',
    'Written by `npm run coverage -- --write` from what a test run really dispatched: whether it saw the operation succeed, and whether it saw it refuse for a reason of its own (a missing token does not count). `cannot` is for the few that no valid caller can make refuse.',
    '',
    ...sections,
  ].join('\n');
}

/** One line for the README. */
function totalOf(rows: readonly MatrixRow[]): string {
  const refuse = rows.filter(({ refusal }) => refusal).length;
  const cannot = rows.length - refuse;
  const succeed = rows.filter(({ success }) => success).length;
  return `**${succeed} of 341 operations** are seen to succeed in a test run, ${refuse} to refuse; ${cannot} cannot. [docs/operations.md](docs/operations.md) has each.`;
}

async function documents(rows: readonly MatrixRow[]): Promise<Map<string, string>> {
  const readme = await readFile(join(root, README), 'utf8');
  if (!TOTAL.test(readme)) throw new Error('the README has no line of totals to keep up');
  return new Map([
    [PAGE, pageOf(rows)],
    [README, readme.replace(TOTAL, totalOf(rows))],
  ]);
}

/** Writes the matrix down where readers find it. */
export async function writeDocuments(rows: readonly MatrixRow[]): Promise<void> {
  for (const [path, text] of await documents(rows)) await writeFile(join(root, path), text);
}

/** Which documents say something else than this run saw. */
export async function drifted(rows: readonly MatrixRow[]): Promise<string[]> {
  const found: string[] = [];
  for (const [path, text] of await documents(rows)) {
    if ((await readFile(join(root, path), 'utf8').catch(() => '')) !== text) found.push(path);
  }
  return found;
}
