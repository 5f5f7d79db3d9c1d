import { SCRYPT_COSTS } from '../objects/secrets/scrypt.js';
import { TOKEN_FORM, TOKEN_RULE } from '../objects/secrets/token-rule.js';
import type { SeedObject } from '../seeds/object.js';
import { isOrgTime } from '../store/clock.js';
import type { OptionName, OptionWords } from '../store/option-words.js';
import type { ScryptCost } from '../store/rows/users.js';
import { baseUrlOf, ConfigError, hostOf, type Reader } from './config-values.js';
import type { LoggedRequest } from './request-log.js';

/** How a sandbox is made. Everything has a default: `createSandbox()` gives an org in memory with the default seed. */
export interface SandboxOptions {
  /**
   * Name of a shipped seed (`default`, `acme`), the path of a seed file, or what such a file would hold as an object,
   * for an org that is new. Without it an existing org goes on with its own, and a new one holds `default`.
   */
  readonly seed?: string | SeedObject;
  /** Folder of the state files; without it everything stays in memory. */
  readonly data?: string;
  /** What an answered write survives: `process` kill -9, `disk` power loss as well. */
  readonly durability?: 'process' | 'disk';
  /** Start over from the seed; existing files are kept as a backup. */
  readonly fresh?: boolean;
  /** An API token to accept besides those of the seed; it belongs to the seed's first token's owner. */
  readonly token?: string;
  /** What links begin with; without it the request's own host. */
  readonly baseUrl?: string;
  /** A host name to answer to besides the loopback ones. */
  readonly host?: string;
  /** Further host names to answer to. */
  readonly allowHosts?: readonly string[];
  /** Bytes that kept answers may take; 128 MB without it. */
  readonly memory?: number;
  /** What scrypt costs where a password is hashed (`N`, a power of two from 16 to 65536); 256 without it. */
  readonly passwordCost?: ScryptCost;
  /** Bytes that the journal may grow to before it is merged into a smaller state file; 8 MB without it. */
  readonly journal?: number;
  /** Believe what a proxy in front says of a request: X-Forwarded-Proto, -Host and -For. */
  readonly trustProxy?: boolean;
  /** What other hosts send as X-Mockta-Control-Token to use the control routes; without it they may not. */
  readonly controlToken?: string;
  /** Enforce the published rate limits. */
  readonly rateLimits?: boolean;
  /** Check every request and answer against the whole contract. */
  readonly strict?: boolean;
  /** Names and addresses that hooks may call besides this machine's own loopback. */
  readonly allowHookHosts?: readonly string[];
  /** How long a hook has for one answer, in milliseconds; three seconds, as in Okta, without it. */
  readonly hookTimeLimit?: number;
  /** Makes ids and secrets repeat themselves. */
  readonly idSeed?: string;
  /** Milliseconds since 1970 at which the clock stands still. */
  readonly frozenAt?: number;
  /** Told of each request when it was answered. */
  readonly onRequest?: (request: LoggedRequest) => void;
  /** Told of each dispatched operation when it was answered. */
  readonly onAnswer?: (operationId: string, status: number, errorCode?: string) => void;
  /** Where warnings go; standard error without it. */
  readonly warn?: (message: string) => void;
}

/** What an option takes: a test, and how a refusal words it. */
type Kind = readonly [fits: (value: unknown) => boolean, wanted: string];

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const text: Kind = [isText, 'a text'];
const flag: Kind = [(value) => typeof value === 'boolean', 'true or false'];
const call: Kind = [(value) => typeof value === 'function', 'a function'];
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const seed: Kind = [(value) => isText(value) || isObject(value), 'the name or path of a seed, or an object'];
const token: Kind = [
  (value) => typeof value === 'string' && TOKEN_FORM.test(value),
  TOKEN_RULE.replace('must be ', ''),
];
const numberFrom = (least: number, unit: string): Kind => [
  (value) => typeof value === 'number' && Number.isFinite(value) && value >= least,
  `a number of ${unit}, ${least} or more`,
];

/** What Node's timers wait at most, in milliseconds: above it they do not wait at all. */
const LONGEST_TIMER = 2 ** 31 - 1;
const isTimerTime = (value: unknown): boolean => typeof value === 'number' && value >= 1 && value <= LONGEST_TIMER;

/** What the command's reader of such a value takes. */
const readBy =
  <T>(reader: Reader<T>) =>
  (value: unknown): boolean => {
    try {
      reader(value as string, '');
      return typeof value === 'string';
    } catch {
      return false;
    }
  };
const url: Kind = [readBy(baseUrlOf), 'an http or https URL such as http://okta.test:4010'];
const hostNames: Kind = [
  (value) => Array.isArray(value) && value.every(readBy(hostOf)),
  'a list of names or addresses of hosts, without ports',
];

const kinds: { readonly [Name in keyof Required<SandboxOptions>]: Kind } = {
  seed,
  data: text,
  durability: [(value) => value === 'process' || value === 'disk', 'process or disk'],
  fresh: flag,
  token,
  baseUrl: url,
  host: text,
  allowHosts: hostNames,
  memory: numberFrom(0, 'bytes'),
  passwordCost: [(value) => SCRYPT_COSTS.some((cost) => cost === value), 'a power of two from 16 to 65536'],
  journal: numberFrom(1, 'bytes'),
  trustProxy: flag,
  controlToken: token,
  rateLimits: flag,
  strict: flag,
  allowHookHosts: hostNames,
  hookTimeLimit: [isTimerTime, `a number of milliseconds, 1 to ${LONGEST_TIMER}`],
  idSeed: text,
  frozenAt: [(value) => isOrgTime(value as number), 'a number of milliseconds since 1970, up to the year 9899'],
  onRequest: call,
  onAnswer: call,
  warn: call,
};

/** What the command's options are called here: those of `createSandbox`, and `port` and `https` of `listen`. */
const members: { readonly [Name in OptionName]: string } = {
  'allow-hook-host': 'allowHookHosts',
  'allow-host': 'allowHosts',
  'control-token': 'controlToken',
  data: 'data',
  fresh: 'fresh: true',
  https: 'https: true',
  port: 'port',
  seed: 'seed',
  token: 'token',
};

/** An option as a program gives it. */
export const asOption: OptionWords = (name, value) =>
  value === undefined ? members[name] : `${members[name]}: ${JSON.stringify(isList(name) ? [value] : value)}`;

const isList = (name: OptionName): boolean => name === 'allow-hook-host' || name === 'allow-host';

/** The names of all options. */
export const optionNames: readonly string[] = Object.keys(kinds);

const shown = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : typeOf(value));
const typeOf = (value: unknown): string => {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return 'a list';
  const made = typeof value === 'object' ? value?.constructor?.name : undefined;
  return made === undefined || made === 'Object' ? `of type ${typeof value}` : `a ${made}`;
};

/**
 * Refuses what a compiler would have refused, where there was none. An option that is undefined is not given.
 * @throws ConfigError with a sentence
 */
export async function checkOptions(options: SandboxOptions): Promise<void> {
  if (!isObject(options)) throw new ConfigError(`createSandbox takes an object of options, not ${shown(options)}.`);
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(kinds, name)) {
      const { didYouMean } = await import('../seeds/read/nearest.js');
      throw new ConfigError(`createSandbox knows no option ${name}${didYouMean(name, optionNames)}.`);
    }
    const [fits, wanted] = kinds[name as keyof SandboxOptions];
    if (value === undefined || fits(value)) continue;
    throw new ConfigError(`The option ${name} of createSandbox is ${shown(value)}; it takes ${wanted}.`);
  }
}
