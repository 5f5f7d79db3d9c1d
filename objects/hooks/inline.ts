import type { JobContext, ReadContext } from '../../contract/context.js';
import { type ErrorCode, OktaError } from '../../contract/errors.js';
import { type Members, objectOf } from '../../contract/given.js';
import { isTaken, type OutgoingCall, type OutgoingResult } from '../../contract/outgoing.js';
import type { JsonObject } from '../../store/rows/common.js';
import type { InlineHookRow } from '../../store/rows/hooks.js';
import { headersOf } from './channel.js';
import { noteCall } from './deliveries.js';
import { inlineHookTarget } from './view.js';

/** The types of inline hooks, each with the commands that it takes (facts: inline-hook). */
export const inlineHookTypes: Readonly<Record<string, readonly string[]>> = {
  'com.okta.oauth2.tokens.transform': ['com.okta.identity.patch', 'com.okta.access.patch'],
  'com.okta.saml.tokens.transform': ['com.okta.assertion.patch'],
  'com.okta.user.pre-registration': [
    'com.okta.user.profile.update',
    'com.okta.action.update',
    'com.okta.user.progressive.profile.update',
  ],
  'com.okta.user.credential.password.import': ['com.okta.action.update'],
  'com.okta.import.transform': [
    'com.okta.appUser.profile.update',
    'com.okta.user.profile.update',
    'com.okta.action.update',
    'com.okta.user.update',
  ],
  'com.okta.telephony.provider': ['com.okta.telephony.action'],
};

/** A command of an answer. */
export interface Command {
  readonly type: string;
  readonly value: unknown;
}

/** What an inline hook said: its answer, read, or why there is none that can be used. */
export interface InlineAnswer {
  readonly hook: InlineHookRow;
  readonly result: OutgoingResult;
  /** The answer as it came; an empty object for none. */
  readonly body: Members;
  readonly commands: readonly Command[];
  /** The hook's own error, in its words. */
  readonly error?: string;
  /** Why the answer cannot be used. */
  readonly fault?: OktaError;
}

// Okta documents 400 for all of them, though its table of errors has 502 and 504 for two (facts: inline-hook, "Execute").
const faultOf = (code: ErrorCode, reason: string): OktaError => new OktaError(code, { status: 400, causes: [reason] });

/** The call that puts a payload before an inline hook. */
const inlineCall = ({ channel }: InlineHookRow, payload: unknown): OutgoingCall => ({
  method: 'POST',
  url: channel.config.uri,
  headers: { ...headersOf(channel), 'content-type': 'application/json' },
  body: JSON.stringify(payload),
});

function parsed(body: string): unknown {
  try {
    return body.trim() === '' ? {} : JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The commands of an answer; a text says why they are none that the type takes. */
function commandsOf(type: string, answer: Members): readonly Command[] | string {
  const { commands } = answer;
  if (commands === undefined || commands === null) return [];
  if (!Array.isArray(commands)) return 'commands: must be a list';
  const known = inlineHookTypes[type] ?? [];
  const found: Command[] = [];
  for (const item of commands as readonly unknown[]) {
    const command = objectOf(item);
    if (typeof command?.type !== 'string') return 'commands: each must be an object with a type';
    if (!known.includes(command.type)) return `commands: ${command.type.slice(0, 100)} is not a command of ${type}`;
    found.push({ type: command.type, value: command.value });
  }
  return found;
}

/** The fault of an answer that did not come, or is none of success. */
function unanswered(result: OutgoingResult): OktaError | undefined {
  const { outcome, status, attempts } = result;
  const error = attempts.at(-1)?.error ?? '';
  if (outcome === 'TIMEOUT') return faultOf('E0000137', error);
  if (outcome !== 'ANSWERED') return faultOf('E0000134', error);
  return isTaken(result) ? undefined : faultOf('E0000135', `The hook answered with HTTP status ${status}`);
}

/** Reads what an inline hook answered. */
function readAnswer(hook: InlineHookRow, result: OutgoingResult): InlineAnswer {
  const nothing = { hook, result, body: {}, commands: [] };
  const fault = unanswered(result);
  if (fault) return { ...nothing, fault };
  const body = objectOf(parsed(result.body));
  if (!body) return { ...nothing, fault: faultOf('E0000134', 'The answer of the hook is not a JSON object') };
  const commands = commandsOf(hook.type, body);
  if (typeof commands === 'string') return { ...nothing, fault: faultOf('E0000134', commands) };
  const error = objectOf(body.error);
  if (!error) return { hook, result, body, commands };
  // Whoever reports an error asks for nothing else (facts: inline-hook).
  const { errorSummary } = error;
  return { hook, result, body, commands: [], error: typeof errorSummary === 'string' ? errorSummary : '' };
}

/** Calls an inline hook with a payload, and reads its answer: for `prepare`. */
export const askInlineHook = async (ctx: ReadContext, hook: InlineHookRow, payload: unknown): Promise<InlineAnswer> =>
  readAnswer(hook, await ctx.call(inlineCall(hook, payload)));

/** Writes down that an inline hook was called, for `act`: in the log of deliveries and in the System Log. */
export function noteInlineCall(
  ctx: Pick<JobContext, 'store' | 'now' | 'log'> & { readonly request: { readonly id: string } },
  { hook, result, fault, error }: InlineAnswer,
): void {
  noteCall(ctx, { kind: 'INLINE', hookId: hook.id, url: hook.channel.config.uri, result, good: !fault });
  const reason = fault ? (fault.causes[0]?.errorSummary ?? fault.summary) : error;
  ctx.log(
    'inline_hook.executed',
    [inlineHookTarget(hook)],
    reason === undefined
      ? {}
      : { outcome: { result: 'FAILURE', reason: reason.slice(0, 255) || null }, severity: 'WARN' },
  );
}

/** The active hook of a type that was made first: what an operation of the org calls. */
export const activeHookOf = (ctx: Pick<ReadContext, 'store'>, type: string): InlineHookRow | undefined =>
  ctx.store.inlineHooks.where('type', type).find(({ status }) => status === 'ACTIVE');

/** The envelope in which the org's own operations put their data before a hook (facts: inline-hook). */
export const envelopeOf = (
  hook: InlineHookRow,
  { source, eventId, eventTime, data }: { source: string; eventId: string; eventTime: string; data: JsonObject },
) => ({
  eventId,
  eventTime,
  eventType: hook.type,
  eventTypeVersion: '1.0',
  contentType: 'application/json',
  cloudEventVersion: '0.1',
  source,
  data,
});
