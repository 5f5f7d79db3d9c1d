import type { IncomingMessage } from 'node:http';
import { OktaError } from '../contract/errors.js';
import { Answer, Raw, Refused } from '../contract/reply.js';
import { ReadOnlyError } from '../store/errors.js';
import { GoneError } from '../store/hashing/line.js';
import { type Exchange, envelopeOf } from './exchange.js';
import { asOktaError, inLogForm, unavailable } from './faults.js';
import type { Org } from './org.js';
import { sendError, sendReply } from './render.js';
import { type Pieces, type Rendering, renderingOf } from './rendering.js';
import { reportAnswer } from './strict/check.js';

const whyOf = ({ summary, causes }: OktaError): string[] =>
  causes.length === 0 ? [summary] : causes.map(({ errorSummary }) => errorSummary);

function answered({ options, match, logged }: Exchange, status: number, refusal?: OktaError): void {
  if (logged) {
    logged.status = status;
    logged.ms = performance.now() - logged.begun;
    if (match) logged.operationId = match.route.operationId;
    if (refusal) {
      logged.errorCode = refusal.code;
      logged.why = whyOf(refusal);
    }
    options.onRequest?.(logged);
  }
  if (match) options.onAnswer?.(match.route.operationId, status, refusal?.code);
}

/** Whether the client went away before its body was read, or before its answer was computed: nobody is there to be told. */
const isGone = (req: IncomingMessage, error: unknown): boolean =>
  error instanceof GoneError ||
  (req.destroyed && (!req.complete || (error as { code?: string } | undefined)?.code === 'ECONNRESET'));

const warnOf = ({ options, req, path }: Exchange, error: unknown): void =>
  options.warn(`${req.method} ${path}: ${error instanceof Error ? error.stack : String(error)}`);

/** A fault of the sandbox itself, of which it warns: 500 E0000009; 503 where something can be done about it. */
function faultOf(exchange: Exchange, error: unknown): OktaError {
  const why = unavailable(error);
  warnOf(exchange, why ?? error);
  return new OktaError('E0000009', why === undefined ? {} : { status: 503, causes: [why] });
}

/** Answers with a refusal, or with what is said of a fault. */
export function refuse(exchange: Exchange, error: unknown): void {
  const { req, res, org, match } = exchange;
  if (isGone(req, error)) return void res.destroy();
  let known = asOktaError(error) ?? faultOf(exchange, error);
  if (res.headersSent) return;
  if (match?.route.group === 'Log') known = inLogForm(known);
  // Every answer tells where a limit stands, that of a path that leads nowhere, too.
  exchange.limit ??= org.limits.take('other');
  sendError(res, known, envelopeOf(exchange), org.errorId(known.details.form === 'log' ? 'uuid' : 'oae'));
  answered(exchange, known.status, known);
}

/** Answers with a refusal where even that may fail: nothing that one request brings may end the process. */
function refuseSafely(exchange: Exchange, error: unknown): void {
  try {
    refuse(exchange, error);
  } catch (second) {
    exchange.options.warn(`${exchange.req.method} ${exchange.path}: no answer could be sent: ${String(second)}`);
    exchange.res.destroy();
  }
}

/** Runs a step of an exchange that waited; what it throws becomes the answer. */
export function guarded(exchange: Exchange, step: () => void): void {
  exchange.now = exchange.org.clock.now();
  try {
    step();
  } catch (error) {
    refuseSafely(exchange, error);
  }
}

/** Goes on when something is there that had to be waited for; what fails becomes the answer. */
export function resume<T>(exchange: Exchange, wait: Promise<T>, step: (value: T) => void): void {
  wait.then(
    (value) => guarded(exchange, () => step(value)),
    (error: unknown) =>
      guarded(exchange, () => {
        throw error;
      }),
  );
}

function send(exchange: Exchange, status: number, result: unknown, written?: Pieces): void {
  if (result instanceof Refused) return refuse(exchange, result.error);
  const { options, match } = exchange;
  const sent = sendReply(exchange.res, result, status, envelopeOf(exchange), {
    kept: exchange.org.kept(exchange.base),
    whole: options.strict !== undefined,
    failed: (error) => warnOf(exchange, error),
    written,
  });
  answered(exchange, sent.status);
  // What is no JSON has no schema to hold it to.
  if (options.strict && match && !(result instanceof Raw))
    reportAnswer(options.strict, match.route, sent, options.warn);
}

/** Writes a list that takes long down in slices. It may have seen what the journal refuses while it is written. */
async function writtenDown({ store, slices }: Org, rendering: Rendering): Promise<Pieces> {
  const { readOnly } = store;
  await slices.run(rendering);
  await store.synced();
  if (store.readOnly !== undefined && readOnly === undefined) throw new ReadOnlyError(store.readOnly);
  return rendering.body;
}

/** Sends what is as durable as promised. */
function sendSynced(exchange: Exchange, status: number, result: unknown): void {
  const body = result instanceof Answer ? result.body : result;
  const { store } = exchange.org;
  const rendering = renderingOf(body, (read, ahead) => store.reading(read, ahead));
  if (!rendering) return send(exchange, status, result);
  resume(exchange, writtenDown(exchange.org, rendering), (written) => send(exchange, status, result, written));
}

/**
 * Answers with what a handler gave. The answer leaves only when the request's jobs are done and the journal holds the
 * last commit that it could have seen.
 * @param status where the result brings none of its own
 */
export function respond(exchange: Exchange, status: number, result: unknown): void {
  const { store, jobs } = exchange.org;
  const done = jobs.done(exchange.requestId);
  if (done) {
    // The commit that began them first: where the journal refuses it, they are gone with it.
    resume(exchange, Promise.all([store.synced(), done]), () => respond(exchange, status, result));
    return;
  }
  const wait = store.synced();
  if (wait) resume(exchange, wait, () => sendSynced(exchange, status, result));
  else sendSynced(exchange, status, result);
}
