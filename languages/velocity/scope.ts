import type { Budget } from './budget.js';
import { TemplateError } from './error.js';
import { limits } from './limits.js';
import type { Block, Operand } from './nodes.js';
import type { Value } from './values.js';

/** A macro's argument: read anew on each use, where the macro was called. */
export type Argument = { operand: Operand } | { content: Block } | { value: Value };

/** A macro that is being called; it sees the arguments of the macros around it. */
export interface Frame {
  args: Map<string, Argument>;
  caller: Frame | undefined;
  depth: number;
}

/** The names that a template sees at one moment. */
export class Scope {
  readonly variables = new Map<string, Value>();
  readonly #budget: Budget;
  #frame: Frame | undefined;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** The argument of that name of the nearest macro that has one. */
  argument(name: string): { argument: Argument; frame: Frame } | undefined {
    for (let frame = this.#frame; frame; frame = frame.caller) {
      this.#budget.spend();
      const argument = frame.args.get(name);
      if (argument) return { argument, frame };
    }
    return undefined;
  }

  /** Acts where a frame, or none, is the innermost. */
  within<T>(frame: Frame | undefined, act: () => T): T {
    const before = this.#frame;
    this.#frame = frame;
    const result = this.#budget.nested(act);
    this.#frame = before;
    return result;
  }

  /** Acts in a macro that is called here. @throws TemplateError `depth` */
  calling<T>(args: Map<string, Argument>, act: () => T): T {
    const depth = (this.#frame?.depth ?? 0) + 1;
    if (depth > limits.macros) throw new TemplateError('depth', `More than ${limits.macros} macros within macros`);
    return this.within({ args, caller: this.#frame, depth }, act);
  }

  /** Sets a variable, which all of the template sees, and the argument of that name, if there is one. */
  assign(name: string, value: Value): void {
    this.argument(name)?.frame.args.set(name, { value });
    this.variables.set(name, value);
  }

  /** Remembers what a name is worth: the answer puts it back. */
  remember(name: string): () => void {
    const found = this.argument(name);
    const value = this.variables.get(name);
    return () => {
      if (found) found.frame.args.set(name, found.argument);
      if (value === undefined) this.variables.delete(name);
      else this.variables.set(name, value);
    };
  }
}
