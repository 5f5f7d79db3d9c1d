import { type Case, type FactsByType, post } from '../support/group-events.js';

const EVENT = 'security.threat.configuration.update';

// facts: system-log-events, written down here once more on purpose.
export const cases: readonly Case[] = [
  ['updateConfiguration', 'to block', async () => post('/threats/configuration', { action: 'block' }), [EVENT]],
];

export const facts: FactsByType = { [EVENT]: { legacy: EVENT, targets: [] } };
