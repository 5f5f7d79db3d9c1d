import { type Method, methods, type Node, operationsOf } from './document.js';

/** A row of the route table. */
export interface RouteRow {
  readonly operationId: string;
  readonly method: Method;
  readonly path: string;
  readonly group: string;
  readonly status: number;
  /** The query that tells two operations of one path apart. */
  readonly when?: Record<string, string>;
  readonly body: 'none' | 'optional' | 'required';
  /** Media types of the body, where they are not JSON alone. */
  readonly consumes?: string[];
  /** Media types of the answer, where they are not JSON. */
  readonly produces?: string[];
  /** Query parameters that are not text. */
  readonly query?: Record<string, string>;
}

function rowOf(path: string, method: Method, operation: Node): RouteRow {
  const { operationId } = operation;
  const [pathname = '', search] = path.split('?');
  const successes = Object.keys(operation.responses).filter(
    (status) => status.startsWith('2') && !operation.responses[status]['x-mockta-besides'],
  );
  if (!operationId || operation.tags?.length !== 1) throw new Error(`${method} ${path} lacks an id or a group`);
  if (successes.length !== 1) throw new Error(`${operationId} has ${successes.length} success statuses, not one`);
  const body = operation.requestBody;
  const consumes = Object.keys(body?.content ?? {});
  const produces = Object.keys(operation.responses[successes[0] ?? '']?.content ?? {});
  const query = (operation.parameters ?? [])
    .filter((parameter: Node) => parameter.in === 'query' && parameter.schema.type !== 'string')
    .map((parameter: Node) => [parameter.name, parameter.schema.type]);
  return {
    operationId,
    method,
    path: pathname.replace(/\{(\w+)\}/g, ':$1'),
    group: operation.tags[0],
    status: Number(successes[0]),
    ...(search === undefined ? {} : { when: Object.fromEntries(new URLSearchParams(search)) }),
    body: !body ? 'none' : body.required ? 'required' : 'optional',
    ...(consumes.some((type) => type !== 'application/json') ? { consumes } : {}),
    ...(produces.some((type) => type !== 'application/json') ? { produces } : {}),
    ...(query.length > 0 ? { query: Object.fromEntries(query) } : {}),
  };
}

/** Puts a literal segment before a parameter in the same place. */
const rank = (path: string): string => path.replaceAll(':', '~');

const compare = (a: RouteRow, b: RouteRow): number => {
  const [left, right] = [rank(a.path), rank(b.path)];
  if (left !== right) return left < right ? -1 : 1;
  return methods.indexOf(a.method) - methods.indexOf(b.method);
};

/** The route table of a document, literal segments first. */
export const routeRows = (doc: Node): RouteRow[] =>
  operationsOf(doc)
    .map(({ path, method, operation }) => rowOf(path, method, operation))
    .sort(compare);

/** `generated/routes.ts`. */
export const printRoutes = (rows: readonly RouteRow[]): string =>
  `export const routes = [\n${rows.map((row) => `  ${JSON.stringify(row)},\n`).join('')}] as const;\n`;

/** `generated/paths.ts`: what links are made from. */
export function printPaths(rows: readonly RouteRow[]): string {
  const lines = rows.map(({ operationId, path }) => `  ${operationId}: '${path.replace(/:(\w+)/g, '{$1}')}',\n`);
  return [
    "import type { routes } from './routes.js';\n\n",
    `export const paths = {\n${lines.join('')}} as const satisfies Record<(typeof routes)[number]['operationId'], string>;\n`,
  ].join('');
}
