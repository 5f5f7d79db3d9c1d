import type { SeedInlineHook } from '../read/sections/inline-hooks.js';
import { type Kind, pinned } from './applying.js';
import { channelOf } from './hook-channel.js';

/** Inline hooks. */
export const inlineHooks: Kind<SeedInlineHook> = {
  find: (store, name) => store.inlineHooks.by('name', name)?.id,
  add({ name, type, version, status, ...hook }, { store, now }) {
    const channel = channelOf(hook);
    store.inlineHooks.insert({ ...pinned(hook), status, name, type, version, channel, created: now, lastUpdated: now });
  },
};
