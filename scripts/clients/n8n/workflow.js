// Workflows as a user puts them together in n8n's editor, in the form in which it exports them, and n8n's command.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';

const url = process.env.OKTA_CLIENT_ORGURL;
const token = process.env.OKTA_CLIENT_TOKEN;

/** Asks the sandbox without n8n: for what is not the story, such as the requests that came in. */
export async function ask(method, path, body) {
  const headers = { authorization: `SSWS ${token}`, 'content-type': 'application/json' };
  const text = await (await fetch(url + path, { method, headers, body: body && JSON.stringify(body) })).text();
  return text === '' ? undefined : JSON.parse(text);
}

const org = { oktaApi: { id: 'org', name: 'The org' } };
/** Credentials with a token that nobody has. */
export const stranger = { oktaApi: { id: 'stranger', name: 'A stranger' } };

/** A step of the Okta node. settings: those that any node has, such as what comes after an error */
export const okta = (name, operation, parameters, settings) => ({
  name,
  type: 'n8n-nodes-base.okta',
  typeVersion: 1,
  parameters: { resource: 'user', operation, ...parameters },
  credentials: org,
  ...settings,
});

/** A step of the node HTTP Request with Okta's credentials: for all that the Okta node has no operation for. */
export const http = (name, method, path, { body, options, ...settings } = {}) => ({
  name,
  type: 'n8n-nodes-base.httpRequest',
  typeVersion: 4.2,
  parameters: {
    method,
    url: `=${url}${path}`,
    authentication: 'predefinedCredentialType',
    nodeCredentialType: 'oktaApi',
    ...(body && { sendBody: true, specifyBody: 'json', jsonBody: body }),
    options: options ?? {},
  },
  credentials: org,
  ...settings,
});

export const byLogin = (value) => ({ userId: { __rl: true, mode: 'login', value } });
export const byId = (value) => ({ userId: { __rl: true, mode: 'id', value } });

/** What the Okta node asks of a new person. */
export const named = (name) => ({
  firstName: name,
  lastName: 'Low',
  login: `${name}@example.com`,
  email: `${name}@example.com`,
});

/** Steps that follow each other, begun by hand. */
function workflow(id, steps) {
  const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
  const nodes = [start, ...steps].map((node, at) => ({ id: `${at}`, position: [at * 200, 0], ...node }));
  const connections = steps.map(({ name }, at) => [
    nodes[at].name,
    { main: [[{ node: name, type: 'main', index: 0 }]] },
  ]);
  return { id, name: id, active: false, settings: {}, nodes, connections: Object.fromEntries(connections) };
}

/** Runs n8n's command. @returns what it wrote, whether it went well or not */
const n8n = (...args) =>
  new Promise((resolve) => {
    const env = { ...process.env, N8N_USER_FOLDER: `${process.cwd()}/home`, N8N_DIAGNOSTICS_ENABLED: 'false' };
    const options = { env, maxBuffer: 2 ** 28 };
    execFile('node', ['node_modules/n8n/bin/n8n', ...args], options, (_, out, error) => resolve(out + error));
  });

async function imported(what, rows) {
  await writeFile(`home/${what}.json`, JSON.stringify(rows));
  const said = await n8n(`import:${what}`, `--input=home/${what}.json`);
  if (!said.includes('Successfully imported')) throw new Error(`n8n import:${what}: ${said}`);
}

/** Puts credentials and workflows into n8n. workflows: their steps, by name */
export async function setUp(workflows) {
  await mkdir('home', { recursive: true });
  const credentials = [
    [org, token],
    [stranger, '00nobody'],
  ].map(([{ oktaApi }, accessToken]) => ({ ...oktaApi, type: 'oktaApi', data: { url, accessToken } }));
  await imported('credentials', credentials);
  await imported(
    'workflow',
    Object.entries(workflows).map(([id, steps]) => workflow(id, steps)),
  );
}

/** Executes a workflow. @returns what came out of each step, by its name; rejects where none came or it failed */
export async function executed(id) {
  const said = await n8n('execute', `--id=${id}`, '--rawOutput');
  const { data } = JSON.parse(/^\{$.*?^\}$/ms.exec(said)?.[0] ?? 'null') ?? {};
  if (data === undefined) throw new Error(`n8n execute: ${said.slice(0, 600)}`);
  const { runData, error } = data.resultData;
  if (error) throw new Error(`${error.node?.name}: ${error.message} ${JSON.stringify(error.context?.data ?? '')}`);
  return Object.fromEntries(Object.entries(runData).map(([step, [run]]) => [step, run.data.main[0]]));
}
