import { expect, test } from '@jest/globals';
import { eventTypes } from '../../contract/event-table.js';
import { isHookEvent } from '../../contract/hook-events.js';

test('the table of events and the list of what hooks may ask for say the same', () => {
  const differing = Object.entries(eventTypes).filter(([name, { hook }]) => hook !== isHookEvent(name));
  expect(differing.map(([name]) => name)).toEqual([]);
});

test('what hooks do themselves is no event for hooks, but for an inline hook that was asked', () => {
  const own = Object.keys(eventTypes).filter((name) => /^(?:event|inline)_hook\./.test(name));
  expect(own.filter(isHookEvent)).toEqual(['inline_hook.executed']);
});
