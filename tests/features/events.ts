import { type Case, done, type FactsByType, post } from '../support/group-events.js';
import type { TestOrg } from '../support/org.js';

const path = (in_: TestOrg, name: string, turn: string): string =>
  `/features/${in_.store.features.by('name', name)?.id}/${turn}`;
const ON = 'system.feature.enable';
const OFF = 'system.feature.disable';
const LAST = 'Sign-in insights by mail';

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ['updateFeatureLifecycle', 'off', async (in_) => post(path(in_, 'Sign-in insights', 'enable')), [ON]],
  ['updateFeatureLifecycle', 'off already', async (in_) => post(path(in_, 'Sign-in insights', 'disable')), []],
  [
    'updateFeatureLifecycle',
    'off, with all that it needs',
    async (in_) => post(path(in_, LAST, 'enable?mode=force')),
    [ON, ON, ON],
  ],
  [
    'updateFeatureLifecycle',
    'on, with all that need it',
    async (in_) => {
      await done(in_, post(path(in_, LAST, 'enable?mode=force')));
      return post(path(in_, 'Sign-in insights', 'disable?mode=force'));
    },
    [OFF, OFF, OFF],
  ],
];

const targets = ['Feature'];

export const facts: FactsByType = {
  [OFF]: { legacy: 'core.feature.disable', targets },
  [ON]: { legacy: 'core.feature.enable', targets },
};
