import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { samplesIn } from '../../scripts/support/samples.js';
import { loadSeed } from '../../seeds/load.js';
import { optionNames } from '../../server/options.js';
import { root, terminal } from '../support/programs.js';
import { suiteSandbox } from '../support/suite-sandbox.js';

const page = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');
const sandbox = suiteSandbox();
const shell = terminal(sandbox, sandbox.folder);

/** The one line of a page that is set apart for a shell and holds this. */
function lineWith(text: string, part: string): string {
  const found = [...text.matchAll(/^ {4}(curl .*)$/gm)]
    .map(([, line = '']) => line)
    .filter((line) => line.includes(part));
  if (found.length !== 1) throw new Error(`${found.length} lines of the page hold "${part}"`);
  return found[0] ?? '';
}

/** Asks as the administrator. */
async function ask<T>(path: string, body?: unknown): Promise<T> {
  const headers = { authorization: `SSWS ${sandbox.token}`, 'content-type': 'application/json' };
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${sandbox.url}${path}`, { headers, ...init });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

const kim = { firstName: 'Kim', lastName: 'Low', email: 'kim@example.com', login: 'kim@example.com' };

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until something answers. */
async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answers = await fetch(url, { headers: { 'x-okta-verification-challenge': 'x' } }).catch(() => undefined);
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing answers at ${url}`);
}

describe('hooks.md', () => {
  test('its service is told by its lines what it says it prints', async () => {
    const port = `${await freePort()}`;
    // A port of its own, since the printed one may be taken; all else is as printed.
    const samples = samplesIn(page('hooks.md')).map(({ code, ...rest }) => ({
      ...rest,
      code: code.replaceAll('4080', port),
    }));
    const service = samples.find(({ file }) => file === 'hook.mjs')?.code ?? '';
    const lines = samples.find(({ language }) => language === 'sh')?.code ?? '';
    writeFileSync(join(sandbox.folder, 'hook.mjs'), service);
    const child = spawn(process.execPath, ['hook.mjs'], { cwd: sandbox.folder, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    const told = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        if (printed.endsWith('\n')) resolve();
      });
    });
    try {
      await answering(`http://localhost:${port}/`);
      const said = await shell.sh(lines);
      expect(said.split('\n')[0]).toBe('"VERIFIED"');
      await told;
      expect(page('hooks.md')).toContain(`The service prints \`${printed.trim()}\`.`);
    } finally {
      child.kill();
    }
  });
});

describe('control-routes.md', () => {
  const text = page('control-routes.md');

  test('its line moves the clock', async () => {
    const { now } = await ask<{ now: number }>('/_sandbox/clock');
    const moved = JSON.parse(await shell.sh(lineWith(text, '"advance"'))) as { now: number };
    expect(moved.now - now).toBeGreaterThanOrEqual(691_200_000);
  });

  test('its line finds the link of a mail', async () => {
    await ask('/api/v1/users?activate=true', { profile: kim });
    const content = JSON.parse(await shell.sh(lineWith(text, '/_sandbox/outbox'))) as { activationUrl: string };
    expect(content.activationUrl).toMatch(/^http/);
  });

  test('its lines approve a push', async () => {
    const { id } = await ask<{ id: string }>('/api/v1/users/me');
    await ask(`/api/v1/users/${id}/factors`, { factorType: 'push', provider: 'OKTA' });
    const pushed = (await shell.sh(lineWith(text, '.[-1].id'))).trim();
    expect(pushed).not.toBe('null');
    await shell.sh(lineWith(text, '/approve').replace('mst…', pushed));
    const factors = await ask<{ factorType: string; status: string }[]>(`/api/v1/users/${id}/factors`);
    expect(factors.find(({ factorType }) => factorType === 'push')?.status).toBe('ACTIVE');
  });

  test('its line says how a domain is verified', async () => {
    const domain = { domain: 'login.acme.com', certificateSourceType: 'MANUAL' };
    const { id } = await ask<{ id: string }>('/api/v1/domains', domain);
    expect(JSON.parse(await shell.sh(lineWith(text, '/_sandbox/domains')))).toMatchObject({
      outcome: 'FAILED_TO_VERIFY',
    });
    const verified = await ask<{ validationStatus: string }>(`/api/v1/domains/${id}/verify`, {});
    expect(verified.validationStatus).toBe('FAILED_TO_VERIFY');
  });
});

describe('seeds.md', () => {
  const samples = samplesIn(page('seeds.md'));

  test('its policies go with its team, and mistakes in it are told as printed', async () => {
    const team = samples.find(({ file }) => file === 'team.yaml')?.code ?? '';
    const policies = samples.find(({ code }) => code.startsWith('policies:'))?.code ?? '';
    const zones = 'zones:\n  - { type: IP, name: Office, gateways: [{ type: CIDR, value: 192.0.2.0/24 }] }\n';
    const file = join(sandbox.folder, 'team.yaml');
    writeFileSync(file, `${team}${zones}${policies}`);
    const seed = await loadSeed(file);
    expect(seed.policies.find(({ name }) => name === 'Travellers')?.rules).toHaveLength(2);
    writeFileSync(file, team.replace('badge: K-1', 'deparment: Sea').replace('[Crew]', '[Crwe]'));
    const [, printed = ''] = /^```\n(The seed team\.yaml.*?)\n```$/ms.exec(page('seeds.md')) ?? [];
    expect(printed.split('\n')).toHaveLength(3);
    await expect(loadSeed(file)).rejects.toThrow(printed.replaceAll(' team.yaml', ` ${file}`));
  });
});

test('in-process.md tells of every option', () => {
  const rows =
    page('in-process.md')
      .match(/^\| `.*$/gm)
      ?.join('\n') ?? '';
  for (const name of optionNames) expect(rows).toContain(`\`${name}\``);
});
