import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { clientsOf, provedClients } from '../../scripts/console-clients.js';

const page = `# Clients

| Client | Version | start |
|---|---|---|
| Node \`one\` | 6.6.0 | ✓ |
| .NET \`two\` | untried | ? |

## Client by client

### Node \`one\` 6.6.0

    npm install one@6.6.0

Over https it trusts the authority by \`NODE_EXTRA_CA_CERTS\`, see [https](https.md).

\`\`\`js
import one from 'one';

await one();
\`\`\`

Known faults of this version:

- **fault**: it has one.

### Shell \`two\`

    nothing to install
`;

describe('the clients of the landing', () => {
  test('are those of the page that have a program', () => {
    expect(clientsOf(page)).toEqual([
      {
        name: 'Node 6',
        install: 'npm install one@6.6.0',
        note: 'Over https it trusts the authority by NODE_EXTRA_CA_CERTS, see https.',
        code: "import one from 'one';\n\nawait one();",
      },
    ]);
    expect(clientsOf('# Nothing')).toEqual([]);
  });

  test('are read from the page of this project, where there is one', async () => {
    const found = await provedClients();
    expect(found.length > 0).toBe(existsSync('docs/clients.md'));
  });
});
