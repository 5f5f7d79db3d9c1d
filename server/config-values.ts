import { isIP } from 'node:net';
import { SCRYPT_COSTS } from '../objects/secrets/scrypt.js';
import { TOKEN_FORM, TOKEN_RULE } from '../objects/secrets/token-rule.js';
import type { ScryptCost } from '../store/rows/users.js';
import { plainUrl } from './below.js';

/** The command line or the environment cannot be used; the message is a sentence for the user. */
export class ConfigError extends Error {}

/** Reads a flag that is given as text. @throws ConfigError */
export function flag(name: string, value: string): boolean {
  if (/^(1|true|yes|on)$/i.test(value)) return true;
  if (/^(0|false|no|off)$/i.test(value)) return false;
  throw new ConfigError(`${name} is "${value}"; it takes true or false.`);
}

/** Reads the value of one option that was given as text. @param from how messages name the option */
export type Reader<T> = (value: string, from: string) => T;

export const portOf: Reader<number> = (value, from) => {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65535) return port;
  throw new ConfigError(`${from} is "${value}"; it takes a whole number from 0 to 65535.`);
};

export const durabilityOf: Reader<'process' | 'disk'> = (value, from) => {
  if (value === 'process' || value === 'disk') return value;
  throw new ConfigError(`${from} is "${value}"; it takes process or disk.`);
};

export const baseUrlOf: Reader<string> = (value, from) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPlain =
    url && /^https?:$/.test(url.protocol) && `${url.search}${url.hash}${url.username}${url.password}` === '';
  if (isPlain && !/[?#@]/.test(value)) return plainUrl(value);
  throw new ConfigError(`${from} is "${value}"; it takes an http or https URL such as http://okta.test:4010.`);
};

export const tokenOf: Reader<string> = (value, from) => {
  if (TOKEN_FORM.test(value)) return value;
  throw new ConfigError(`${from} ${TOKEN_RULE}.`);
};

/** A name or an address, as it stands in a URL or plain, in small letters; undefined for all else, ports among it. */
function hostIn(value: string): string | undefined {
  const host = value.trim().toLowerCase();
  const address = /^\[(.*)\]$/.exec(host)?.[1] ?? host;
  return isIP(address) > 0 || /^[a-z0-9_]([a-z0-9_.-]{0,252}[a-z0-9_])?$/.test(address) ? address : undefined;
}

export const hostOf: Reader<string> = (value, from) => {
  const host = hostIn(value);
  if (host !== undefined) return host;
  throw new ConfigError(`${from} holds "${value}"; it takes the name or the address of a host, without a port.`);
};

export const namesOf: Reader<readonly string[]> = (value, from) => {
  const names = value.split(',').map((name) => name.trim());
  if (names.every((name) => hostIn(name) !== undefined)) return names;
  throw new ConfigError(`${from} is "${value}"; it takes host names without ports, such as okta.test,okta2.test.`);
};

export const megabytesOf: Reader<number> = (value, from) => {
  const megabytes = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (megabytes >= 1) return megabytes * 1_048_576;
  throw new ConfigError(`${from} is "${value}"; it takes a whole number of megabytes from 1 to 99999.`);
};

export const costOf: Reader<ScryptCost> = (value, from) => {
  const cost = SCRYPT_COSTS.find((one) => `${one}` === value);
  if (cost !== undefined) return cost;
  throw new ConfigError(`${from} is "${value}"; it takes a power of two from 16 to 65536.`);
};

export const kilobytesOf: Reader<number> = (value, from) => {
  const kilobytes = /^\d{1,7}$/.test(value) ? Number(value) : 0;
  if (kilobytes >= 1) return kilobytes * 1024;
  throw new ConfigError(`${from} is "${value}"; it takes a whole number of kilobytes from 1 to 9999999.`);
};

export const asItIs: Reader<string> = (value) => value;
