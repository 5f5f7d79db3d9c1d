import { fill } from './choices.js';
import { compact, indent, liveQuote, python, quote, script, shellWord } from './literals.js';
import { live } from './marks.js';
import type { Operation } from './operations.js';

/** A request as samples print it. */
export interface Sample {
  readonly op: Operation;
  readonly values: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
  /** Absent where nothing is sent. */
  readonly body?: string | undefined;
  /** The body's media type; absent where the operation takes none. */
  readonly media?: string | undefined;
  readonly token: string;
  readonly base: string;
  readonly isList: boolean;
}

const isForm = ({ media }: Sample): boolean => media === 'multipart/form-data';

const queryText = (query: Sample['query']): string => {
  const text = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return text === '' ? '' : `?${text}`;
};

/** Path and query of a request. */
export const target = ({ op, values, query }: Pick<Sample, 'op' | 'values' | 'query'>): string =>
  `/api/v1${fill(op.path, values)}${queryText(query)}`;

/** The URL with its living values marked. */
function urlOf({ op, values, query, base }: Sample): string {
  // What is between quotes must not end them.
  const encoded = (value: string): string => encodeURIComponent(value).replace(/'/g, '%27');
  const path = op.path.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value ? live(encoded(value)) : whole;
  });
  return `${live(base)}/api/v1${path}${queryText(query).replace(/'/g, '%27')}`;
}

function curl(s: Sample): string {
  const { method } = s.op;
  const lines = method === 'get' ? [`curl '${urlOf(s)}'`] : [`curl -X ${method.toUpperCase()} '${urlOf(s)}'`];
  lines.push(`-H 'Authorization: SSWS ${live(s.token)}'`);
  if (isForm(s)) lines.push("-F 'file=@logo.png;type=image/png'");
  else if (s.body !== undefined) lines.push(`-H 'Content-Type: ${s.media}'`, `-d ${shellWord(compact(s.body))}`);
  // A length of nothing: without one the API answers 411.
  else if (method === 'post' || method === 'put') lines.push("-d ''");
  return lines.join(' \\\n  ');
}

function fetchSample(s: Sample): string {
  const { method } = s.op;
  const typed = s.body !== undefined && !isForm(s);
  const type = typed ? `, 'Content-Type': '${s.media}'` : '';
  const init = [`headers: { Authorization: 'SSWS ${live(s.token)}'${type} },`];
  if (method !== 'get') init.unshift(`method: '${method.toUpperCase()}',`);
  if (isForm(s)) init.push('body: form,');
  else if (s.body !== undefined) {
    const isJson = s.media === 'application/json';
    init.push(isJson ? `body: JSON.stringify(${indent(script(s.body), '  ')}),` : `body: ${quote(s.body)},`);
  }
  const form = isForm(s)
    ? "import { openAsBlob } from 'node:fs';\n\nconst form = new FormData();\nform.append('file', await openAsBlob('logo.png', { type: 'image/png' }), 'logo.png');\n"
    : '';
  return `${form}const response = await fetch('${urlOf(s)}', {\n  ${init.join('\n  ')}\n});\nconsole.log(response.status, await response.text());`;
}

/** Operations that the Node SDK 6 has no method for, or one that sends another request: there a plain fetch is right. */
const NOT_IN_NODE =
  /ClientSecret|Refresh|upload|Logo|^publish|^(?:updateApplicationPolicy|previewSAMLAppMetadata|createAuthenticator|forgotPassword)$/i;
/** Methods of that SDK that want a query, be it empty. */
const WANTS_QUERY = /^(?:activateUser|clone\w+Key|generateIdentityProviderSigningKey|listPolicies|resetPassword)$/;

function node(s: Sample): string {
  if (NOT_IN_NODE.test(s.op.id) || isForm(s)) return `// The SDK 6.x has no method for this.\n${fetchSample(s)}`;
  const all = s.op.params.map((name) => (s.values[name] ? liveQuote(s.values[name]) : name));
  if (s.body !== undefined) all.push(script(s.body));
  const words = s.query.map(([name, value]) => `${name}: ${/^(?:true|false|\d+)$/.test(value) ? value : quote(value)}`);
  if (words.length > 0) all.push(`{ ${words.join(', ')} }`);
  else if (WANTS_QUERY.test(s.op.id)) all.push('{}');
  const made = `client.${s.op.id}(${all.join(', ')})`;
  const head = [
    "import okta from '@okta/okta-sdk-nodejs'; // 6.x",
    `\nconst client = new okta.Client({\n  orgUrl: '${live(s.base)}',\n  token: '${live(s.token)}',\n});\n\n`,
  ].join('\n');
  // The log has always a next page: a loop over it waits for events for ever.
  if (s.op.id === 'getLogs') return `${head}console.log(await ${made}.getNextPage());`;
  if (s.isList) return `${head}for await (const each of ${made}) {\n  console.log(each);\n}`;
  return head + (s.op.method === 'delete' ? `await ${made};` : `const result = await ${made};\nconsole.log(result);`);
}

const snake = (id: string): string => id.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

function py(s: Sample): string {
  const all = s.op.params.map((name) => (s.values[name] ? liveQuote(s.values[name]) : name));
  if (s.body !== undefined) all.push(indent(python(s.body), '        '));
  if (s.query.length > 0) all.push(`{${s.query.map(([name, value]) => `${quote(name)}: ${quote(value)}`).join(', ')}}`);
  const isDelete = s.op.method === 'delete';
  // What the client refuses cannot be run: it has to be told.
  const secured = s.base.startsWith('http:') ? ['# It takes no http: start the sandbox with --https.'] : [];
  return [
    ...secured,
    'import asyncio\nfrom okta.client import Client  # 2.x\n\nasync def main():',
    `    client = Client({'orgUrl': '${live(s.base)}', 'token': '${live(s.token)}'})`,
    `    ${isDelete ? '_, error' : 'result, _, error'} = await client.${snake(s.op.id)}(${all.join(', ')})`,
    `    print(error${isDelete ? '' : ' or result'})\n\nasyncio.run(main())`,
  ].join('\n');
}

/** The languages that samples are printed in. */
export const languages = [
  { id: 'curl', name: 'curl', make: curl },
  { id: 'node', name: 'Node SDK', make: node },
  { id: 'python', name: 'Python SDK', make: py },
  { id: 'fetch', name: 'fetch', make: fetchSample },
] as const;
