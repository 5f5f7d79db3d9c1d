import type { Row, Timestamp } from './common.js';
import { collection, foldKey } from './spec.js';

/** Addresses as the client gave them: one in CIDR notation, or a range `a-b`. */
export type ZoneAddress = { readonly type: 'CIDR' | 'RANGE'; readonly value: string };

export type ZoneLocation = { readonly country: string; readonly region: string | null };

/** What an enhanced dynamic zone holds, and what it does not. */
export type ZoneChoice<T> = { readonly include: readonly T[]; readonly exclude: readonly T[] };

/** A network zone (facts: network-zone). */
export interface ZoneRow extends Row {
  readonly type: 'IP' | 'DYNAMIC' | 'DYNAMIC_V2';
  readonly name: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly usage: 'POLICY' | 'BLOCKLIST';
  readonly system: boolean;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  /** Of an IP zone. */
  readonly gateways?: readonly ZoneAddress[] | null;
  readonly proxies?: readonly ZoneAddress[] | null;
  /** Of a dynamic zone; an enhanced one (DYNAMIC_V2) has choices. */
  readonly locations?: readonly ZoneLocation[] | ZoneChoice<ZoneLocation> | null;
  readonly proxyType?: string | null;
  readonly asns?: readonly string[] | ZoneChoice<string>;
  /** Kinds of anonymizers and proxies: of an enhanced dynamic zone. */
  readonly ipServiceCategories?: ZoneChoice<string>;
}

export const zones = collection<ZoneRow>()({
  prefix: 'nzo',
  typeName: 'NetworkZone',
  unique: { name: (row) => foldKey(row.name) },
  uniqueness: { name: { folded: true } },
  index: { usage: (row) => row.usage },
});
