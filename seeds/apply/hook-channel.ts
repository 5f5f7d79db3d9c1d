import type { HookAuth, HookChannel, HookHeader } from '../../store/rows/hooks.js';

/** The channel of a hook that a seed gives the place of. */
export const channelOf = ({
  uri,
  headers,
  authScheme,
}: {
  readonly uri: string;
  readonly headers: readonly HookHeader[];
  readonly authScheme: Pick<HookAuth, 'key' | 'value'> | null;
}): HookChannel => ({
  type: 'HTTP',
  version: '1.0.0',
  config: { uri, headers, method: 'POST', authScheme: authScheme && { type: 'HEADER', ...authScheme } },
});
