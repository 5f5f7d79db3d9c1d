import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/run.js';
import { type Fault, faults } from './faults.js';
import { clients, type RealClient, stories } from './table.js';

/** How the stories of each client ended, by the client's name and the story's. */
export type Results = Readonly<Record<string, Readonly<Record<string, string>>>>;

function cell(outcome: string | undefined): string {
  if (outcome === undefined) return '–';
  if (outcome === 'ok') return '✓';
  return outcome.startsWith('fault ') ? '✓ ¹' : '✗';
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(results: Results): string[] {
  const told = ({ name, title, version }: RealClient): string =>
    row([title, version, ...stories.map((story) => cell(results[name]?.[story]))]);
  return [
    row(['Client', 'Version', ...stories]),
    row(['---', '---', ...stories.map(() => ':-:')]),
    ...clients.map(told),
    row(['Terraform `okta/okta`', 'untried', ...stories.map(() => '?')]),
    row(['.NET `Okta.Sdk`', 'untried', ...stories.map(() => '?')]),
  ];
}

function faultLines(name: string, { what, request }: Fault): string[] {
  return [`- **${name}**: ${what}${request === undefined ? '' : ` Smallest request: \`${request}\``}`];
}

function section({ title, version, add, needs, start, faults: names }: RealClient): string[] {
  const sample = start && readFileSync(join(root, 'scripts/clients', start.file), 'utf8').trimEnd();
  const known = names.flatMap((name) => (faults[name] ? faultLines(name, faults[name]) : []));
  return [
    `### ${title} ${version}`,
    '',
    `    ${add}`,
    '',
    needs,
    '',
    ...(start && sample ? [`\`\`\`${start.language}`, sample, '```', ''] : []),
    ...(known.length > 0 ? ['Known faults of this version:', '', ...known, ''] : []),
  ];
}

const HEAD = `<!-- Written by \`npm run clients\`. Do not edit. -->
# Clients

What people point at a sandbox, unmodified and in the versions that they get today. Each client tells the stories below over https, against a built sandbox with enforced limits: \`npm run clients\` does it again, \`npm run clients -- python\` for those whose name begins so. It installs what it needs beside the repository, and says what the machine lacks. The programs are in [scripts/clients](../scripts/clients).

The SDKs read two variables:

    export OKTA_CLIENT_ORGURL=https://localhost:4010
    export OKTA_CLIENT_TOKEN=00mockta-default-token-for-local-use-only0

and trust the authority that \`npm start -- --https\` makes and prints ([https](https.md)).

`;

const AFTER = `
✓ green · ✓ ¹ green, going round a fault of the client that is named below · ✗ not · – not told · ? untried

*limits*: a call that is answered 429 is tried again when the minute is over. *refusals*: status and error code arrive as the client's own kind of error. *start*: the sample below, as it is printed.

Newer paths that today's clients ask for operations of the contract are answered by those: [openapi/aliases.yaml](../openapi/aliases.yaml).

## Terraform, and other clients that were not tried

Nobody ran Terraform's provider against this table's sandbox, nor the .NET client. What the provider's documentation asks of a server is there: requests with absolute targets, as a client of a proxy sends them (\`http_proxy\`), the headers of limits, \`/.well-known/okta-organization\`, and https. It wants \`org_name\` and \`base_url\`, which make up a host without a port: so it asks for a sandbox on port 443, or for \`http_proxy\`. Untried are: every resource and data source, plans without a difference after an apply, imports.

## Client by client

`;

/** The text of docs/clients.md. */
export const page = (results: Results): string =>
  `${HEAD}${table(results).join('\n')}\n${AFTER}${clients.flatMap(section).join('\n').trimEnd()}\n`;
