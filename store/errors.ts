import { asFlag, type OptionWords, type Said } from './option-words.js';

/** A row that was required is not there. */
export class MissingRowError extends Error {
  constructor(
    readonly typeName: string,
    readonly id: string,
  ) {
    super(`${typeName} ${id} does not exist`);
  }
}

/** A unique key is taken by another row. */
export class DuplicateKeyError extends Error {
  constructor(
    readonly collection: string,
    readonly index: string,
    readonly key: string,
    /** The field that a refusal names. */
    readonly field: string,
    /** How the refusal is worded, where not as usual. */
    readonly wording?: string,
  ) {
    super(`${collection}: ${index} "${key}" is taken`);
  }
}

/** The journal cannot be written (a full disk, a broken file): the org answers no more writes. */
export class ReadOnlyError extends Error {}

/**
 * A state, seed or lock file that cannot be used; the message says what, where and what to do, with options as the
 * command has them.
 */
export class StateFileError extends Error {
  readonly #said: Said;

  constructor(said: Said) {
    super(typeof said === 'string' ? said : said(asFlag));
    this.#said = said;
  }

  /** The message with options in these words. */
  inWords(words: OptionWords): string {
    return typeof this.#said === 'string' ? this.#said : this.#said(words);
  }
}
