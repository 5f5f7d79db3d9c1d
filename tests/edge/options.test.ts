import { expect, test } from '@jest/globals';
import { ConfigError } from '../../server/config-values.js';
import { createSandbox, type SandboxOptions } from '../../server/sandbox.js';

/** Options as a program without types may give them. */
const given = (text: string): SandboxOptions => JSON.parse(text) as SandboxOptions;

test.each([
  ['{"sed":"acme"}', 'createSandbox knows no option sed (did you mean seed?).'],
  ['{"ratelimits":true}', 'createSandbox knows no option ratelimits (did you mean rateLimits?).'],
  ['{"port":4010}', 'createSandbox knows no option port.'],
  ['{"__proto__":{}}', 'createSandbox knows no option __proto__.'],
  ['{"durability":"disc"}', 'The option durability of createSandbox is "disc"; it takes process or disk.'],
  ['{"strict":"true"}', 'The option strict of createSandbox is "true"; it takes true or false.'],
  [
    '{"allowHosts":"okta.test"}',
    'The option allowHosts of createSandbox is "okta.test"; it takes a list of names or addresses of hosts, without ports.',
  ],
  ['{"allowHosts":["okta.test:4010"]}', 'The option allowHosts of createSandbox is a list; it takes a list of names'],
  ['{"allowHookHosts":[3]}', 'The option allowHookHosts of createSandbox is a list; it takes a list of names'],
  ['{"baseUrl":"okta.test"}', 'The option baseUrl of createSandbox is "okta.test"; it takes an http or https URL such'],
  [
    '{"seed":["users"]}',
    'The option seed of createSandbox is a list; it takes the name or path of a seed, or an object.',
  ],
  ['{"memory":-1}', 'The option memory of createSandbox is -1; it takes a number of bytes, 0 or more.'],
  ['{"frozenAt":"2026-01-01"}', 'The option frozenAt of createSandbox is "2026-01-01"; it takes a number of'],
  [
    '{"frozenAt":1e300}',
    'The option frozenAt of createSandbox is 1e+300; it takes a number of milliseconds since 1970, up',
  ],
  [
    '{"hookTimeLimit":1e300}',
    'The option hookTimeLimit of createSandbox is 1e+300; it takes a number of milliseconds, 1 to',
  ],
  ['{"warn":{}}', 'The option warn of createSandbox is of type object; it takes a function.'],
  ['null', 'createSandbox takes an object of options, not null.'],
  ['"acme"', 'createSandbox takes an object of options, not "acme".'],
])('createSandbox(%s) is refused with a sentence', async (text, expected) => {
  const error: unknown = await createSandbox(given(text)).then(
    () => 'it was taken',
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ConfigError);
  expect(String(error)).toContain(expected);
});

test('a Date for a time is called one, and so are objects of other classes', async () => {
  const options = { frozenAt: new Date(0), onRequest: new Map() } as unknown as SandboxOptions;
  await expect(createSandbox(options)).rejects.toThrow(
    /frozenAt of createSandbox is a Date; it takes a number of milli/,
  );
  await expect(createSandbox({ ...options, frozenAt: 0 })).rejects.toThrow(
    /onRequest of createSandbox is a Map; it takes/,
  );
});

test('an option that is undefined is one that is not given', async () => {
  const options = { seed: undefined, data: undefined, token: undefined } as unknown as SandboxOptions;
  const sandbox = await createSandbox(options);
  expect(sandbox.seed).toBe('default');
  await sandbox.close();
});
