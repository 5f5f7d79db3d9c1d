import { createPrivateKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { ServerOptions } from 'node:https';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { selfSignedCertificate } from '../../objects/keys/certificates.js';
import { makeRsaKey } from '../../store/rsa-pool.js';
import { pemOf } from '../objects/authority.js';
import { type Got, hookServer, silent, willing } from '../support/hook-server.js';
import { eventHook } from '../support/hooks.js';
import { type SandboxProcess, scratchFolder, startSandbox } from '../support/process.js';

const GROUPS = 30;

async function send<T>(sandbox: SandboxProcess, path: string, body: object = {}): Promise<{ status: number; body: T }> {
  const answer = await fetch(`${sandbox.url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `SSWS ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}

async function verify(sandbox: SandboxProcess, uri: string): Promise<{ status: number; body: object }> {
  const { body } = await send<{ id: string }>(sandbox, '/eventHooks', eventHook(uri));
  return send(sandbox, `/eventHooks/${body.id}/lifecycle/verify`);
}

type Event = { uuid: string; target: { displayName: string }[] };
const eventsOf = (calls: readonly Got[]): Event[] => calls.flatMap(({ body }) => body?.data?.events ?? []);
const namesOf = (calls: readonly Got[]): string[] =>
  eventsOf(calls).flatMap(({ target }) => target[0]?.displayName ?? []);

test('events that were committed before kill -9 reach their hook after the next start, in order', async () => {
  const folder = scratchFolder();
  const hook = await hookServer();
  const args = ['--data', join(folder.path, 'data'), '--token', 'crash-token-20-chars'];
  let sandbox = await startSandbox(args);
  try {
    expect((await verify(sandbox, hook.url)).status).toBe(200);
    const from = hook.got.length;
    // The first delivery is under way when the process ends; the others have not begun.
    hook.answer = silent;
    const wanted = Array.from({ length: GROUPS }, (_, n) => `Crew ${n}`);
    for (const name of wanted) expect((await send(sandbox, '/groups', { profile: { name } })).status).toBe(200);
    await hook.calls(from + 1);
    await sandbox.stop('SIGKILL');
    const before = hook.got.slice(from);
    expect(namesOf(before).length).toBeLessThan(GROUPS);
    const restarted = hook.got.length;
    hook.answer = willing;
    sandbox = await startSandbox(args);
    for (let n = 1; !namesOf(hook.got.slice(restarted)).includes(`Crew ${GROUPS - 1}`); n++) {
      await hook.calls(restarted + n);
    }
    const after = hook.got.slice(restarted);
    expect(namesOf(after)).toEqual(wanted);
    // What came twice can be told by its id.
    expect(after[0]?.body.eventId).toBe(before[0]?.body.eventId);
    expect(eventsOf(after)[0]?.uuid).toBe(eventsOf(before)[0]?.uuid);
  } finally {
    await sandbox.stop('SIGKILL');
    await hook.close();
    folder.remove();
  }
}, 60_000);

/** A certificate for localhost that nobody issued but itself, in a file besides. */
async function selfMade(folder: string): Promise<ServerOptions & { readonly file: string }> {
  const key = await makeRsaKey();
  const der = await selfSignedCertificate({
    key,
    subject: { commonName: 'localhost' },
    created: Date.now(),
    validityYears: 10,
  });
  const cert = pemOf(Buffer.from(der, 'base64'));
  const file = join(folder, 'hook.pem');
  writeFileSync(file, cert);
  const jwk = createPrivateKey({ key: { ...key.privateJwk }, format: 'jwk' });
  return { file, cert, key: jwk.export({ type: 'pkcs8', format: 'pem' }) };
}

test('a hook with a certificate of its own is trusted where NODE_EXTRA_CA_CERTS names it, and nowhere else', async () => {
  const folder = scratchFolder();
  const secure = await selfMade(folder.path);
  const hook = await hookServer(secure);
  const started: SandboxProcess[] = [];
  try {
    for (const [env, status] of [
      [{}, 400],
      [{ NODE_EXTRA_CA_CERTS: secure.file }, 200],
    ] as const) {
      const sandbox = await startSandbox(['--ephemeral'], env);
      started.push(sandbox);
      const answer = await verify(sandbox, hook.url);
      expect([answer.status, answer.body]).toEqual([
        status,
        status === 200
          ? expect.objectContaining({ verificationStatus: 'VERIFIED' })
          : expect.objectContaining({
              errorCauses: [{ errorSummary: expect.stringMatching(/could not be reached: .*(?:SIGNED|CERT)/) }],
            }),
      ]);
    }
  } finally {
    for (const sandbox of started) await sandbox.stop('SIGKILL');
    await hook.close();
    folder.remove();
  }
}, 60_000);
