import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { RouteRow } from './routes.js';

const FILE = 'openapi/aliases.yaml';

/** A row of the table of newer paths. */
export interface AliasRow {
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  readonly needs?: readonly string[];
  readonly asked: readonly string[];
}

const parametersOf = (path: string): string[] => [...path.matchAll(/[{:](\w+)/g)].map(([, name]) => name ?? '').sort();

/** What is wrong with a row; undefined where nothing is. */
function faultOf(row: AliasRow, rows: readonly RouteRow[]): string | undefined {
  const { method, path, operation, needs = [], asked } = row;
  const route = rows.find(({ operationId }) => operationId === operation);
  const shape = (given: string): string => given.replace(/[{:]\w+\}?/g, ':');
  if (!route) return `there is no operation ${operation}`;
  if (route.method !== method) return `${operation} is asked by ${route.method}`;
  if (parametersOf(path).join() !== parametersOf(route.path).join()) return `${operation} has other parameters`;
  if (rows.some((other) => other.method === method && shape(other.path) === shape(path))) return 'it is an operation';
  if (needs.length > 0 && route.body === 'none') return `${operation} has no body`;
  return (asked?.length ?? 0) === 0 ? 'nobody asks for it' : undefined;
}

/**
 * The table of newer paths, checked against the routes.
 * @throws Error that names the first row which does not fit
 */
export function aliasRows(rows: readonly RouteRow[], given?: readonly AliasRow[]): readonly AliasRow[] {
  const text = (): string => readFileSync(new URL(`../../${FILE}`, import.meta.url), 'utf8');
  const aliases = given ?? (parse(text()) as { aliases: readonly AliasRow[] }).aliases;
  for (const row of aliases) {
    const fault = faultOf(row, rows);
    if (fault !== undefined) throw new Error(`${FILE}: ${row.method} ${row.path}: ${fault}`);
  }
  return aliases;
}

/** `generated/aliases.ts`. */
export function printAliases(aliases: readonly AliasRow[]): string {
  const lines = aliases.map(({ method, path, operation: operationId, needs = [] }) => {
    const row = { operationId, method, path: path.replace(/\{(\w+)\}/g, ':$1'), needs };
    return `  ${JSON.stringify(row)},\n`;
  });
  return [
    "import type { OperationId } from '../contract/routes.js';\n\n",
    '/** A newer path of an operation, and the members of the body that it needs there. */\n',
    'export interface Alias {\n  readonly operationId: OperationId;\n  readonly method: string;\n  readonly path: string;\n',
    '  readonly needs: readonly string[];\n}\n\n',
    `export const aliases: readonly Alias[] = [\n${lines.join('')}];\n`,
  ].join('');
}
