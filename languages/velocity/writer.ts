import type { Budget } from './budget.js';

/** What has been printed so far; its length is charged and bounded. */
export class Writer {
  readonly #budget: Budget;
  #parts: string[] = [];
  #length = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  get text(): string {
    return this.#parts.join('');
  }

  /** Prints. @throws TemplateError `length`, `steps` */
  write(text: string): void {
    this.#budget.handle(text.length);
    this.#length += text.length;
    this.#budget.length(this.#length);
    this.#parts.push(text);
  }

  /** What an act prints, in place of printing it. */
  captured(act: () => void): string {
    const [parts, length] = [this.#parts, this.#length];
    [this.#parts, this.#length] = [[], 0];
    act();
    const text = this.text;
    [this.#parts, this.#length] = [parts, length];
    return text;
  }
}
