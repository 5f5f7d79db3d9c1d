import { invalid } from '../../contract/errors.js';
import { absent, type Fault, missing, objectOf, oneOf, refuseAll, textsOf, tooLong } from '../../contract/given.js';
import { isHookEvent } from '../../contract/hook-events.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { readChannel } from '../../objects/hooks/channel.js';
import type { EventHookRow, HookChannel } from '../../store/rows/hooks.js';

const MAX_ITEMS = 300;

type Body = Given<Schemas['EventHook']>;

/** What a client may say of an event hook. */
export type GivenHook = Pick<EventHookRow, 'name' | 'description' | 'items' | 'channel'>;

function badEvents(events: Body['events'], items: readonly string[]): Fault[] {
  if (!events) return absent('events', events);
  const unknown = items.filter((item) => !isHookEvent(item));
  return [
    ...absent('events.type', events.type),
    ...oneOf('events.type', events.type, ['EVENT_TYPE']),
    ...(items.length === 0 ? absent('events.items', null) : []),
    ...(items.length > MAX_ITEMS
      ? ([['events.items', `events.items: No more than ${MAX_ITEMS} event types may be included`]] as Fault[])
      : unknown
          .slice(0, 1)
          .map((name): Fault => ['events.items', `events.items: The event type '${name}' cannot be subscribed to`])),
  ];
}

/** `description` came after 2.16.0: the contract does not know it. */
function descriptionOf(body: unknown): string | null {
  const description = objectOf(body)?.description;
  return typeof description === 'string' ? description : null;
}

/**
 * Reads a whole event hook.
 * @param before the channel that the given one takes the place of
 * @throws OktaError 400 E0000001 with everything that is missing, too long or not to be had
 */
export function readEventHook(body: Body, before?: HookChannel): GivenHook {
  const items = [...new Set(textsOf(body.events?.items))].sort();
  const { channel, faults } = readChannel(body.channel, ['HTTP'], before);
  const description = descriptionOf(body);
  refuseAll([
    ...missing('name', body.name),
    ...tooLong('name', body.name),
    ...tooLong('description', description, 1024),
    ...badEvents(body.events, items),
    ...faults,
  ]);
  return { name: String(body.name), description, items, channel };
}

/** Refuses one hook too many. @throws OktaError 400 E0000001 */
export function refuseBeyond(active: number, max: number): void {
  if (active >= max) throw invalid('status', `status: No more than ${max} event hooks may be active`);
}
