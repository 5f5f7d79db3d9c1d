import { type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import { eventHook } from '../support/hooks.js';
import type { TestOrg } from '../support/org.js';

const wanted = eventHook('https://hooks.example.com/audit');
const hook = (in_: TestOrg): Promise<string> => done(in_, post('/eventHooks', wanted));

async function inactive(in_: TestOrg): Promise<string> {
  const id = await hook(in_);
  await done(in_, post(`/eventHooks/${id}/lifecycle/deactivate`));
  return id;
}

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ['createEventHook', 'new', async () => post('/eventHooks', wanted), ['event_hook.created']],
  ['updateEventHook', 'as it is', async (in_) => put(`/eventHooks/${await hook(in_)}`, wanted), ['event_hook.updated']],
  [
    'deactivateEventHook',
    'active',
    async (in_) => post(`/eventHooks/${await hook(in_)}/lifecycle/deactivate`),
    ['event_hook.deactivated'],
  ],
  [
    'activateEventHook',
    'inactive',
    async (in_) => post(`/eventHooks/${await inactive(in_)}/lifecycle/activate`),
    ['event_hook.activated'],
  ],
  [
    'verifyEventHook',
    'a hook that gives the challenge back',
    async (in_) => {
      const { url } = await (await import('../support/hook-server.js')).hookServer();
      return post(`/eventHooks/${await done(in_, post('/eventHooks', eventHook(url)))}/lifecycle/verify`);
    },
    ['event_hook.verified'],
  ],
  ['deleteEventHook', 'inactive', async (in_) => remove(`/eventHooks/${await inactive(in_)}`), ['event_hook.deleted']],
];

const targets = ['EventHook'];
const fact = (name: string) => ({ legacy: `platform.event_hook.${name}`, targets });

export const facts: FactsByType = {
  'event_hook.activated': fact('activated'),
  'event_hook.created': fact('created'),
  'event_hook.deactivated': fact('deactivated'),
  'event_hook.deleted': fact('deleted'),
  'event_hook.updated': fact('updated'),
  'event_hook.verified': fact('verified.success'),
};
