import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { OptionWords } from '../../store/option-words.js';

/** An address that a name leads to. */
export interface Address {
  readonly address: string;
  readonly family: number;
}

/** Whom hooks may call. */
export interface HostRules {
  /** Names and addresses besides this machine's own loopback, in lower case, without brackets. */
  readonly allowed: readonly string[];
  /** The port that the sandbox itself listens on; undefined where it does not. */
  ownPort(): number | undefined;
  /** How a refusal names options. */
  readonly option: OptionWords;
  /** Looks up a name; the system's way without it. */
  lookup?(host: string): Promise<readonly Address[]>;
}

/** A call that is not made; the message is a sentence for the log of deliveries. */
export class HostRefused extends Error {}

const rangeOf = (address: string): string => ipaddr.process(address).range();

const isLoopbackAddress = (address: string): boolean => rangeOf(address) === 'loopback';

/** Nothing that answers for others (a cloud's metadata, a whole network) is meant by the name of a host. */
const isReachable = (address: string): boolean =>
  !['linkLocal', 'multicast', 'broadcast', 'unspecified', 'reserved'].includes(rangeOf(address));

/** A host as it stands in a URL, without brackets and the dot of an absolute name. */
export const plainHost = (hostname: string): string =>
  hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');

async function resolve(host: string, rules: HostRules): Promise<readonly Address[]> {
  const family = isIP(host);
  if (family > 0) return [{ address: host, family }];
  return rules.lookup ? rules.lookup(host) : lookup(host, { all: true, verbatim: true });
}

/**
 * The addresses that a call to this URL may go to: loopback, and those of hosts that the user allows. What is returned is
 * what was looked at: who connects to it and to nothing else is not led astray by a second answer to the same question.
 * @throws HostRefused where one of them is not allowed, or the sandbox would call itself; Error where there is none
 */
export async function allowedAddresses(url: URL, rules: HostRules): Promise<readonly Address[]> {
  const host = plainHost(url.hostname);
  const isAllowed = rules.allowed.includes(host);
  const addresses = await resolve(host, rules).catch((error: Error) => {
    if (isAllowed) throw error;
    // Who makes the name known would be refused next.
    const way = rules.option('allow-hook-host', host);
    throw new Error(`${error.message}; where it is not this machine, ${way} allows it`, { cause: error });
  });
  if (addresses.length === 0) throw new Error(`${host} has no address`);
  for (const { address } of addresses) {
    if (isLoopbackAddress(address)) continue;
    const where = address === host ? host : `${host} (${address})`;
    if (!isAllowed)
      throw new HostRefused(`${where} is not this machine; ${rules.option('allow-hook-host', host)} allows it`);
    if (address !== host && !isReachable(address)) {
      throw new HostRefused(
        `${where} is an address of no single host; ${rules.option('allow-hook-host')} must name it itself`,
      );
    }
  }
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (port === rules.ownPort() && addresses.some(({ address }) => isLoopbackAddress(address))) {
    throw new HostRefused(`${url.host} is the sandbox itself`);
  }
  return addresses;
}
