import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { EventHookRow, InlineHookRow } from '../../store/rows/hooks.js';
import type { LogTarget } from '../../store/rows/logs.js';
import { target } from '../logs/targets.js';
import { channelView } from './channel.js';

/** An event hook, with the links that its status allows (facts: event-hook, recorded-shapes §11). */
export const eventHookView: View<EventHookRow, Schemas['EventHook']> = (row, links) => {
  const { id, seq: _, items, channel, ...hook } = row;
  const params = { eventHookId: id };
  return {
    id,
    ...hook,
    events: { type: 'EVENT_TYPE', items, filter: null },
    channel: channelView(channel),
    _links: {
      self: links.to('getEventHook', params),
      ...(row.status === 'ACTIVE'
        ? {
            verify: links.allow('verifyEventHook', params, 'POST'),
            deactivate: links.allow('deactivateEventHook', params, 'POST'),
          }
        : {
            activate: links.allow('activateEventHook', params, 'POST'),
            delete: links.allow('deleteEventHook', params, 'DELETE'),
          }),
    },
  };
};

/** An inline hook, with the links that its status allows (facts: inline-hook, recorded-shapes §11). */
export const inlineHookView: View<InlineHookRow, Schemas['InlineHook']> = (row, links) => {
  const { id, seq: _, channel, ...hook } = row;
  const params = { inlineHookId: id };
  return {
    id,
    ...hook,
    channel: channelView(channel),
    _links: {
      self: links.to('getInlineHook', params),
      ...(row.status === 'ACTIVE'
        ? {
            execute: links.allow('executeInlineHook', params, 'POST'),
            deactivate: links.allow('deactivateInlineHook', params, 'POST'),
          }
        : {
            activate: links.allow('activateInlineHook', params, 'POST'),
            delete: links.allow('deleteInlineHook', params, 'DELETE'),
          }),
    },
  };
};

/** An event hook as events name it. */
export const eventHookTarget = ({ id, name }: EventHookRow): LogTarget => target(id, 'EventHook', 'unknown', name);

/** An inline hook as events name it. */
export const inlineHookTarget = ({ id, name }: InlineHookRow): LogTarget => target(id, 'InlineHook', 'unknown', name);
