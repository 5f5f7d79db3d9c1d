import { parseArgs } from 'node:util';

/** How a sandbox process was asked to run. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of the state files; absent keeps everything in memory. */
  readonly data: string | undefined;
  /** Name of a shipped seed, or the path of a seed file; absent leaves it to the state file, or `default`. */
  readonly seed: string | undefined;
  readonly fresh: boolean;
  readonly token: string | undefined;
  readonly durability: 'process' | 'disk';
  readonly baseUrl: string | undefined;
  readonly rateLimits: boolean;
  readonly strict: boolean;
  readonly idSeed: string | undefined;
  /** Folder that the project's own test run collects answered operations in. */
  readonly coverage: string | undefined;
}

/** The command line or the environment cannot be used; the message is a sentence for the user. */
export class ConfigError extends Error {}

interface Option {
  readonly type: 'string' | 'boolean';
  readonly help: string;
  readonly value?: string;
}

/** Every option: `--name`, or `MOCKTA_NAME` with `-` as `_`. */
const options: Readonly<Record<string, Option>> = {
  port: { type: 'string', value: 'N', help: 'port to listen on; 0 picks a free one (4010)' },
  host: { type: 'string', value: 'NAME', help: 'address to listen on (127.0.0.1)' },
  data: { type: 'string', value: 'DIR', help: 'folder of the state files (.mockta)' },
  seed: { type: 'string', value: 'NAME|FILE', help: 'what a new org holds: default, acme, or a .yaml/.json file' },
  fresh: { type: 'boolean', help: 'start over from the seed; the old state is kept as a backup' },
  ephemeral: { type: 'boolean', help: 'keep everything in memory, write no file' },
  token: { type: 'string', value: 'T', help: 'an API token to accept besides those of the seed' },
  durability: {
    type: 'string',
    value: 'process|disk',
    help: 'what an answered write survives: kill -9, or power loss',
  },
  'base-url': { type: 'string', value: 'URL', help: 'what links begin with (the request’s own host)' },
  'rate-limits': { type: 'boolean', help: 'enforce the published limits and answer 429' },
  strict: { type: 'boolean', help: 'check every request and answer against the whole contract' },
  'id-seed': { type: 'string', value: 'TEXT', help: 'make ids and secrets repeat themselves' },
  help: { type: 'boolean', help: 'show this' },
  version: { type: 'boolean', help: 'show the version' },
};

/** The text of `--help`. */
export function helpText(): string {
  const rows = Object.entries(options).map(([name, option]) => {
    const left = `  --${name}${option.value ? ` ${option.value}` : ''}`;
    return `${left.padEnd(30)} ${option.help}`;
  });
  return [
    'mockta: a local sandbox that behaves like an Okta org',
    '',
    'usage: mockta [options]',
    '',
    ...rows,
    '',
    'Each option can be given as a variable too: MOCKTA_PORT, MOCKTA_BASE_URL, ...',
    '',
  ].join('\n');
}

type Given = Record<string, string | boolean | undefined>;

const variableOf = (name: string): string => `MOCKTA_${name.toUpperCase().replaceAll('-', '_')}`;

function read(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Given {
  const given: Given = {};
  for (const [name, option] of Object.entries(options)) {
    const value = env[variableOf(name)];
    if (value === undefined || value === '') continue;
    given[name] = option.type === 'boolean' ? flag(variableOf(name), value) : value;
  }
  const spec = Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]));
  try {
    Object.assign(given, parseArgs({ args: [...argv], options: spec, strict: true, allowPositionals: false }).values);
  } catch (error) {
    throw new ConfigError(`${(error as Error).message.split('. ')[0]}. See --help.`);
  }
  return given;
}

function flag(name: string, value: string): boolean {
  if (/^(1|true|yes|on)$/i.test(value)) return true;
  if (/^(0|false|no|off)$/i.test(value)) return false;
  throw new ConfigError(`${name} is "${value}"; it takes true or false.`);
}

const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

function portOf(value: string | undefined): number {
  if (value === undefined) return 4010;
  const port = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (port >= 0 && port <= 65535) return port;
  throw new ConfigError(`--port is "${value}"; it takes a whole number from 0 to 65535.`);
}

function durabilityOf(value: string | undefined): 'process' | 'disk' {
  if (value === undefined || value === 'process') return 'process';
  if (value === 'disk') return 'disk';
  throw new ConfigError(`--durability is "${value}"; it takes process or disk.`);
}

function baseUrlOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new ConfigError(`--base-url is "${value}"; it takes an http or https URL such as http://okta.test:4010.`);
  }
  return value;
}

function tokenOf(value: string | undefined): string | undefined {
  if (value === undefined || /^[\w-]{1,200}$/.test(value)) return value;
  throw new ConfigError('--token takes up to 200 letters, digits, "-" and "_".');
}

/**
 * Reads the command line over the environment.
 * @returns the configuration, or what to print instead of starting
 * @throws ConfigError with a sentence for a wrong option or value
 */
export function readConfig(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config | 'help' | 'version' {
  const given = read(argv, env);
  if (given.help) return 'help';
  if (given.version) return 'version';
  if (given.ephemeral && given.data !== undefined) {
    throw new ConfigError('--ephemeral writes no file, --data names a folder for files: give one of them.');
  }
  return {
    port: portOf(text(given.port)),
    host: text(given.host) ?? '127.0.0.1',
    data: given.ephemeral ? undefined : (text(given.data) ?? '.mockta'),
    seed: text(given.seed),
    fresh: given.fresh === true,
    token: tokenOf(text(given.token)),
    durability: durabilityOf(text(given.durability)),
    baseUrl: baseUrlOf(text(given['base-url'])),
    rateLimits: given['rate-limits'] === true,
    strict: given.strict === true,
    idSeed: text(given['id-seed']),
    coverage: env.MOCKTA_COVERAGE || undefined,
  };
}
