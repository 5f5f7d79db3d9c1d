import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { OperationId } from '../../../contract/routes.js';
import type { Sandbox } from '../../../server/sandbox.js';
import { root } from '../../support/run.js';
import type { Finding } from '../origins.js';
import { openAt } from './walk.js';

/** Operations whose samples are run in a shell: what people do most, from every group that an org has something of. */
const OPERATIONS: readonly OperationId[] = [
  ...(['listUsers', 'createUser', 'getUser', 'partialUpdateUser', 'updateUser', 'listUserGroups'] as const),
  ...(['suspendUser', 'unsuspendUser', 'deactivateUser', 'expirePassword', 'resetPassword'] as const),
  ...(['changePassword', 'changeRecoveryQuestion', 'listAppLinks', 'clearUserSessions'] as const),
  ...(['deactivateOrDeleteUser', 'assignRoleToUser', 'listAssignedRolesForUser', 'enrollFactor'] as const),
  ...(['listGroups', 'createGroup', 'getGroup', 'updateGroup', 'deleteGroup', 'listGroupUsers'] as const),
  ...(['addUserToGroup', 'removeUserFromGroup', 'listGroupRules', 'createGroupRule', 'getGroupRule'] as const),
  ...(['activateGroupRule', 'deactivateGroupRule', 'listApplications', 'createApplication'] as const),
  ...(['getApplication', 'updateApplication', 'deactivateApplication', 'listApplicationUsers'] as const),
  ...(['assignUserToApplication', 'listApplicationKeys', 'listAuthenticators', 'getAuthenticator'] as const),
  ...(['listAuthorizationServers', 'getAuthorizationServer', 'createOAuth2Scope', 'listOAuth2Claims'] as const),
  ...(['listBrands', 'getBrand', 'listEventHooks', 'createEventHook', 'getEventHook', 'listInlineHooks'] as const),
  ...(['listIdentityProviders', 'createIdentityProvider', 'listNetworkZones', 'createNetworkZone'] as const),
  ...(['getNetworkZone', 'listPolicies', 'createPolicy', 'getPolicy', 'listPolicyRules', 'createPolicyRule'] as const),
  ...(['listOrigins', 'createOrigin', 'listUserTypes', 'createUserType', 'getUserSchema', 'getOrgSettings'] as const),
  ...(['getLogs', 'listLinkedObjectDefinitions', 'addLinkedObjectDefinition', 'listSmsTemplates'] as const),
];

/** The languages that a shell with Node can run, by their place among the tabs. */
const LANGUAGES = [
  { name: 'curl', tab: 0 },
  { name: 'Node SDK', tab: 1 },
  { name: 'fetch', tab: 3 },
] as const;

/** A sample that runs longer hangs, in milliseconds. */
const PATIENCE = 60_000;
// Inside of the project, so that the SDK is found.
const folder = join(root, '.artifacts/samples');
const execute = promisify(execFile);

async function printed(page: Page, base: string, id: string): Promise<string[]> {
  await openAt(page, `${base}/_sandbox/explorer/${id}`, `.result[data-op="${id}"]`);
  const samples: string[] = [];
  for (const { tab } of LANGUAGES) {
    await page.click(`#sample-tab-${tab}`);
    samples.push((await page.textContent('#sample')) ?? '');
  }
  return samples;
}

/** Runs a sample as it is printed. @returns why it did not work; undefined where it did */
async function runIt(name: string, sample: string): Promise<string | undefined> {
  const file = join(folder, name === 'curl' ? 'sample.sh' : 'sample.mjs');
  await writeFile(file, `${sample}\n`);
  const options = { cwd: folder, timeout: PATIENCE, maxBuffer: 1 << 26 };
  const program = name === 'curl' ? 'bash' : process.execPath;
  return execute(program, [file], options).then(
    () => undefined,
    ({ code, stderr }) => `ends with ${code}: ${String(stderr).split('\n').slice(0, 6).join(' ').slice(0, 300)}`,
  );
}

/** What the org was asked by a sample, where that is not the operation, answered well. */
function misled({ org }: Sandbox, id: string): string | undefined {
  const seen = org.requests.newest().map(({ operationId, status }) => `${operationId} ${status}`);
  const isMeant = seen.length > 0 && seen.every((one) => one.startsWith(`${id} 2`));
  return isMeant ? undefined : `asked ${seen.join(', ') || 'nothing'}`;
}

/** Runs the samples of an operation, each in an org that is as it was when they were printed. */
async function tryOne(page: Page, sandbox: Sandbox, base: string, id: string): Promise<string[]> {
  await sandbox.reset();
  const samples = await printed(page, base, id);
  const faults: string[] = [];
  for (const [at, sample] of samples.entries()) {
    const name = LANGUAGES[at]?.name ?? '';
    await sandbox.reset();
    const fault = (await runIt(name, sample)) ?? misled(sandbox, id);
    if (fault !== undefined) faults.push(`${id}, ${name}: ${fault}`);
  }
  for (const fault of faults) console.log(`     ${fault}`);
  return faults;
}

/** Runs printed samples in a shell as they are. The sandbox's ids repeat themselves, so that a reset leaves them true. */
export async function checkSamples(browser: Browser, sandbox: Sandbox, base: string): Promise<Finding[]> {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const faults: string[] = [];
  for (const id of OPERATIONS) faults.push(...(await tryOne(page, sandbox, base, id)));
  await page.close();
  const what = `the printed curl, Node SDK and fetch samples of ${OPERATIONS.length} operations run as they are`;
  return [{ what, ok: faults.length === 0, saw: `${faults.length} faults` }];
}
