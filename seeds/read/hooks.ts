import * as z from 'zod';
import { type ReadChannel, readChannel } from '../../objects/hooks/channel.js';
import { report } from './findings.js';
import { text } from './parts.js';
import type { Checking } from './section.js';

/** Where a hook is called: the parts of a channel that a seed gives. */
export const place = {
  uri: text,
  headers: z.array(z.strictObject({ key: text, value: z.string() })).default([]),
  authScheme: z.strictObject({ key: text, value: text }).nullable().default(null),
};

interface Place {
  readonly uri: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly authScheme: { readonly key: string; readonly value: string } | null;
}

/** The channel as the API would read it. */
const channelOf = ({ uri, headers, authScheme }: Place): ReadChannel =>
  readChannel({ type: 'HTTP', version: '1.0.0', config: { uri, headers, authScheme } }, ['HTTP']);

/** Reports what the API would refuse of the place. */
export function checkPlace(checking: Checking, item: Place): void {
  for (const [field, cause] of channelOf(item).faults) {
    const [, , member = 'uri'] = field.split('.');
    const said = typeof cause === 'string' ? cause : cause.errorSummary;
    report(checking, item, [member], `is wrong: ${said.slice(said.indexOf(': ') + 2)}`);
  }
}
