import { describe, expect, test } from '@jest/globals';
import { type Config, helpText, readConfig } from '../../server/config.js';
import { ConfigError } from '../../server/config-values.js';

const read = (argv: readonly string[], env: Record<string, string> = {}): Config => {
  const config = readConfig(argv, env);
  if (typeof config === 'string') throw new Error(`it would print ${config}`);
  return config;
};

/** The sentence that the arguments are refused with. */
function refusal(argv: readonly string[], env: Record<string, string> = {}): string {
  try {
    read(argv, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('it was taken');
}

/** Every option that takes a value, and what it becomes. */
const values: readonly (readonly [name: string, value: string, member: keyof Config, becomes: unknown])[] = [
  ['port', '0', 'port', 0],
  ['port', '65535', 'port', 65535],
  ['host', '::1', 'host', '::1'],
  ['data', 'some/folder', 'data', 'some/folder'],
  ['seed', 'acme', 'seed', 'acme'],
  ['token', '00a-b_c-0123456789ab', 'token', '00a-b_c-0123456789ab'],
  ['durability', 'disk', 'durability', 'disk'],
  ['base-url', 'https://okta.test/', 'baseUrl', 'https://okta.test'],
  ['id-seed', 'some text', 'idSeed', 'some text'],
  ['control-token', 'c-1-0123456789abcdefgh', 'controlToken', 'c-1-0123456789abcdefgh'],
  ['journal', '64', 'journal', 65536],
];
const switches: readonly (readonly [name: string, member: keyof Config, becomes: unknown])[] = [
  ['fresh', 'fresh', true],
  ['ephemeral', 'data', undefined],
  ['rate-limits', 'rateLimits', true],
  ['strict', 'strict', true],
  ['https', 'https', true],
  ['trust-proxy', 'trustProxy', true],
];
const variable = (name: string): string => `MOCKTA_${name.toUpperCase().replaceAll('-', '_')}`;

describe('options', () => {
  test('have defaults', () => {
    expect(read([])).toEqual({
      allowHost: [],
      express: false,
      memory: 128 * 1024 * 1024,
      passwordCost: 256,
      log: false,
      port: 4010,
      host: '127.0.0.1',
      data: '.mockta',
      seed: undefined,
      fresh: false,
      token: undefined,
      durability: 'process',
      baseUrl: undefined,
      rateLimits: false,
      strict: false,
      https: false,
      trustProxy: false,
      controlToken: undefined,
      idSeed: undefined,
      allowHookHosts: [],
      coverage: undefined,
      journal: undefined,
      unknown: [],
    });
  });

  test('of hosts may be repeated, or stand in a variable with commas', () => {
    const args = ['--allow-hook-host', 'Hooks.Example.com', '--allow-hook-host', '[::5]', '--allow-hook-host=10.0.0.8'];
    expect(read(args).allowHookHosts).toEqual(['hooks.example.com', '::5', '10.0.0.8']);
    expect(read([], { MOCKTA_ALLOW_HOOK_HOST: 'a.example, b.example' }).allowHookHosts).toEqual([
      'a.example',
      'b.example',
    ]);
    for (const bad of ['a.example:80', 'https://a.example', '*', 'a/b', '']) {
      expect(refusal([`--allow-hook-host=${bad}`])).toContain('--allow-hook-host');
    }
    expect(refusal([], { MOCKTA_ALLOW_HOOK_HOST: 'a,' })).toContain('MOCKTA_ALLOW_HOOK_HOST holds ""');
  });

  test.each(values)('--%s %s, as a variable too', (name, value, member, becomes) => {
    expect(read([`--${name}`, value])[member]).toBe(becomes);
    expect(read([`--${name}=${value}`])[member]).toBe(becomes);
    expect(read([], { [variable(name)]: value })[member]).toBe(becomes);
  });

  test.each(switches)('--%s, as a variable too', (name, member, becomes) => {
    expect(read([`--${name}`])[member]).toBe(becomes);
    for (const yes of ['1', 'true', 'YES', 'on']) expect(read([], { [variable(name)]: yes })[member]).toBe(becomes);
    for (const no of ['0', 'false', 'No', 'off']) expect(read([], { [variable(name)]: no })).toEqual(read([]));
  });

  test('on the command line win over variables, and over those that they exclude', () => {
    expect(read(['--port', '1'], { MOCKTA_PORT: '2' }).port).toBe(1);
    expect(read(['--ephemeral'], { MOCKTA_DATA: 'x' }).data).toBeUndefined();
    expect(read(['--data', 'y'], { MOCKTA_EPHEMERAL: '1' }).data).toBe('y');
  });

  test('that are empty variables are none', () => {
    const names = [...values, ...switches].map(([name]) => name);
    expect(read([], Object.fromEntries(names.map((name) => [variable(name), ''])))).toEqual(read([]));
  });

  test('that are no variables of ours are named, with what was meant', () => {
    const env = { MOCKTA_PROT: '1', MOCKTA_SED: 'acme', MOCKTA_XYZZY_PLUGH: '', MOCKTA_RECORDINGS: 'x', OTHER: 'y' };
    expect(read([], env).unknown).toEqual([
      'there is no variable MOCKTA_PROT (did you mean MOCKTA_PORT?); it changes nothing. See --help.',
      'there is no variable MOCKTA_SED (did you mean MOCKTA_SEED?); it changes nothing. See --help.',
      'there is no variable MOCKTA_XYZZY_PLUGH; it changes nothing. See --help.',
    ]);
  });

  test('are all told by --help, which comes before all else', () => {
    const help = helpText();
    for (const [name] of [...values, ...switches]) expect(help).toContain(`--${name}`);
    for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(110);
    expect([['--help'], ['-h'], ['--version']].map((argv) => readConfig(argv, {}))).toEqual([
      'help',
      'help',
      'version',
    ]);
    expect(readConfig(['--help', '--port', 'x'], {})).toBe('help');
  });
});

describe('is refused with a sentence:', () => {
  test.each([
    [['--port', 'http'], '--port is "http"; it takes a whole number from 0 to 65535.'],
    [['--port', '65536'], '--port is "65536"; it takes a whole number from 0 to 65535.'],
    [['--port=-1'], '--port is "-1"; it takes a whole number from 0 to 65535.'],
    [['--port', '-1'], '--port needs a value; one that begins with "-" follows a "=".'],
    [['--port'], '--port needs a value.'],
    [['--port='], '--port needs a value.'],
    [['--seed', ''], '--seed needs a value.'],
    [['--prot', '1'], 'There is no option --prot (did you mean --port?). See --help.'],
    [['-p', '1'], 'There is no option -p (did you mean --port or --password-cost?). See --help.'],
    [['-x'], 'There is no option -x. See --help.'],
    [['--sed=acme'], 'There is no option --sed (did you mean --seed?). See --help.'],
    [['--zzzzzzzz'], 'There is no option --zzzzzzzz. See --help.'],
    [['-p', '1'], 'There is no option -p'],
    [['acme'], 'There is no argument acme: options begin with "--". See --help.'],
    [['my/org.yaml'], 'There is no argument my/org.yaml: options begin with "--"; a seed file is given with --seed.'],
    [['--strict=yes'], '--strict takes no value. See --help.'],
    [['--allow-host', 'okta.test:8080'], '--allow-host is "okta.test:8080"; it takes host names without ports'],
    [['--durability', 'tape'], '--durability is "tape"; it takes process or disk.'],
    [
      ['--base-url', 'okta.test'],
      '--base-url is "okta.test"; it takes an http or https URL such as http://okta.test:4010.',
    ],
    [['--base-url', 'ftp://okta.test'], '--base-url is "ftp://okta.test"; it takes an http or https URL such as'],
    [['--base-url', 'http://okta.test/?a=1'], '--base-url is "http://okta.test/?a=1"; it takes an http or https URL'],
    [['--base-url', 'http://okta.test/#'], '--base-url is "http://okta.test/#"; it takes an http or https URL'],
    [['--base-url', 'http://me:pw@okta.test'], '--base-url is "http://me:pw@okta.test"; it takes an http or https URL'],
    [['--control-token', 'two words'], '--control-token must be 20 to 200 letters, digits, "-" and "_".'],
    [['--token', 'two words'], '--token must be 20 to 200 letters, digits, "-" and "_".'],
    [['--token', 'too-short'], '--token must be 20 to 200 letters, digits, "-" and "_".'],
    [['--ephemeral', '--data', 'x'], '--ephemeral writes no file, --data names a folder for files: give one of them.'],
  ])('%j', (argv, sentence) => {
    const message = refusal(argv);
    expect(message.startsWith(sentence)).toBe(true);
    expect(message).toMatch(/^[^\n]+\.$/);
  });

  test('a variable, by its name', () => {
    expect(refusal([], { MOCKTA_PORT: 'x' })).toMatch(/^MOCKTA_PORT is "x"; /);
    expect(refusal([], { MOCKTA_STRICT: 'maybe' })).toBe('MOCKTA_STRICT is "maybe"; it takes true or false.');
    expect(refusal([], { MOCKTA_TOKEN: 'a b' })).toMatch(/^MOCKTA_TOKEN must be 20 to 200 letters/);
    expect(refusal([], { MOCKTA_EPHEMERAL: '1', MOCKTA_DATA: 'x' })).toMatch(/give one of them\.$/);
  });
});
