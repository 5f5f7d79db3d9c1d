/**
 * Why a template was refused: it cannot be read (`syntax`), it took too many steps (`steps`), it is or became too long
 * (`length`) or too deep (`depth`), a method threw as Java's would (`method`), it asked for another file (`resource`).
 */
export type TemplateFault = 'syntax' | 'steps' | 'length' | 'depth' | 'method' | 'resource';

/** What is wrong with a template; `line` and `column` count from 1 and are missing where the place is not known. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';

  constructor(
    readonly kind: TemplateFault,
    message: string,
    readonly line?: number,
    readonly column?: number,
  ) {
    super(message);
  }
}
