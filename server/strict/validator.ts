import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import express, { type Express } from 'express';
import { middleware } from 'express-openapi-validator';
import type { OperationId, Route } from '../../contract/routes.js';
import { paths } from '../../generated/paths.js';
import { routes } from '../../generated/routes.js';

import type { StrictCheck } from './check.js';
import { type ContractDocument, cutTo } from './document.js';

/** A request as the reference validator looks at it. */
export interface CheckedRequest {
  /** Path and query, percent-encoded, as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed JSON; undefined where there is none. */
  readonly body: unknown;
}

/** The reference validator of one operation. Each function answers with the problems it found, as sentences. */
export interface OperationCheck {
  request(request: CheckedRequest): Promise<readonly string[]>;
  /** @param body parsed JSON; undefined where there is none, text where the answer is not JSON */
  answer(status: number, body: unknown): Promise<readonly string[]>;
}

/** A made-up request, and the problems that were found in its answer. */
type Held = IncomingMessage & { body?: unknown; problems?: readonly string[] };
type Problem = { readonly path: string; readonly message: string };

const byId = new Map<OperationId, Route>((routes as readonly Route[]).map((route) => [route.operationId, route]));

const problemsOf = (error: unknown): readonly string[] => {
  const { errors, message } = error as { errors?: readonly Problem[]; message?: string };
  if (!errors || errors.length === 0) return [String(message ?? error)];
  return errors.map((problem) => `${problem.path} ${problem.message}`);
};

/** The validator tells of an answer's problems while the answer is made, before it would end the request with them. */
const note = (req: unknown, error: unknown): void => {
  (req as Held).problems = problemsOf(error);
};

/** An express app that holds nothing but the validator; `end` runs when a request passed it. */
function appOf(apiSpec: ContractDocument, answers: boolean, end: (req: Held, res: express.Response) => void): Express {
  const app = express();
  app.set('query parser', 'simple').set('etag', false);
  app.use(
    middleware({
      apiSpec: apiSpec as unknown as Parameters<typeof middleware>[0]['apiSpec'],
      validateApiSpec: false,
      validateRequests: answers ? false : { allowUnknownQueryParameters: true },
      validateResponses: answers && { onError: (error, _, req) => note(req, error) },
      validateSecurity: false,
      fileUploader: false,
    }),
  );
  app.use((req, res) => end(req, res));
  return app;
}

/** Sends a made-up request through the app; nothing of it reaches a socket. */
function run(app: Express, route: Route, request: CheckedRequest): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const req: Held = new IncomingMessage(new Socket());
    req.method = route.method.toUpperCase();
    req.url = request.url;
    Object.assign(req.headers, request.headers);
    req.body = request.body;
    const res = new ServerResponse(req);
    res.once('passed', () => resolve(req.problems ?? []));
    const entry = app as unknown as (req: Held, res: ServerResponse, failed: (error: unknown) => void) => void;
    entry(req, res, (error) => resolve(problemsOf(error)));
  });
}

/**
 * The body and its media type as the contract has them: a copy, since the validator fills in defaults.
 * @throws RangeError for a body that nests too deeply to be copied
 */
function asSent(route: Route, request: CheckedRequest): CheckedRequest {
  const [path = '', search] = request.url.split('?');
  const folded = `/${path.split('/').filter(Boolean).join('/')}`;
  const headers: OutgoingHttpHeaders = { ...request.headers };
  delete headers['content-type'];
  if (route.body !== 'none') headers['content-type'] = 'application/json';
  if ('consumes' in route) headers['content-type'] = request.headers['content-type'];
  return {
    url: search === undefined ? folded : `${folded}?${search}`,
    headers: headers as CheckedRequest['headers'],
    body: structuredClone(request.body),
  };
}

/** What the contract says of an answer's body beyond its form: whether there is one. */
function presence(
  document: ContractDocument,
  route: Route,
  status: number,
  body: unknown,
): readonly string[] | undefined {
  const responses = document.paths[paths[route.operationId]]?.[route.method]?.responses ?? {};
  const response = responses[status] ?? (status >= 400 ? responses.default : undefined);
  if (!response) return [`/response the contract has no status ${status}`];
  const types = Object.keys(response.content ?? {});
  if (body === undefined && status >= 400) return [];
  if (body === undefined)
    return types.length === 0 ? [] : [`/response has no body, the contract has ${types.join(', ')}`];
  if (types.length === 0) return [`/response has a body, the contract has none`];
  return types.includes('application/json') ? undefined : [];
}

function build(operationId: OperationId): OperationCheck {
  const route = byId.get(operationId);
  if (!route) throw new Error(`there is no operation ${operationId}`);
  const pass = (_: Held, res: express.Response): void => void res.emit('passed');
  const document = cutTo(operationId, route.method, 'answer');
  let requests: Express | undefined;
  let answers: Express | undefined;
  return {
    async request(request) {
      if (route.body === 'required' && request.body === undefined) return ['/body is required'];
      requests ??= appOf(cutTo(operationId, route.method, 'request'), false, pass);
      try {
        return await run(requests, route, asSent(route, request));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return ['/body nests too deeply'];
      }
    },
    async answer(status, body) {
      const known = presence(document, route, status, body);
      if (known) return known;
      answers ??= appOf(cutTo(operationId, route.method, 'answer'), true, (req, res) => {
        res.status(Number(req.headers['x-status'])).json(req.body);
        res.emit('passed');
      });
      const url = paths[operationId].replace(/\{\w+\}/g, 'x');
      return run(answers, route, { url, headers: { 'x-status': String(status) }, body });
    },
  };
}

const built = new Map<OperationId, OperationCheck>();

/**
 * The reference validator of an operation: express-openapi-validator over the contract cut to that operation, built on
 * first use. It reads what `generated/validators` reads, and also enums, formats, required members and the types of
 * the query. `expirePasswordAndGetTemporaryPassword` shares the instance's path, and so its answers, with
 * `expirePassword`.
 * @throws Error for an id that the contract does not have
 */
export function strictFor(operationId: OperationId): OperationCheck {
  const check = built.get(operationId) ?? build(operationId);
  built.set(operationId, check);
  return check;
}

const parsed = (bytes: Buffer | undefined): unknown => {
  if (bytes === undefined || bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return bytes.toString();
  }
};

/** The checks that the edge makes in strict mode: each request before it is dispatched, each answer after it was sent. */
export const strictCheck = (): StrictCheck => ({
  request: (route, url, headers, body) => strictFor(route.operationId).request({ url, headers, body }),
  answer: (route, status, bytes) => strictFor(route.operationId).answer(status, parsed(bytes)),
});
