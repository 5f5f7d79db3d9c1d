import type { SandboxProcess } from '../../tests/support/process.js';

/** Asks one running sandbox, as an administrator. */
export interface Client {
  /** Reads: the JSON and the link to the next page. @throws Error for an answer that is no success */
  get<T>(path: string): Promise<{ body: T; next: string | undefined }>;
  /** Every item of a list, page by page. */
  all<T>(path: string): Promise<T[]>;
  /** Writes: counted when it is answered with success. @throws Error for any other answer, and where there is none */
  write<T>(method: string, path: string, body?: object): Promise<T>;
  /** The status of a request that may be refused. */
  status(method: string, path: string, body?: object): Promise<number>;
}

const pathOf = (link: string): string | undefined => /<[^>]*?(\/(?:api|_sandbox)[^>]*)>; rel="next"/.exec(link)?.[1];

/** @param answered told of each write that was answered with success */
export function clientOf(sandbox: SandboxProcess, answered: () => void = () => undefined): Client {
  const send = (method: string, path: string, body?: object): Promise<Response> =>
    fetch(sandbox.url + path, {
      method,
      headers: { authorization: `SSWS ${sandbox.token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : method === 'GET' ? {} : { body: '' }),
    });
  const read = async <T>(method: string, path: string, body?: object) => {
    const answer = await send(method, path, body);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return { body: (text === '' ? undefined : JSON.parse(text)) as T, next: pathOf(answer.headers.get('link') ?? '') };
  };
  const all = async <T>(path: string): Promise<T[]> => {
    const found: T[] = [];
    for (let next: string | undefined = path; next !== undefined; ) {
      const page: { body: T[]; next: string | undefined } = await read<T[]>('GET', next);
      found.push(...page.body);
      next = page.next;
    }
    return found;
  };
  return {
    get: (path) => read('GET', path),
    all,
    async write<T>(method: string, path: string, body?: object) {
      const { body: shown } = await read<T>(method, path, body);
      answered();
      return shown;
    },
    async status(method, path, body) {
      const answer = await send(method, path, body);
      await answer.text();
      return answer.status;
    },
  };
}
