import { TemplateError } from './error.js';
import { limits } from './limits.js';

/** What one rendering may still do. Everything that a template can repeat or grow is charged here. */
export class Budget {
  #steps: number = limits.steps;
  #depth = 0;

  /** Charges steps. @throws TemplateError `steps` when none are left */
  spend(steps = 1): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new TemplateError('steps', `The template takes more than ${limits.steps} steps`);
  }

  /** Charges the handling of a text of this length. */
  handle(length: number): void {
    this.spend(1 + (length >> 6));
  }

  /** Charges the handling of this many items of a list or map. */
  items(count: number): void {
    this.spend(1 + (count >> 3));
  }

  /** Lets a built text pass. @throws TemplateError `length` when it is longer than a rendering may print */
  text(text: string): string {
    this.handle(text.length);
    this.length(text.length);
    return text;
  }

  /** Refuses a length before a text of it is built. */
  length(length: number): void {
    if (length > limits.output) throw new TemplateError('length', `A text grows past ${limits.output} characters`);
  }

  /** Stops a search that goes deeper than the stack would bear. @throws TemplateError `depth` */
  tooDeep(): never {
    throw new TemplateError('depth', 'A pattern goes too deep');
  }

  /** Goes one level down: into a value, a block, a macro. @throws TemplateError `depth` */
  nested<T>(act: () => T): T {
    this.spend();
    if (this.#depth >= 8 * limits.nesting) throw new TemplateError('depth', 'Nested too deep');
    this.#depth += 1;
    try {
      return act();
    } finally {
      this.#depth -= 1;
    }
  }
}
