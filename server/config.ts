import { parseArgs } from 'node:util';
import { options } from './config-options.js';
import {
  asItIs,
  baseUrlOf,
  ConfigError,
  durabilityOf,
  hostOf,
  megabytesOf,
  namesOf,
  portOf,
  type Reader,
  tokenOf,
} from './config-values.js';

export { helpText } from './config-options.js';
export { ConfigError } from './config-values.js';

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
  readonly rateLimits: boolean;
  readonly https: boolean;
  /** Believe what a proxy in front says of the request: scheme, host and address of the client. */
  readonly trustProxy: boolean;
  /** What other hosts send along to use the control routes; absent closes these to them. */
  readonly controlToken: string | undefined;
  readonly strict: boolean;
  /** Print a line for each request. */
  readonly log: boolean;
  readonly idSeed: string | undefined;
  /** Names and addresses that hooks may call besides loopback, in lower case. */
  readonly allowHookHosts: readonly string[];
  /** Folder that the project's own test run collects answered operations in. */
  readonly coverage: string | undefined;
}

/** What kept answers may take where nobody says, in bytes. */
export const DEFAULT_MEMORY = 128 * 1_048_576;

type Value = string | boolean | readonly (string | boolean)[] | undefined;

/** What was given, by option, and where: `--name` or the variable. */
interface Given {
  readonly values: Readonly<Record<string, Value>>;
  from(name: string): string;
}

const variableOf = (name: string): string => `MOCKTA_${name.toUpperCase().replaceAll('-', '_')}`;

/** Reads the command line. The parser's own sentence is the first of its message; hints for programmers follow. */
function fromArguments(argv: readonly string[]): Record<string, Value> {
  const spec = Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
  );
  try {
    return { ...parseArgs({ args: [...argv], options: spec, strict: true, allowPositionals: false }).values };
  } catch (error) {
    throw new ConfigError(`${(error as Error).message.split(/\. |\.?\n/)[0]}. See --help.`);
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

function flag(name: string, value: string): boolean {
  if (/^(1|true|yes|on)$/i.test(value)) return true;
  if (/^(0|false|no|off)$/i.test(value)) return false;
  throw new ConfigError(`${name} is "${value}"; it takes true or false.`);
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
  if (values.ephemeral && values.data !== undefined) {
    throw new ConfigError('--ephemeral writes no file, --data names a folder for files: give one of them.');
  }
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
    rateLimits: values['rate-limits'] === true,
    https: values.https === true,
    trustProxy: values['trust-proxy'] === true,
    controlToken: given('control-token', tokenOf),
    strict: values.strict === true,
    log: values.log === true,
    idSeed: given('id-seed', asItIs),
    allowHookHosts: Array.isArray(hosts) ? hosts.map((host) => hostOf(String(host), from('allow-hook-host'))) : [],
    coverage: env.MOCKTA_COVERAGE || undefined,
  };
}
