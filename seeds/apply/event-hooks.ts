import type { SeedEventHook } from '../read/sections/event-hooks.js';
import { type Kind, pinned } from './applying.js';
import { channelOf } from './hook-channel.js';

/** Event hooks, made by the owner of the seed's first token. */
export const eventHooks: Kind<SeedEventHook> = {
  find: (store, name) => store.eventHooks.by('name', name)?.id,
  add({ name, description, status, verified, events, ...hook }, { store, now }) {
    store.eventHooks.insert({
      ...pinned(hook),
      status,
      verificationStatus: verified ? 'VERIFIED' : 'UNVERIFIED',
      name,
      description,
      created: now,
      createdBy: store.tokens.all()[0]?.userId ?? store.users.all()[0]?.id ?? '',
      lastUpdated: now,
      items: [...new Set(events)].sort(),
      channel: channelOf(hook),
    });
  },
};
