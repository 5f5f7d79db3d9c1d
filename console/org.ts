import { below } from './below.js';

/** What `/_sandbox/facts` tells. */
export interface Facts {
  readonly version: string;
  readonly contract: string;
  readonly url: string;
  readonly token: string;
  readonly seed: string;
  readonly data: string;
  readonly users: number;
  readonly clock: { readonly now: number; readonly timestamp: string };
}

/** An object that the org holds, as the API shows it. */
export type Thing = Readonly<Record<string, unknown>>;

/** An answer of the API. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Okta's sentence where it is a refusal. */
  readonly reason: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** Undefined where the body is no JSON. */
  readonly json: unknown;
  readonly ms: number;
  readonly size: number;
  readonly requestId: string;
}

/** A request to the API, without its token. */
export interface Call {
  readonly method: string;
  /** With `/api/v1`. */
  readonly path: string;
  readonly body?: BodyInit | undefined;
  readonly media?: string | undefined;
  /** The media type of the answer; JSON without it. */
  readonly accept?: string | undefined;
  readonly signal?: AbortSignal;
  /** Asked by the page for itself: not among the last requests, which are other people's. */
  readonly own?: boolean;
}

let facts: Promise<Facts> | undefined;

/** What the sandbox tells of itself. @throws Error with its sentence where this page may not know */
export function loadFacts(again = false): Promise<Facts> {
  if (again) facts = undefined;
  facts ??= fetch(below('/_sandbox/facts')).then(async (answer) => {
    const told = (await answer.json()) as Facts & { error?: string };
    if (!answer.ok) throw new Error(told.error ?? `the sandbox answers ${answer.status}`);
    return told;
  });
  return facts;
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Calls the API as any client would: with the token, over HTTP. @throws TypeError where nothing answers */
export async function call(asked: Call): Promise<Answer> {
  const { method, path, body, media, accept = 'application/json', signal, own } = asked;
  const { token } = await loadFacts();
  const headers = new Headers({ Accept: accept });
  if (own) headers.set('X-Mockta-Console', 'own');
  if (token !== '') headers.set('Authorization', `SSWS ${token}`);
  // The browser itself names the parts of a form.
  if (media !== undefined && !(body instanceof FormData)) headers.set('Content-Type', media);
  const start = performance.now();
  const response = await fetch(below(path), {
    method: method.toUpperCase(),
    headers,
    credentials: 'omit',
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  });
  const bytes = await response.arrayBuffer();
  const ms = performance.now() - start;
  const text = new TextDecoder().decode(bytes);
  const json = parsed(text);
  return {
    status: response.status,
    text: response.statusText,
    reason: String((json as Thing | undefined)?.errorSummary ?? ''),
    headers: [...response.headers],
    body: text,
    json,
    ms,
    size: bytes.byteLength,
    requestId: response.headers.get('x-okta-request-id') ?? '',
  };
}

const lists = new Map<string, Promise<Answer>>();

/** Forgets what was read: after a write the org is another one. */
export const forget = (): void => lists.clear();

/** Reads a path of the API once, until something is written. */
export function read(path: string): Promise<Answer> {
  const known = lists.get(path) ?? call({ method: 'get', path, own: true });
  lists.set(path, known);
  return known;
}

/** The things of an answer that lists some, as it is or as its one member; undefined for another. */
export function thingsOf({ json }: Answer): readonly Thing[] | undefined {
  if (Array.isArray(json)) return json as Thing[];
  const [only, ...more] = Object.values((json ?? {}) as Thing);
  return more.length === 0 && Array.isArray(only) ? (only as Thing[]) : undefined;
}

/** The things that a path lists; empty where it lists none. */
export const listed = async (path: string): Promise<readonly Thing[]> => thingsOf(await read(path)) ?? [];

/** Reads a path of the sandbox itself. @throws Error with what it answers instead */
export async function sandbox<T>(path: string): Promise<T> {
  const answer = await fetch(below(path), { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return (await answer.json()) as T;
}

/** A member inside of members; undefined where one is missing. */
export const member = (thing: unknown, ...names: string[]): unknown =>
  names.reduce<unknown>((value, name) => (value as Thing | null | undefined)?.[name], thing);
