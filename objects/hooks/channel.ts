import { absent, type Fault, missing, objectOf, tooLong } from '../../contract/given.js';
import type { HookAuth, HookChannel, HookHeader } from '../../store/rows/hooks.js';

/** Headers that are Okta's own to set (facts: event-hook; the list itself is inferred). */
const reserved = new Set([
  ...['accept', 'accept-charset', 'accept-encoding', 'connection', 'content-encoding', 'content-length'],
  ...['content-type', 'expect', 'host', 'keep-alive', 'proxy-authorization', 'proxy-connection', 'te', 'trailer'],
  ...['transfer-encoding', 'upgrade', 'via', 'x-okta-verification-challenge'],
]);

const MAX_URI = 1024;
const MAX_HEADERS = 50;
const MAX_HEADER = 4096;

const isToken = (text: string): boolean => /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,255}$/.test(text);
/** What a header can carry. */
const isHeaderValue = (text: string): boolean => text.length <= MAX_HEADER && /^[\t\x20-\x7e\x80-\xff]*$/.test(text);

/** Whether a host is this machine by its own name. */
const isLoopbackName = (host: string): boolean =>
  /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(host);

/**
 * What is wrong with the address of a hook: https, as in Okta; http as well where it leads to this machine, since
 * a service under development seldom has a certificate.
 */
function badUri(field: string, uri: unknown): Fault[] {
  if (typeof uri !== 'string') return missing(field, uri);
  const faults = [...missing(field, uri), ...tooLong(field, uri, MAX_URI)];
  if (faults.length > 0) return faults;
  const say = (what: string): Fault[] => [[field, `${field}: ${what}`]];
  if (/\s/.test(uri)) return say('The URI must not contain whitespace');
  if (!URL.canParse(uri)) return say('The URI is not valid');
  const { protocol, hostname, username, password } = new URL(uri);
  if (username !== '' || password !== '') return say('The URI must not contain credentials');
  if (protocol === 'https:' || (protocol === 'http:' && isLoopbackName(hostname))) return [];
  return say('The URI must use https');
}

const headerOf = (given: unknown): HookHeader => {
  const { key, value } = objectOf(given) ?? {};
  return { key: typeof key === 'string' ? key : '', value: typeof value === 'string' ? value : '' };
};

function badName(field: string, key: string): Fault[] {
  if (!isToken(key)) return [[field, `${field}: '${key}' is not a valid header name`]];
  return reserved.has(key.toLowerCase()) ? [[field, `${field}: The header '${key}' is reserved`]] : [];
}

const badHeader = (field: string, { key, value }: HookHeader): Fault[] => [
  ...badName(field, key),
  ...(isHeaderValue(value) ? [] : ([[field, `${field}: The value of '${key}' is not valid`]] satisfies Fault[])),
];

/** Takes over a secret that the client leaves out when it sends the object back: the API never showed it. */
function authOf(given: unknown, before: HookAuth | null): HookAuth | null {
  const scheme = objectOf(given);
  if (!scheme) return null;
  const { key, value } = headerOf(scheme);
  const kept = before && before.key.toLowerCase() === key.toLowerCase() ? before.value : '';
  return { type: 'HEADER', key, value: typeof scheme.value === 'string' ? value : kept };
}

function badAuth(field: string, given: unknown, auth: HookAuth | null): Fault[] {
  if (!auth) return [];
  const { type } = objectOf(given) ?? {};
  if (type !== undefined && type !== null && type !== 'HEADER') {
    return [[`${field}.type`, `${field}.type: 'type' must be one of the following: [HEADER].`]];
  }
  return auth.key === '' ? missing(`${field}.key`, auth.key) : badHeader(`${field}.key`, auth);
}

/** Members of an OAUTH channel that are shown as they were sent. */
function oauthOf(config: Readonly<Record<string, unknown>>): Partial<HookChannel['config']> {
  const names = ['clientId', 'tokenUrl', 'authType', 'scope', 'hookKeyId'] as const;
  return Object.fromEntries(names.flatMap((name) => (typeof config[name] === 'string' ? [[name, config[name]]] : [])));
}

/** A channel as it was read, and what is wrong with it. */
export interface ReadChannel {
  readonly channel: HookChannel;
  readonly faults: readonly Fault[];
}

/**
 * Reads the channel of a hook (facts: event-hook, inline-hook).
 * @param types the kinds that it may be of
 * @param before the channel that it takes the place of
 */
export function readChannel(given: unknown, types: readonly HookChannel['type'][], before?: HookChannel): ReadChannel {
  const channel = objectOf(given) ?? {};
  const config = objectOf(channel.config) ?? {};
  const type = types.find((name) => name === channel.type);
  const headers = Array.isArray(config.headers) ? config.headers.map(headerOf) : [];
  const authScheme = authOf(config.authScheme, before?.config.authScheme ?? null);
  const { method } = config;
  const isPost = method === undefined || method === null || method === 'POST';
  const faults: Fault[] = [
    ...absent('channel', given),
    ...(type || channel.type === undefined
      ? []
      : ([['channel.type', `channel.type: 'type' must be one of the following: [${types.join(', ')}].`]] as Fault[])),
    ...absent('channel.type', channel.type),
    ...missing('channel.version', channel.version),
    ...tooLong('channel.version', channel.version, 20),
    ...badUri('channel.config.uri', config.uri),
    ...(isPost ? [] : ([['channel.config.method', "channel.config.method: The method must be 'POST'"]] as Fault[])),
    ...(headers.length > MAX_HEADERS
      ? ([['channel.config.headers', 'channel.config.headers: There are too many headers']] as Fault[])
      : headers.flatMap((header) => badHeader('channel.config.headers', header))),
    ...badAuth('channel.config.authScheme', config.authScheme, authScheme),
  ];
  const oauth = type === 'OAUTH' ? oauthOf(config) : {};
  return {
    faults,
    channel: {
      type: type ?? 'HTTP',
      version: String(channel.version),
      config: { uri: String(config.uri), headers, method: 'POST', authScheme, ...oauth },
    },
  };
}

/** A channel as it is shown: without its secret. */
export const channelView = ({ config: { authScheme, ...config }, ...channel }: HookChannel) => ({
  ...channel,
  config: { ...config, authScheme: authScheme && { type: authScheme.type, key: authScheme.key } },
});

/** Whether both lead to the same place in the same way. */
export const sameChannel = (a: HookChannel, b: HookChannel): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The headers of a call to a hook. What the client set for itself does not change what Okta says of the body. */
export const headersOf = ({ config: { headers, authScheme } }: HookChannel): Record<string, string> => ({
  ...Object.fromEntries(headers.map(({ key, value }) => [key.toLowerCase(), value])),
  ...(authScheme ? { [authScheme.key.toLowerCase()]: authScheme.value } : {}),
  accept: 'application/json',
});
