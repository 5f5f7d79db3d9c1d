import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { FILE_PART, type Upload } from '../../contract/bodies.js';
import { OktaError } from '../../contract/errors.js';
import { pour, type Then } from './bytes.js';

/** More than the images that Okta takes, so that the operation can refuse them by their size in Okta's words. */
const LIMIT_BYTES = 16_777_216;

/** No operation has more than one. */
const MAX_PARTS = 20;

/** Busboy is loaded with the first upload: a start does not pay for it. */
const loadBusboy = async () => (await import('busboy')).default;
type Busboy = ReturnType<Awaited<ReturnType<typeof loadBusboy>>>;

const malformed = (): OktaError => new OktaError('E0000003');

/**
 * The bytes of a part without a file name, which busboy gives as text: one character a byte, since nothing else was
 * asked for, except where the part named a charset of its own.
 * @throws OktaError E0000003 where that charset has lost some bytes
 */
function bytesOf(text: string): Buffer {
  const latin1 = Buffer.from(text, 'latin1');
  if (latin1.toString('latin1') === text) return latin1;
  if (text.includes('\uFFFD')) throw malformed();
  return Buffer.from(text);
}

/** The parts of one form as they come in. */
class Parts {
  readonly #fields: Record<string, string> = Object.create(null) as Record<string, string>;
  readonly #file: Buffer[] = [];
  #files = 0;
  #count = 0;

  /** @throws OktaError E0000003 for a part that is a form of its own, and for a second file */
  #begin(name: string, mediaType: string): boolean {
    this.#count += 1;
    if (/^multipart\//i.test(mediaType)) throw malformed();
    const isFile = name === FILE_PART;
    if (isFile && ++this.#files > 1) throw malformed();
    return isFile;
  }

  field(name: string, text: string, mediaType: string): void {
    if (this.#begin(name, mediaType)) this.#file.push(bytesOf(text));
    else this.#fields[name] = Buffer.from(text, 'latin1').toString();
  }

  file(name: string, stream: Readable, mediaType: string): void {
    // A form that breaks off ends its file with an error, which the form tells as well.
    stream.on('error', () => {});
    if (this.#begin(name, mediaType)) stream.on('data', (chunk: Buffer) => this.#file.push(chunk));
    else stream.resume();
  }

  /** @throws OktaError E0000003 for a form without parts */
  upload(): Upload {
    if (this.#count === 0) throw malformed();
    return { file: this.#files === 0 ? undefined : Buffer.concat(this.#file), fields: this.#fields };
  }
}

/** Runs what may refuse, and tells of it. */
function attempt(step: () => void, failed: (error: unknown) => void): void {
  try {
    step();
  } catch (error) {
    failed(error);
  }
}

function read(req: IncomingMessage, form: Busboy, then: Then): void {
  const parts = new Parts();
  let over = false;
  const finish = (error: unknown, body?: unknown): void => {
    if (over) return;
    over = true;
    then(error, body);
  };
  form.on('field', (name, text, { mimeType }) => attempt(() => parts.field(name, text, mimeType), finish));
  form.on('file', (name, stream, { mimeType }) => attempt(() => parts.file(name, stream, mimeType), finish));
  form.on('partsLimit', () => finish(malformed()));
  form.on('error', () => finish(malformed()));
  form.on('close', () => attempt(() => finish(undefined, parts.upload()), finish));
  pour(req, LIMIT_BYTES, {
    take: (chunk) => {
      if (!over) form.write(chunk);
    },
    done: (error) => {
      if (error !== undefined) finish(error);
      if (error === undefined && !over) form.end();
      else form.destroy();
    },
  });
}

/**
 * Reads a form with a file into an `Upload`. A part is the file when it has the documented name, whatever else it says
 * of itself (facts: clients, Uploads).
 * Errors: 400 E0000003 for a form that is torn, nested, without parts or with two files, 413 over the limit.
 */
export function readMultipart(req: IncomingMessage, then: Then): void {
  loadBusboy().then(
    (busboy) =>
      attempt(
        () => read(req, open(busboy, req), then),
        (error) => then(error),
      ),
    then,
  );
}

function open(busboy: Awaited<ReturnType<typeof loadBusboy>>, req: IncomingMessage): Busboy {
  const limits = { fieldSize: LIMIT_BYTES, parts: MAX_PARTS };
  try {
    return busboy({ headers: req.headers, limits, defCharset: 'latin1', defParamCharset: 'utf8' });
  } catch {
    // No boundary.
    throw malformed();
  }
}
