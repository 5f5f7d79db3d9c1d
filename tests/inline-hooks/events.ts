import { type Case, done, type FactsByType, post, put, remove } from '../support/group-events.js';
import { inlineHook } from '../support/hooks.js';
import type { TestOrg } from '../support/org.js';

const wanted = inlineHook('https://hooks.example.com/ask');
const hook = (in_: TestOrg): Promise<string> => done(in_, post('/inlineHooks', wanted));

async function inactive(in_: TestOrg): Promise<string> {
  const id = await hook(in_);
  await done(in_, post(`/inlineHooks/${id}/lifecycle/deactivate`));
  return id;
}

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ['createInlineHook', 'new', async () => post('/inlineHooks', wanted), ['inline_hook.created']],
  [
    'updateInlineHook',
    'as it is',
    async (in_) => put(`/inlineHooks/${await hook(in_)}`, wanted),
    ['inline_hook.updated'],
  ],
  [
    'deactivateInlineHook',
    'active',
    async (in_) => post(`/inlineHooks/${await hook(in_)}/lifecycle/deactivate`),
    ['inline_hook.deactivated'],
  ],
  [
    'activateInlineHook',
    'inactive',
    async (in_) => post(`/inlineHooks/${await inactive(in_)}/lifecycle/activate`),
    ['inline_hook.activated'],
  ],
  [
    'executeInlineHook',
    'a hook that answers',
    async (in_) => {
      const { url } = await (await import('../support/hook-server.js')).hookServer();
      return post(`/inlineHooks/${await done(in_, post('/inlineHooks', inlineHook(url)))}/execute`, { any: 'thing' });
    },
    ['inline_hook.executed'],
  ],
  [
    'deleteInlineHook',
    'inactive',
    async (in_) => remove(`/inlineHooks/${await inactive(in_)}`),
    ['inline_hook.deleted'],
  ],
];

const targets = ['InlineHook'];
const fact = (name: string) => ({ legacy: `platform.inline_hook.${name}`, targets });

export const facts: FactsByType = {
  'inline_hook.activated': fact('activated'),
  'inline_hook.created': fact('created'),
  'inline_hook.deactivated': fact('deactivated'),
  'inline_hook.deleted': fact('deleted'),
  'inline_hook.executed': fact('executed.success'),
  'inline_hook.updated': fact('updated'),
};
