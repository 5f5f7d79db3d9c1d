import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import ts from 'typescript';
import { createSandbox, type SandboxOptions } from '../../server/sandbox.js';
import { asFlag } from '../../store/option-words.js';
import { testOrg } from '../support/org.js';
import { scratchFolder } from '../support/process.js';

const folder = scratchFolder();
afterAll(() => folder.remove());

/** What a sandbox that is not made is refused with. */
async function refusal(options: SandboxOptions): Promise<string> {
  const made = await createSandbox(options).catch((error: Error) => error.message);
  if (typeof made === 'string') return made;
  await made.close();
  return 'it was made';
}

test('who makes a sandbox is told of its own options: another seed, a folder that is in use', async () => {
  const data = join(folder.path, 'seeds');
  const first = await createSandbox({ data });
  expect(await refusal({ data })).toMatch(/Stop it, or choose another data folder\.$/);
  await first.close();
  expect(await refusal({ data, seed: 'acme' })).toContain(
    'Start with seed: "default", choose another data folder, or add fresh: true to start over',
  );
});

test('so is who resets an org whose seed file nobody named, by the library and by the control route', async () => {
  const data = join(folder.path, 'reset');
  const own = join(folder.path, 'own.yaml');
  writeFileSync(own, 'groups: [{ name: Crew }]\n');
  await (await createSandbox({ data, seed: own })).close();
  const org = await testOrg({ data });
  const sentence = /Start with seed and its path to reset the org\.$/;
  await expect(org.sandbox.reset()).rejects.toThrow(sentence);
  const answer = await org.post('/_sandbox/reset');
  expect([answer.status, answer.body]).toEqual([409, { error: expect.stringMatching(sentence) }]);
  await org.close();
});

test('so is who meets a door that is closed', async () => {
  const org = await testOrg();
  const say = 'This sandbox does not answer to the host "other.example": start it with allowHosts.';
  const { body } = await org.get('/api/v1/users', { host: 'other.example' });
  expect(body.errorCauses).toEqual([{ errorSummary: say }]);
  expect((await org.get('/_sandbox/ca.pem')).body.error).toMatch(/start with https: true\.$/);
  expect((await org.get('/_sandbox/clock', { host: 'other.example' })).body.error).toMatch(/\(see controlToken\)\.$/);
  const busy = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => busy.once('listening', resolve));
  const { port } = busy.address() as { port: number };
  await expect(org.sandbox.listen(port)).rejects.toThrow(`127.0.0.1:${port} is in use; choose another port.`);
  busy.close();
  await org.close();
});

/** Files of the command alone: nobody else reads what they say. */
const COMMAND = ['server/command.ts', 'server/config.ts', 'server/known-names.ts', 'store/option-words.ts'];

/** What Node takes, and we do not. */
const OF_NODE = ['--expose-gc'];

/** The texts of a source file that name an option of the command line. */
function flagsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && /(?:^|\s)--[a-z]/.test(node.text) && !OF_NODE.includes(node.text))
      found.push(`${file}: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

test('no text but the command’s own names an option as a command line has it', () => {
  const root = new URL('../../', import.meta.url).pathname;
  const rooms = ['server', 'store', 'seeds', 'objects', 'handlers', 'languages', 'contract'];
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${room}/${name}`),
  );
  expect(files.length).toBeGreaterThan(300);
  const told = files.filter((file) => !COMMAND.includes(file)).flatMap((file) => flagsIn(join(root, file)));
  expect(told).toEqual([]);
  expect(asFlag('seed', 'acme')).toBe('--seed acme');
});
