import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { filesOf } from '../../store/files/org-files.js';
import { MAIN, startSandbox } from '../support/process.js';

const newData = (): string => mkdtempSync(join(tmpdir(), 'mockta-lock-'));
const children: { kill(): void }[] = [];
afterAll(() => {
  for (const child of children) child.kill();
});

/** What a start that must fail says. */
function refusal(data: string): string {
  const args = [MAIN, '--port', '0', '--data', data];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 20_000 });
  expect(status).not.toBe(0);
  return stderr;
}

describe('a lock', () => {
  test('of a holder whose pid means nothing here is kept while it stirs', () => {
    const data = newData();
    const { lock } = filesOf(data, 'default');
    writeFileSync(lock, JSON.stringify({ pid: 1, started: '1', realm: 'another container', owner: 'x' }));
    const touch = `let n = 1; setInterval(() => require('fs').utimesSync(${JSON.stringify(lock)}, n, n++), 300)`;
    children.push(spawn(process.execPath, ['-e', touch]));
    expect(refusal(data)).toContain('is held by a running process of another container or machine');
  }, 30_000);

  const canUnshare = spawnSync('unshare', ['--pid', '--fork', 'true']).status === 0;
  if (!canUnshare) console.log('This machine makes no name spaces of pids: the lock is not tried across them.');

  test('holds across name spaces of pids', async () => {
    const data = newData();
    const wrapper = canUnshare ? ['unshare', '--pid', '--fork', '--kill-child'] : [];
    const sandbox = await startSandbox(['--data', data], {}, wrapper);
    expect(refusal(data)).toContain('is held by');
    await sandbox.stop('SIGKILL');
  }, 30_000);

  // Two containers on one folder: each is the process 1 of its own, and sees no other.
  test('holds between two that each see themselves alone', async () => {
    if (!canUnshare) return;
    const data = newData();
    const wrapper = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'];
    const first = await startSandbox(['--data', data], {}, wrapper);
    await expect(startSandbox(['--data', data], {}, wrapper)).rejects.toThrow('is held by');
    await first.stop('SIGKILL');
  }, 30_000);

  // The entry point of a container need not be one that looks after its children.
  test('of a holder that was killed and is not buried yet is free', async () => {
    if (!existsSync('/proc/self/stat')) return console.log('This machine tells no states of processes.');
    const data = newData();
    const wrapper = ['sh', '-c', '"$0" "$@" & exec sleep 60'];
    const first = await startSandbox(['--data', data], {}, wrapper);
    children.push(first.child);
    const { pid } = JSON.parse(readFileSync(filesOf(data, 'default').lock, 'utf8'));
    process.kill(pid, 'SIGKILL');
    const state = (): string | undefined => /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
    while (state() !== 'Z') await new Promise(setImmediate);
    const second = await startSandbox(['--data', data]);
    expect(await second.stop()).toBe(0);
    return first.stop('SIGKILL');
  }, 30_000);
});
