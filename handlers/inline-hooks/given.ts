import { absent, type Fault, missing, oneOf, refuseAll, tooLong } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { readChannel } from '../../objects/hooks/channel.js';
import { inlineHookTypes } from '../../objects/hooks/inline.js';
import type { InlineHookRow } from '../../store/rows/hooks.js';

type Body = Given<Schemas['InlineHook']>;

/** What a client may say of an inline hook. */
export type GivenHook = Pick<InlineHookRow, 'name' | 'type' | 'version' | 'channel'>;

/** Okta takes versions that do not exist, too, and shows them. */
function badVersion(version: unknown): Fault[] {
  const blank = missing('version', version);
  if (blank.length > 0 || /^\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(String(version))) return blank;
  return [['version', "version: 'version' must be a version such as 1.0.0"]];
}

/** A provider of text messages must be able to tell that it is Okta who asks. */
const badTelephony = ({ type, channel }: GivenHook): Fault[] =>
  type === 'com.okta.telephony.provider' && channel.type === 'HTTP' && !channel.config.authScheme
    ? absent('channel.config.authScheme', null)
    : [];

/**
 * Reads a whole inline hook.
 * @param before the hook as it is, where this is a change of it: its type stays
 * @throws OktaError 400 E0000001 with everything that is missing, too long or not to be had
 */
export function readInlineHook(body: Body, before?: InlineHookRow): GivenHook {
  const { channel, faults } = readChannel(body.channel, ['HTTP', 'OAUTH'], before?.channel);
  const type = before?.type ?? body.type;
  const version = body.version ?? before?.version;
  const given = { name: String(body.name), type: String(type), version: String(version), channel };
  refuseAll([
    ...missing('name', body.name),
    ...tooLong('name', body.name),
    ...missing('type', type),
    ...oneOf('type', type, Object.keys(inlineHookTypes)),
    ...(before && body.type && body.type !== before.type
      ? ([['type', 'type: The type of an inline hook cannot be changed']] as Fault[])
      : []),
    ...badVersion(version),
    ...faults,
    ...badTelephony(given),
  ]);
  return given;
}
