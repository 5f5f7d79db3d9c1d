import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { samplesIn } from '../../scripts/support/samples.js';
import { projectWith, root, terminal } from '../support/programs.js';
import { suiteSandbox } from '../support/suite-sandbox.js';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const samples = samplesIn(readme).filter(({ language }) => language === 'js');
const sandbox = suiteSandbox();
const shell = terminal(sandbox, sandbox.folder);

/** Asks as the administrator. */
async function userOf(login: string): Promise<{ status: string }> {
  const headers = { authorization: `SSWS ${sandbox.token}` };
  const answer = await fetch(`${sandbox.url}/api/v1/users/${login}`, { headers });
  return (await answer.json()) as { status: string };
}

describe("the README's samples, as they are printed", () => {
  test('print the token that a sandbox has', () => {
    expect(readme).toContain(`export OKTA_CLIENT_TOKEN=${sandbox.token}\n`);
    expect(samples).toHaveLength(2);
  });

  test.each([
    ['okta-sdk-nodejs-8', 0, 'kim@example.com'],
    ['@okta/okta-sdk-nodejs', 1, 'lee@example.com'],
  ])('run with %s', async (name, at, login) => {
    await shell.run(process.execPath, ['sample.mjs'], projectWith(sandbox.folder, name, samples[at]?.code ?? ''));
    expect((await userOf(login)).status).toBe('SUSPENDED');
  });

  test('start it', async () => {
    expect(readme).toContain('    npm ci && npm start\n');
    const env = { ...process.env, NODE_ENV: '', MOCKTA_PORT: '0', MOCKTA_EPHEMERAL: 'true' };
    const child = spawn('npm', ['start'], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      let printed = '';
      for await (const chunk of child.stdout) {
        printed += String(chunk);
        if (/OKTA_CLIENT_TOKEN=\S+\n/.test(printed)) break;
      }
      const [, url = ''] = /export OKTA_CLIENT_ORGURL=(\S+)/.exec(printed) ?? [];
      expect((await fetch(`${url}/_sandbox/health`)).status).toBe(200);
      expect(readme).toContain(/export OKTA_CLIENT_TOKEN=\S+/.exec(printed)?.[0]);
    } finally {
      // The sandbox is npm's child: both are of a group of their own.
      if (child.pid !== undefined) process.kill(-child.pid);
    }
  }, 240_000);

  test('list people with curl', async () => {
    const line = /^ {4}(curl .*api\/v1\/users.*)$/m.exec(readme)?.[1] ?? '';
    const people = JSON.parse(await shell.sh(line)) as { id: string }[];
    expect(people.length).toBeGreaterThan(0);
  });
});
