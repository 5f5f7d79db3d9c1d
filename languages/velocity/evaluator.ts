import { applied, rangeOf } from './arithmetic.js';
import type { Budget } from './budget.js';
import { type Functions, member } from './members.js';
import type { Block, Expression, Reference } from './nodes.js';
import type { Scope } from './scope.js';
import { type Definition, isSpecial, isTrue, textOf, type Value } from './values.js';

/** What expressions are worth, in the scope of the moment. */
export class Evaluator {
  readonly #budget: Budget;
  readonly #scope: Scope;
  readonly #functions: Functions;
  readonly #capture: (body: Block) => string;

  /** `capture` renders a block into a text: quotes hold templates. */
  constructor(budget: Budget, scope: Scope, functions: Functions, capture: (body: Block) => string) {
    this.#budget = budget;
    this.#scope = scope;
    this.#functions = functions;
    this.#capture = capture;
  }

  /** A value's text; `undefined` for a definition that prints itself within itself. */
  text(value: Value): string | undefined {
    if (!isSpecial(value) || value.kind !== 'definition') return textOf(value, this.#budget);
    if (value.active) return undefined;
    return this.#defined(value);
  }

  #defined(definition: Definition): string {
    definition.active = true;
    const text = this.#capture(definition.body);
    definition.active = false;
    return text;
  }

  #variable(name: string): Value {
    const found = this.#scope.argument(name);
    if (!found) return this.#scope.variables.get(name) ?? null;
    const { argument, frame } = found;
    if ('value' in argument) return argument.value;
    return this.#scope.within(frame.caller, () =>
      'operand' in argument ? this.value(argument.operand) : this.#capture(argument.content),
    );
  }

  /** What a reference leads to, or null. */
  reference(reference: Reference): Value {
    let value = this.#variable(reference.name);
    for (const step of reference.steps) {
      if (value === null) return null;
      this.#budget.spend();
      const args = step.kind === 'method' ? step.args.map((arg) => this.value(arg)) : [];
      const at = step.kind === 'index' ? this.value(step.at) : null;
      value = member(value, step, args, at, this.#functions, this.#budget);
    }
    return value;
  }

  /** What an expression is worth. @throws TemplateError */
  value(expression: Expression): Value {
    this.#budget.spend();
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'reference':
        return this.reference(expression);
      case 'mixed':
        return this.#capture(expression.body);
      case 'list':
        return expression.items.map((item) => this.value(item));
      case 'map':
        return new Map(expression.entries.map(([key, value]) => [this.value(key), this.value(value)] as const));
      case 'range':
        return rangeOf(this.value(expression.from), this.value(expression.to), this.#budget);
      case 'not':
        return this.#budget.nested(() => !this.holds(expression.inner));
      case 'binary':
        return this.#budget.nested(() => this.#binary(expression));
      default:
        return null;
    }
  }

  /** A sum or a range is no condition in Velocity: only what it was set to is. */
  holds(expression: Expression): boolean {
    const value = this.value(expression);
    const sum = expression.kind === 'binary' && /^[-+*/%]$/.test(expression.operator);
    return !sum && expression.kind !== 'range' && isTrue(value);
  }

  #binary({ operator, left, right }: Expression & { kind: 'binary' }): Value {
    if (operator === '&&') return this.holds(left) && this.holds(right);
    if (operator === '||') return this.holds(left) || this.holds(right);
    const [one, two] = [this.value(left), this.value(right)];
    if (operator === '+' && (typeof one === 'string' || typeof two === 'string')) {
      return this.#budget.text(this.#joined(one, left) + this.#joined(two, right));
    }
    return applied(operator, one, two, this.#budget);
  }

  /** A side of a sum of texts; null joins as it is written. */
  #joined(value: Value, expression: Expression): string {
    if (value !== null) return this.text(value) ?? '';
    return 'source' in expression ? expression.source : 'null';
  }
}
