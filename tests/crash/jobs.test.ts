import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type SandboxProcess, scratchFolder, startSandbox } from '../support/process.js';

const USERS = 5000;

async function ask(sandbox: SandboxProcess, method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${sandbox.url}/api/v1${path}`, {
    method,
    headers: { authorization: `SSWS ${sandbox.token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

/** How many users are in the group. */
async function members(sandbox: SandboxProcess): Promise<number> {
  const answer = await ask(sandbox, 'GET', '/groups?q=crew&expand=stats');
  const [group] = (await answer.json()) as { _embedded: { stats: { usersCount: number } } }[];
  return group?._embedded.stats.usersCount ?? 0;
}

async function waitFor(sandbox: SandboxProcess, reached: (count: number) => boolean): Promise<number> {
  for (;;) {
    const count = await members(sandbox);
    if (reached(count)) return count;
  }
}

test('an activation that kill -9 cuts off is carried on by the next start', async () => {
  const folder = scratchFolder();
  const seed = join(folder.path, 'crew.json');
  const users = Array.from({ length: USERS }, (_, n) => {
    const login = `crew.${n}@example.com`;
    return { profile: { login, email: login, firstName: 'Cy', lastName: `N${n}`, department: 'Crew' } };
  });
  writeFileSync(seed, JSON.stringify({ users }));
  const args = ['--data', join(folder.path, 'data'), '--seed', seed, '--token', 'crash-token-20-chars'];
  let sandbox = await startSandbox(args);
  try {
    const group = (await (await ask(sandbox, 'POST', '/groups', { profile: { name: 'Crew' } })).json()) as {
      id: string;
    };
    const made = await ask(sandbox, 'POST', '/groups/rules', {
      type: 'group_rule',
      name: 'crew',
      conditions: { expression: { value: 'user.department == "Crew"', type: 'urn:okta:expression:1.0' } },
      actions: { assignUserToGroups: { groupIds: [group.id] } },
    });
    const rule = (await made.json()) as { id: string };
    const activation = ask(sandbox, 'POST', `/groups/rules/${rule.id}/lifecycle/activate`).then(
      ({ status }) => status,
      () => 'cut off',
    );
    const seen = await waitFor(sandbox, (count) => count > 0);
    await sandbox.stop('SIGKILL');
    expect([seen < USERS, await activation]).toEqual([true, 'cut off']);
    sandbox = await startSandbox(args);
    expect(await waitFor(sandbox, (count) => count === USERS)).toBe(USERS);
    const shown = (await (await ask(sandbox, 'GET', `/groups/rules/${rule.id}`)).json()) as { status: string };
    expect(shown.status).toBe('ACTIVE');
  } finally {
    await sandbox.stop('SIGKILL');
    folder.remove();
  }
}, 60_000);

/** How many roles were told to be gone. */
async function revoked(sandbox: SandboxProcess): Promise<number> {
  const filter = encodeURIComponent('eventType eq "user.account.privilege.revoke"');
  return ((await (await ask(sandbox, 'GET', `/logs?limit=1000&filter=${filter}`)).json()) as unknown[]).length;
}

const ROLES = 1000;

test('roles that kill -9 leaves without their group are never for everything, and go with the next start', async () => {
  const folder = scratchFolder();
  const seed = join(folder.path, 'roles.json');
  const logins = Array.from({ length: ROLES }, (_, n) => `crew.${n}@example.com`);
  const users = logins.map((login) => ({ profile: { login, email: login, firstName: 'Cy', lastName: 'N' } }));
  const roles = logins.map((user) => ({ type: 'USER_ADMIN', user, targetGroups: ['Crew'] }));
  writeFileSync(seed, JSON.stringify({ users, roles, groups: [{ name: 'Crew', id: '00gcrew0000000000000' }] }));
  const args = ['--data', join(folder.path, 'data'), '--seed', seed, '--token', 'crash-token-20-chars'];
  let sandbox = await startSandbox(args);
  const rolesOf = async (login = ''): Promise<unknown> => (await ask(sandbox, 'GET', `/users/${login}/roles`)).json();
  try {
    expect(await rolesOf(logins.at(-1))).toHaveLength(1);
    const removal = ask(sandbox, 'DELETE', '/groups/00gcrew0000000000000').then(
      ({ status }) => status,
      () => 'cut off',
    );
    let gone = 0;
    while (gone === 0) gone = await revoked(sandbox);
    await sandbox.stop('SIGKILL');
    expect([gone < ROLES, await removal]).toEqual([true, 'cut off']);
    sandbox = await startSandbox(args);
    for (const login of logins) expect(await rolesOf(login)).toEqual([]);
    while ((await revoked(sandbox)) < ROLES);
    expect(await revoked(sandbox)).toBe(ROLES);
  } finally {
    await sandbox.stop('SIGKILL');
    folder.remove();
  }
}, 60_000);
