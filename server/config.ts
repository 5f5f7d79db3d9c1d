import { parseArgs } from 'node:util';
import { DEFAULT_COST } from '../objects/secrets/scrypt.js';
import type { ScryptCost } from '../store/rows/users.js';
import {
  asItIs,
  baseUrlOf,
  ConfigError,
  costOf,
  durabilityOf,
  flag,
  hostOf,
  kilobytesOf,
  megabytesOf,
  namesOf,
  portOf,
  type Reader,
  tokenOf,
} from './config-values.js';
import { argumentFault, unknownVariables } from './known-names.js';

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
  /** Host names to answer to besides those of this machine. */
  readonly allowHost: readonly string[];
  /** Bytes that kept answers may take. */
  readonly memory: number;
  /** What scrypt costs where a password is hashed. */
  readonly passwordCost: ScryptCost;
  /** Bytes that the journal may grow to beside a small state file; absent leaves it to the store. */
  readonly journal: number | undefined;
  readonly rateLimits: boolean;
  readonly https: boolean;
  /** Believe what a proxy in front says of the request: scheme, host and address of the client. */
  readonly trustProxy: boolean;
  /** What other hosts send along to use the control routes; absent closes these to them. */
  readonly controlToken: string | undefined;
  readonly strict: boolean;
  /** Print a line for each request. */
  readonly log: boolean;
  /** Take every request through the Express app, as an embedding does. */
  readonly express: boolean;
  readonly idSeed: string | undefined;
  /** Names and addresses that hooks may call besides loopback, in lower case. */
  readonly allowHookHosts: readonly string[];
  /** Folder that the project's own test run collects answered operations in. */
  readonly coverage: string | undefined;
  /** What was given and is nothing of ours, in sentences. */
  readonly unknown: readonly string[];
}

/** What kept answers may take where nobody says, in bytes. */
export const DEFAULT_MEMORY = 128 * 1_048_576;

interface Option {
  readonly type: 'string' | 'boolean';
  readonly help: string;
  readonly value?: string;
  /** A letter that stands for it, after one dash. */
  readonly short?: string;
  /** It may be given several times; a variable parts the values by commas. */
  readonly multiple?: boolean;
}

type Value = string | boolean | readonly (string | boolean)[] | undefined;

/** Every option: `--name`, or `MOCKTA_NAME` with `-` as `_`. */
const options: Readonly<Record<string, Option>> = {
  port: { type: 'string', value: 'N', help: 'port to listen on; 0 picks a free one (4010)' },
  host: { type: 'string', value: 'NAME', help: 'address to listen on (127.0.0.1)' },
  data: { type: 'string', value: 'DIR', help: 'folder of the state files (.mockta)' },
  seed: { type: 'string', value: 'NAME|FILE', help: 'what a new org holds: default, acme, or a .yaml/.json file' },
  fresh: { type: 'boolean', help: 'start over from the seed; the old state is kept as a backup' },
  ephemeral: { type: 'boolean', help: 'keep everything in memory, write no file' },
  token: { type: 'string', value: 'T', help: 'an API token to accept besides those of the seed' },
  durability: { type: 'string', value: 'process|disk', help: 'what an answer survives: kill -9, or power loss' },
  'base-url': { type: 'string', value: 'URL', help: 'what links begin with (the request’s own host)' },
  'allow-host': { type: 'string', value: 'NAMES', help: 'further host names to answer to, parted by commas' },
  memory: { type: 'string', value: 'MB', help: 'megabytes that kept answers may take (128)' },
  'password-cost': { type: 'string', value: 'N', help: 'what scrypt costs where a password is hashed (256)' },
  journal: { type: 'string', value: 'KB', help: 'kilobytes of journal before it is merged into the state file (8192)' },
  'rate-limits': { type: 'boolean', help: 'enforce the published limits and answer 429' },
  https: { type: 'boolean', help: 'speak https, by a local authority of its own below the data folder' },
  'trust-proxy': { type: 'boolean', help: 'believe the X-Forwarded headers of a proxy that stands before it' },
  'control-token': { type: 'string', value: 'T', help: 'lets other hosts use the control routes that send it along' },
  strict: { type: 'boolean', help: 'check every request and answer against the whole contract' },
  log: { type: 'boolean', help: 'print a line for each request: status, time, why it was refused' },
  express: { type: 'boolean', help: 'take every request through the Express app, as in a test process; slower' },
  'allow-hook-host': {
    type: 'string',
    value: 'NAME',
    multiple: true,
    help: 'a host that hooks may call besides this machine; may be repeated',
  },
  'id-seed': { type: 'string', value: 'TEXT', help: 'make ids and secrets repeat themselves' },
  help: { type: 'boolean', short: 'h', help: 'show this' },
  version: { type: 'boolean', help: 'show the version' },
};

/** The text of `--help`. */
export function helpText(): string {
  const rows = Object.entries(options).map(([name, option]) => {
    const short = option.short ? `-${option.short}, ` : '';
    const left = `  ${short}--${name}${option.value ? ` ${option.value}` : ''}`;
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

/** What was given, by option, and where: `--name` or the variable. */
interface Given {
  readonly values: Readonly<Record<string, Value>>;
  from(name: string): string;
}

const variableOf = (name: string): string => `MOCKTA_${name.toUpperCase().replaceAll('-', '_')}`;

const optionNames = Object.keys(options).map((name) => `--${name}`);

/** Reads the command line. @throws ConfigError with what is wrong about it */
function fromArguments(argv: readonly string[]): Record<string, Value> {
  const spec = Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple = false, short }]) => [
      name,
      { type, multiple, ...(short ? { short } : {}) },
    ]),
  );
  try {
    return { ...parseArgs({ args: [...argv], options: spec, strict: true, allowPositionals: false }).values };
  } catch (error) {
    throw new ConfigError(argumentFault((error as Error).message, optionNames));
  }
}

function fromVariables(env: Readonly<Record<string, string | undefined>>): Record<string, Value> {
  const given: Record<string, Value> = {};
  for (const [name, option] of Object.entries(options)) {
    const value = env[variableOf(name)];
    if (value === undefined || value === '') continue;
    const text = option.multiple ? value.split(',') : value;
    given[name] = option.type === 'boolean' ? flag(variableOf(name), value) : text;
  }
  return given;
}

/** The command line over the variables: of two that exclude each other, too. */
function read(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Given {
  const args = fromArguments(argv);
  for (const [name, value] of Object.entries(args)) {
    if (value === '' || (Array.isArray(value) && value.includes(''))) throw new ConfigError(`--${name} needs a value.`);
  }
  const variables = fromVariables(env);
  if (args.ephemeral) delete variables.data;
  if (args.data !== undefined) delete variables.ephemeral;
  return {
    values: { ...variables, ...args },
    from: (name) => (args[name] === undefined ? variableOf(name) : `--${name}`),
  };
}

/** @throws ConfigError for two options of which only one can be meant */
function refuseContradiction({ ephemeral, data }: Given['values']): void {
  if (!ephemeral || data === undefined) return;
  throw new ConfigError('--ephemeral writes no file, --data names a folder for files: give one of them.');
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
  const { values, from } = read(argv, env);
  if (values.help) return 'help';
  if (values.version) return 'version';
  refuseContradiction(values);
  const given = <T>(name: string, reader: Reader<T>): T | undefined => {
    const value = values[name];
    return typeof value === 'string' ? reader(value, from(name)) : undefined;
  };
  const hosts = values['allow-hook-host'];
  return {
    port: given('port', portOf) ?? 4010,
    host: given('host', asItIs) ?? '127.0.0.1',
    data: values.ephemeral ? undefined : (given('data', asItIs) ?? '.mockta'),
    seed: given('seed', asItIs),
    fresh: values.fresh === true,
    token: given('token', tokenOf),
    durability: given('durability', durabilityOf) ?? 'process',
    baseUrl: given('base-url', baseUrlOf),
    allowHost: given('allow-host', namesOf) ?? [],
    memory: given('memory', megabytesOf) ?? DEFAULT_MEMORY,
    passwordCost: given('password-cost', costOf) ?? DEFAULT_COST,
    journal: given('journal', kilobytesOf),
    rateLimits: values['rate-limits'] === true,
    https: values.https === true,
    trustProxy: values['trust-proxy'] === true,
    controlToken: given('control-token', tokenOf),
    strict: values.strict === true,
    log: values.log === true,
    express: values.express === true,
    idSeed: given('id-seed', asItIs),
    allowHookHosts: Array.isArray(hosts) ? hosts.map((host) => hostOf(String(host), from('allow-hook-host'))) : [],
    coverage: env.MOCKTA_COVERAGE || undefined,
    unknown: unknownVariables(env, Object.keys(options).map(variableOf)),
  };
}
