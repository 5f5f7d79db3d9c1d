import fc from 'fast-check';
import type { OperationId, Route } from '../../contract/routes.js';
import { allRoutes, bodies, queryOf, takesJson, text, wrongBodies } from './contract-values.js';

/** A request that must be refused, or can only read. */
export interface Malformed {
  readonly operationId: OperationId;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** What one kind of fault makes of an operation; undefined where it does not apply. */
type Fault = (route: Route) => fc.Arbitrary<Omit<Malformed, 'operationId'>> | undefined;

const writes = (route: Route): boolean => route.method === 'post' || route.method === 'put';
const hasParameters = (route: Route): boolean => route.path.includes(':');

/** Ids that no object has. */
const nobody = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '..',
    '%00',
    '%2F%2E',
    '%F0%9F%92%A9',
    '-1',
    'null',
    '*',
    '%22%27',
  ),
  fc.stringMatching(/^[0-9a-zA-Z]{20}$/).map((id) => `zz9${id.slice(3)}`),
  fc.integer({ min: 100, max: 3000 }).map((length) => 'z'.repeat(length)),
  text(12).map((word) => `zz${encodeURIComponent(word)}`),
);

const broken = fc.constantFrom('%', '%E0%A4%A', '%zz', '%ff', '%C3%28', '%80abc');

/** The path with made-up values for its parameters. */
const pathOf = (route: Route, values: fc.Arbitrary<string> = nobody): fc.Arbitrary<string> => {
  const segments = route.path.split('/').map((part) => (part.startsWith(':') ? values : fc.constant(part)));
  const search = 'when' in route ? `?${new URLSearchParams(route.when)}` : '';
  return fc.tuple(...segments).map((parts) => parts.join('/') + search);
};

const JSON_TYPE = { 'content-type': 'application/json' };

/** A request of the operation with a body that is sent as it is. */
const sending = (route: Route, sent: fc.Arbitrary<Buffer | string>, headers: Record<string, string> = JSON_TYPE) =>
  fc.tuple(pathOf(route), sent).map(([path, body]) => ({
    method: route.method.toUpperCase(),
    path,
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    body,
  }));

/** A request of the operation with its body, where it takes one, but with another path or other headers. */
const altered = (route: Route, path: fc.Arbitrary<string>, headers: Record<string, string> = {}) => {
  const json = writes(route) ? bodies(route) : undefined;
  return fc.tuple(path, json ?? fc.constant(undefined)).map(([url, value]) => {
    const method = route.method.toUpperCase();
    if (value === undefined) return { method, path: url, headers };
    const body = ascii(JSON.stringify(value));
    return { method, path: url, headers: { ...JSON_TYPE, ...headers, 'content-length': String(body.length) }, body };
  });
};

/** JSON in ASCII: what is meant to be refused for one fault has no other. */
const ascii = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const noToken: Fault = (route) =>
  fc
    .constantFrom(
      '',
      'SSWS',
      'SSWS ',
      'SSWS 00nobody',
      'ssws x',
      'Basic eDp5',
      'Bearer a.b.c',
      'Bearer',
      `SSWS ${'0'.repeat(4000)}`,
    )
    .chain((authorization) => altered(route, pathOf(route), { authorization }));

const notJson: Fault = (route) => {
  if (!writes(route)) return undefined;
  const cut = fc.json().map((json) => `[{"a":${json}`);
  const odd = fc.constantFrom(
    '{',
    '{"a":}',
    "{'a':1}",
    '{"a":1,}',
    '[1 2]',
    'undefined',
    'NaN',
    '{"a":01}',
    '"\n"',
    '{"a":1}{',
    '\u0000',
  );
  return sending(route, fc.oneof(cut, odd));
};

const badBytes: Fault = (route) => {
  if (!writes(route)) return undefined;
  const bytes = fc.constantFrom([0xff], [0xf0, 0x9f, 0x98, 0x80], [0xfe, 0xff, 0x00, 0x7b], [0xf4, 0x90, 0x80, 0x80]);
  return sending(
    route,
    bytes.map((bad) => Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bad), Buffer.from('"}')])),
  );
};

const mediaType: Fault = (route) => {
  if (!writes(route) || 'consumes' in route) return undefined;
  const types = [
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'json',
    '*/*',
    ';',
  ];
  const wrong = types.map((type): Record<string, string> => ({ 'content-type': type }));
  const encodings: Record<string, string>[] = [
    { 'content-encoding': 'rot13' },
    { 'content-encoding': 'gzip' },
    { 'content-type': 'application/json; charset=utf-99' },
  ];
  const headers = [...wrong, ...encodings.map((encoding) => ({ ...JSON_TYPE, ...encoding }))];
  return fc.constantFrom(...headers).chain((given) => sending(route, fc.constant('{"profile":{"name":"n"}}'), given));
};

const wrongType: Fault = (route) => {
  const wrong = wrongBodies(route);
  return (
    wrong &&
    sending(
      route,
      wrong.map((value) => ascii(JSON.stringify(value))),
    )
  );
};

const POISON = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"zz":1';

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members that a careless merge would write to a prototype, beside a fault that is refused anyhow. */
const prototype: Fault = (route) => {
  const wrong = wrongBodies(route);
  const poisoned = (value: unknown): string => {
    const json = ascii(JSON.stringify(value));
    if (!isObject(value)) return json;
    return Object.keys(value).length === 0 ? `${POISON}}` : `${POISON},${json.slice(1)}`;
  };
  return wrong && sending(route, wrong.map(poisoned));
};

const deep: Fault = (route) => {
  if (!takesJson(route)) return undefined;
  const levels = fc.constantFrom(1_500, 20_000, 150_000);
  const arrays = levels.map((n) => `${'['.repeat(n)}${']'.repeat(n)}`);
  const objects = levels.map((n) => `${'{"a":'.repeat(n)}1${'}'.repeat(n)}`);
  const nested = fc.oneof(arrays, objects);
  return sending(
    route,
    fc.oneof(
      nested,
      nested.map((json) => `{"profile":${json},"name":${json}}`),
    ),
  );
};

const huge: Fault = (route) => {
  if (!writes(route)) return undefined;
  return sending(
    route,
    fc.constantFrom(1_048_577, 1_500_000).map((size) => `{"profile":{"name":"${'x'.repeat(size)}"}}`),
  );
};

const badPath: Fault = (route) => (hasParameters(route) ? altered(route, pathOf(route, broken)) : undefined);

const nowhere: Fault = (route) => (hasParameters(route) ? altered(route, pathOf(route)) : undefined);

const garbage = fc.oneof(
  fc.constantFrom(
    '(((',
    '"',
    'eq',
    'profile.x eq',
    'a eq "b" and',
    'a zz "b"',
    'not',
    'id eq \\',
    '__proto__ eq "x"',
    'status eq "ACTIVE" )',
    '\u0000',
    '[',
  ),
  text(30),
  fc.integer({ min: 100, max: 600 }).map((length) => '('.repeat(length)),
);
const notTyped = fc.constantFrom('abc', '1e5', 'NaN', '0x10', '1.5', 'yes', '[]', '9'.repeat(400), '-', 'tru', '1;2');

/** Only reads: what a query asks for changes nothing, whether it is refused or not. */
const query: Fault = (route) => {
  const parameters = queryOf(route);
  if (route.method !== 'get' || parameters.length === 0) return undefined;
  const pairs = parameters.map(({ name, type }) =>
    (type === 'string' ? garbage : notTyped).map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  );
  const search = fc.array(fc.oneof(...pairs), { minLength: 1, maxLength: 3 }).map((all) => all.join('&'));
  return fc
    .tuple(pathOf(route), search)
    .map(([path, sent]) => ({ method: 'GET', path: `${path}?${sent}`, headers: {} }));
};

const method: Fault = (route) =>
  fc
    .tuple(pathOf(route), fc.constantFrom('PATCH', 'PROPFIND', 'SEARCH', 'TRACE'))
    .map(([path, verb]) => ({ method: verb, path, headers: {} }));

const oddHeaders: readonly Record<string, string>[] = [
  { host: 'evil.example' },
  { accept: 'text/x-nothing' },
  { 'x-forwarded-for': '::,%,<' },
  { prefer: '"' },
];

const unread: Fault = (route) =>
  route.method === 'get'
    ? fc.constantFrom(...oddHeaders).chain((given) => altered(route, pathOf(route), given))
    : undefined;

/** How often each kind comes, among the operations that it applies to. */
const weights: readonly (readonly [Fault, number])[] = [
  [wrongType, 12],
  [notJson, 5],
  [query, 6],
  [nowhere, 6],
  [prototype, 4],
  [noToken, 4],
  [mediaType, 4],
  [badBytes, 3],
  [badPath, 3],
  [method, 2],
  [unread, 1],
  [deep, 1],
  [huge, 0.2],
].map(([fault, weight]) => [fault as Fault, (weight as number) * 10]);

/** Malformed requests of the operations that `keep` keeps, in the proportions of `weights`. */
function arbitrary(token: string, keep: (route: Route) => boolean): fc.Arbitrary<Malformed> {
  const kinds = weights.map(([fault, weight]) => {
    const made = allRoutes.filter(keep).flatMap((route) => {
      const requests = fault(route);
      return requests ? [requests.map((request) => authorised(route, request, token))] : [];
    });
    return { weight, arbitrary: fc.oneof(...made) };
  });
  return fc.oneof(...kinds);
}

const authorised = (route: Route, request: Omit<Malformed, 'operationId'>, token: string): Malformed => ({
  ...request,
  operationId: route.operationId,
  headers: { authorization: `SSWS ${token}`, ...request.headers },
});

const BATCH = 250;

/**
 * Requests without end, each with a fault: a wrong type, depth, size, broken encoding, foreign media type, no token,
 * an id that no object has, or a query that only reads. None of them may change anything or meet a fault of ours.
 * @param seed the same seed gives the same requests
 * @param token the API token of those requests whose fault is another
 * @param keep which operations to aim at; all, unless told
 */
export function* malformed(
  seed: number,
  token: string,
  keep: (route: Route) => boolean = () => true,
): Generator<Malformed, never> {
  const requests = arbitrary(token, keep);
  for (let batch = 0; ; batch++) yield* fc.sample(requests, { seed: seed + batch, numRuns: BATCH });
}
