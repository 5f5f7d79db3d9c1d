import type { Row, Timestamp } from './common.js';
import { collection, foldKey } from './spec.js';

/** A header that goes with each call. */
export type HookHeader = { readonly key: string; readonly value: string };

/** The header by which a hook knows that it is Okta who calls. `value` is a secret: it is never shown. */
export type HookAuth = { readonly type: 'HEADER'; readonly key: string; readonly value: string };

/** Where a hook is called, and how. */
export type HookChannel = {
  readonly type: 'HTTP' | 'OAUTH';
  readonly version: string;
  readonly config: {
    readonly uri: string;
    readonly headers: readonly HookHeader[];
    readonly method: 'POST';
    readonly authScheme: HookAuth | null;
    /** Of an OAUTH channel; the secret of the client is not kept, since nothing asks for tokens. */
    readonly clientId?: string;
    readonly tokenUrl?: string;
    readonly authType?: string;
    readonly scope?: string;
    readonly hookKeyId?: string;
  };
};

/** An event hook (facts: event-hook). */
export interface EventHookRow extends Row {
  readonly name: string;
  readonly description: string | null;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly verificationStatus: 'UNVERIFIED' | 'VERIFIED';
  readonly created: Timestamp;
  readonly createdBy: string;
  readonly lastUpdated: Timestamp;
  /** The event types that it asks for, sorted. */
  readonly items: readonly string[];
  readonly channel: HookChannel;
}

/** An inline hook (facts: inline-hook). */
export interface InlineHookRow extends Row {
  readonly name: string;
  readonly type: string;
  readonly version: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly channel: HookChannel;
}

/** How far the System Log has been looked through for an event hook. */
export interface DeliveryCursorRow extends Row {
  readonly hookId: string;
  /** `seq` of the last event that was looked at: what comes behind it is still to be delivered. */
  readonly at: number;
}

/** One try of a call. */
export type DeliveryAttempt = {
  /** Milliseconds since 1970 on the org's clock. */
  readonly at: number;
  /** Milliseconds. */
  readonly took: number;
  readonly status: number | null;
  readonly error: string | null;
};

/** A call to a hook: to be made, or made. What it says is made of the rows it names, so that no secret stands here. */
export interface DeliveryRow extends Row {
  readonly kind: 'EVENT' | 'VERIFICATION' | 'INLINE';
  readonly hookId: string;
  readonly url: string;
  readonly status: 'PENDING' | 'DELIVERED' | 'FAILED';
  readonly created: Timestamp;
  /** The requests that caused it, each once. */
  readonly requestIds: readonly string[];
  /** Ids of the events in it, in order. */
  readonly eventIds: readonly string[];
  readonly attempts: readonly DeliveryAttempt[];
  /** The delivery that this one repeats. */
  readonly replayOf?: string;
}

export const eventHooks = collection<EventHookRow>()({
  prefix: 'who',
  typeName: 'Webhook',
  unique: { name: (row) => foldKey(row.name) },
  uniqueness: { name: { folded: true } },
  index: {
    delivers: (row) => (row.status === 'ACTIVE' && row.verificationStatus === 'VERIFIED' ? 'true' : 'false'),
    status: (row) => row.status,
  },
});

export const inlineHooks = collection<InlineHookRow>()({
  prefix: 'cal',
  typeName: 'InlineHook',
  unique: { name: (row) => foldKey(row.name) },
  uniqueness: { name: { folded: true } },
  index: { type: (row) => row.type },
});

export const deliveryCursors = collection<DeliveryCursorRow>()({
  prefix: 'dlc',
  typeName: 'DeliveryCursor',
  unique: { of: (row) => row.hookId },
  index: { hook: (row) => row.hookId },
  references: { hook: { to: 'eventHooks', onRemove: 'cascade' } },
});

export const deliveries = collection<DeliveryRow>()({
  prefix: 'dlv',
  typeName: 'Delivery',
  index: { pending: (row) => (row.status === 'PENDING' ? row.hookId : undefined), status: (row) => row.status },
  serial: true,
});
