// What every way of loading the package is put through: the parts of it that are loaded late or run in a thread of
// their own, each by the request that wants it. It is run by programs that have nothing but the package.
const assert = require('node:assert/strict');
const { mkdtempSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Asks a sandbox that listens. @returns status and body, and text for what is no JSON */
async function asker(sandbox) {
  const { port } = await sandbox.listen(0);
  return async (method, path, body, headers = {}) => {
    const json = body !== undefined && !(body instanceof FormData);
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: json ? JSON.stringify(body) : body,
      headers: {
        authorization: `SSWS ${sandbox.token}`,
        ...(json ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
    });
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').includes('json') && text !== '';
    return { status: answer.status, text, body: isJson ? JSON.parse(text) : undefined };
  };
}

const person = (name) => ({
  login: `${name}@team.example`,
  firstName: name,
  lastName: 'Low',
  email: `${name}@team.example`,
});

/** Every list of the contract that asks for no id: each loads its group's handlers and validators. */
async function askEveryGroup(ask) {
  const { body } = await ask('GET', '/_sandbox/openapi.json');
  const paths = Object.keys(body.paths).filter((path) => body.paths[path].get && !path.includes('{'));
  assert.ok(paths.length > 20);
  for (const path of paths) {
    const { status, text } = await ask('GET', path);
    assert.ok(status < 500, `GET ${path} is ${status}: ${text}`);
  }
}

/** Passwords, hashes of other systems, RSA keys and certificates, XML, pages. */
async function askForLateParts(ask) {
  const password = { value: 'Tr1cky-Kettle-9' };
  const made = await ask('POST', '/api/v1/users', { profile: person('kim'), credentials: { password } });
  assert.equal(made.status, 200, made.text);
  const value = 'U17GI55hO/ihv4d87keo.rW50z0HJaS';
  const hash = { algorithm: 'BCRYPT', workFactor: 4, salt: '1cXaLh8T5RBjreAU0HepNO', value };
  const moved = { profile: person('ann'), credentials: { password: { hash } } };
  assert.equal((await ask('POST', '/api/v1/users', moved)).status, 200);
  for (const username of ['kim@team.example', 'ann@team.example']) {
    const signedIn = await ask('POST', '/api/v1/authn', { username, password: password.value });
    assert.equal(signedIn.body.status, 'SUCCESS', signedIn.text);
  }
  const app = await ask('POST', '/api/v1/apps', {
    name: 'bookmark',
    label: 'B',
    signOnMode: 'BOOKMARK',
    settings: { app: { requestIntegration: false, url: 'https://example.com' } },
  });
  assert.equal(app.status, 200, app.text);
  const key = await ask('POST', `/api/v1/apps/${app.body.id}/credentials/keys/generate?validityYears=2`);
  assert.equal(key.body.kty, 'RSA', key.text);
  const page = await ask('GET', '/', undefined, { accept: 'text/html' });
  assert.match(page.text, /<html/i);
}

/** The reference validator refuses what Okta would take and the contract does not have. */
async function beStrict(createSandbox) {
  const warnings = [];
  const sandbox = await createSandbox({ strict: true, warn: (text) => warnings.push(text) });
  const ask = await asker(sandbox);
  assert.equal((await ask('GET', '/api/v1/users/me')).status, 200);
  const refused = await ask('GET', '/api/v1/groups?limit=x');
  assert.equal(refused.status, 400, refused.text);
  const fine = await ask('POST', '/api/v1/groups', { profile: { name: 'Crew' } });
  assert.equal(fine.status, 200, fine.text);
  await sandbox.close();
  assert.deepEqual(warnings, []);
}

/** A PNG that differs from the others, of nearly a megabyte. */
function picture(index) {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const form = new FormData();
  form.append(
    'file',
    new Blob([Buffer.from(pixel, 'base64'), Buffer.alloc(1_000_000, `picture ${index}`)]),
    'logo.png',
  );
  return form;
}

/** Writes until the journal has outgrown the state file and the compactor, a thread of its own, has merged the two. */
async function compact(createSandbox) {
  const data = mkdtempSync(join(tmpdir(), 'mockta-package-'));
  const warnings = [];
  const sandbox = await createSandbox({ data, journal: 1_500_000, warn: (text) => warnings.push(text) });
  try {
    const ask = await asker(sandbox);
    for (let index = 0; index < 2; index++) {
      const { status, text } = await ask('POST', '/api/v1/org/logo', picture(index));
      assert.equal(status, 201, text);
    }
    const until = Date.now() + 30_000;
    while (statSync(join(data, 'default.json')).size < 1_000_000) {
      assert.ok(Date.now() < until, `the journal was not compacted: ${warnings}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.deepEqual(warnings, []);
  } finally {
    await sandbox.close();
    rmSync(data, { recursive: true });
  }
}

/** @param createSandbox the package's, however it was loaded */
module.exports = async function story(createSandbox) {
  const sandbox = await createSandbox({ seed: { org: { subdomain: 'team' }, groups: [{ name: 'Crew' }] } });
  const ask = await asker(sandbox);
  assert.equal((await ask('GET', '/api/v1/groups?q=Crew')).body.length, 1);
  await askEveryGroup(ask);
  await askForLateParts(ask);
  await sandbox.reset();
  assert.equal(sandbox.store.users.by('login', 'kim@team.example'), undefined);
  await sandbox.close();
  await assert.rejects(createSandbox({ seed: { gruops: [] } }), /gruops is not a known key \(did you mean groups\?\)/);
  await assert.rejects(createSandbox({ sed: 'acme' }), /did you mean seed\?/);
  await beStrict(createSandbox);
  await compact(createSandbox);
};
