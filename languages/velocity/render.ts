import { applied, rangeOf } from './arithmetic.js';
import { Budget } from './budget.js';
import { TemplateError } from './error.js';
import { limits } from './limits.js';
import { type Functions, member, putMember } from './members.js';
import type { Block, Expression, Macro, Node, Operand, Reference } from './nodes.js';
import { Operators } from './operators.js';
import { readWithin, type Template } from './parser.js';
import { type Argument, Scope } from './scope.js';
import { type Definition, fromPlain, isSpecial, isTrue, type Loop, type Plain, textOf, type Value } from './values.js';
import { Writer } from './writer.js';

type Signal = 'break' | 'stop' | undefined;

/** One rendering of a template. */
class Rendering {
  readonly #budget = new Budget();
  readonly #scope = new Scope(this.#budget);
  readonly #macros: Map<string, Macro>;
  readonly #operators = new Operators();
  readonly #writer = new Writer(this.#budget);
  /** What a `#break` or `#stop` within quotes or a definition does to the blocks around. */
  #signal: Signal;

  constructor(
    template: Template,
    variables: Readonly<Record<string, Plain>>,
    readonly functions: Functions,
  ) {
    this.#macros = new Map(template.macros);
    for (const name of Object.keys(functions)) this.#scope.variables.set(name, { kind: 'tool', name });
    for (const [name, value] of Object.entries(variables))
      this.#scope.variables.set(name, fromPlain(value, this.#budget));
  }

  render(body: Block): string {
    this.#block(body);
    return this.#writer.text;
  }

  /** Renders a block into a text. */
  #capture(body: Block): string {
    return this.#writer.captured(() => {
      this.#signal = this.#block(body);
    });
  }

  #block(body: Block): Signal {
    return this.#budget.nested(() => {
      for (const node of body) {
        const signal = this.#node(node) ?? this.#signal;
        if (signal) return signal;
      }
      return undefined;
    });
  }

  #node(node: Node): Signal {
    this.#budget.spend();
    switch (node.kind) {
      case 'text':
        return this.#writer.write(node.text) as undefined;
      case 'output':
        return this.#output(node.reference, node.slashes);
      case 'if': {
        const branch = node.branches.find(({ condition }) => this.#holds(condition));
        return this.#block(branch ? branch.body : node.otherwise);
      }
      case 'set':
        return this.#set(node.target, this.#value(node.value));
      case 'foreach':
        return this.#foreach(node.variable, this.#value(node.source), node.body);
      case 'call':
        return this.#call(node);
      case 'define':
        return this.#scope.assign(node.name, { kind: 'definition', body: node.body, active: false }) as undefined;
      case 'evaluate':
        return this.#evaluate(node.argument);
      case 'resource':
        throw new TemplateError('resource', `#${node.name} finds no other template`);
      default:
        return node.kind;
    }
  }

  /** Prints a reference; Velocity's backslashes escape only what has a value. */
  #output(reference: Reference, slashes: number): undefined {
    const value = this.#reference(reference);
    const text = value === null ? undefined : this.#text(value);
    const odd = slashes % 2 === 1;
    if (text === undefined) {
      const kept = odd ? (slashes + 1) / 2 : slashes;
      this.#writer.write('\\'.repeat(kept) + (reference.quiet && !odd ? '' : this.#unset(reference)));
    } else {
      this.#writer.write('\\'.repeat(slashes >> 1) + (odd ? reference.source : text));
    }
  }

  /** What stands in the place of null: the reference as written; a macro's parameter as the call wrote it. */
  #unset(reference: Reference): string {
    if (reference.steps.length > 0 || reference.braces || reference.quiet) return reference.source;
    const argument = this.#scope.argument(reference.name)?.argument;
    return argument && 'operand' in argument ? argument.operand.source : reference.source;
  }

  /** A value's text; `undefined` for a definition that prints itself within itself. */
  #text(value: Value): string | undefined {
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
      'operand' in argument ? this.#value(argument.operand) : this.#capture(argument.content),
    );
  }

  #reference(reference: Reference): Value {
    let value = this.#variable(reference.name);
    for (const step of reference.steps) {
      if (value === null) return null;
      this.#budget.spend();
      const args = step.kind === 'method' ? step.args.map((arg) => this.#value(arg)) : [];
      const at = step.kind === 'index' ? this.#value(step.at) : null;
      value = member(value, step, args, at, this.functions, this.#budget);
    }
    return value;
  }

  #value(expression: Expression): Value {
    this.#budget.spend();
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'reference':
        return this.#reference(expression);
      case 'mixed':
        return this.#capture(expression.body);
      case 'list':
        return expression.items.map((item) => this.#value(item));
      case 'map':
        return new Map(expression.entries.map(([key, value]) => [this.#value(key), this.#value(value)] as const));
      case 'range':
        return rangeOf(this.#value(expression.from), this.#value(expression.to), this.#budget);
      case 'not':
        return this.#budget.nested(() => !this.#holds(expression.inner));
      case 'binary':
        return this.#budget.nested(() => this.#binary(expression));
      default:
        return null;
    }
  }

  /** A sum or a range is no condition in Velocity: only what it was set to is. */
  #holds(expression: Expression): boolean {
    const value = this.#value(expression);
    const sum = expression.kind === 'binary' && /^[-+*/%]$/.test(expression.operator);
    return !sum && expression.kind !== 'range' && isTrue(value);
  }

  #binary({ operator, left, right }: Expression & { kind: 'binary' }): Value {
    if (operator === '&&') return this.#holds(left) && this.#holds(right);
    if (operator === '||') return this.#holds(left) || this.#holds(right);
    const [one, two] = [this.#value(left), this.#value(right)];
    if (operator === '+' && (typeof one === 'string' || typeof two === 'string')) {
      return this.#budget.text(this.#joined(one, left) + this.#joined(two, right));
    }
    return applied(operator, one, two, this.#budget);
  }

  /** A side of a sum of texts; null joins as it is written. */
  #joined(value: Value, expression: Expression): string {
    if (value !== null) return this.#text(value) ?? '';
    return 'source' in expression ? expression.source : 'null';
  }

  /** `#set`: null leaves what was there, so that a value outlives the turn of a loop (facts: velocity). */
  #set(target: Reference, value: Value): undefined {
    if (value === null) return;
    const last = target.steps.at(-1);
    if (!last) return this.#scope.assign(target.name, value) as undefined;
    const holder = this.#reference({ ...target, steps: target.steps.slice(0, -1) });
    if (last.kind === 'method') return;
    putMember(holder, last.kind === 'property' ? last.name : this.#value(last.at), value);
  }

  #foreach(variable: string, source: Value, body: Block): Signal {
    const items = Array.isArray(source) ? source : source instanceof Map ? source.values() : [];
    this.#budget.items(Array.isArray(source) ? source.length : source instanceof Map ? source.size : 0);
    const turns = [...items];
    const before = [variable, 'foreach', 'velocityCount', 'velocityHasNext'].map((name) => this.#scope.remember(name));
    const outer = this.#scope.variables.get('foreach') ?? null;
    const parent = isSpecial(outer) && outer.kind === 'loop' ? outer : undefined;
    let signal: Signal;
    for (const [index, item] of turns.entries()) {
      const loop: Loop = { kind: 'loop', index, size: turns.length, parent };
      this.#scope.assign(variable, item);
      this.#scope.assign('foreach', loop);
      this.#scope.assign('velocityCount', BigInt(index + 1));
      this.#scope.assign('velocityHasNext', index + 1 < turns.length);
      signal = this.#block(body);
      if (signal) break;
    }
    for (const restore of before) restore();
    return this.#unbroken(signal);
  }

  /** A loop and a macro are as far as a `#break` goes. */
  #unbroken(signal: Signal): Signal {
    if (signal === 'break') this.#signal = undefined;
    return signal === 'stop' ? signal : undefined;
  }

  #call({ name, args, content, source }: Node & { kind: 'call' }): Signal {
    const macro = this.#macros.get(name);
    if (!macro) return this.#writer.write(source) as undefined;
    const given = new Map<string, Argument>();
    for (const [index, operand] of args.entries()) {
      const parameter = macro.parameters[index];
      if (parameter !== undefined) given.set(parameter, { operand });
    }
    if (content) given.set('bodyContent', { content });
    const signal = this.#scope.calling(given, () => this.#block(macro.body));
    return this.#unbroken(signal);
  }

  #evaluate(argument: Operand): Signal {
    const value = this.#value(argument);
    if (value === null) return undefined;
    const text = textOf(value, this.#budget);
    if (text.length > limits.template) throw new TemplateError('length', '#evaluate is given too long a text');
    this.#budget.spend(text.length);
    return this.#budget.nested(() => this.#block(readWithin(text, this.#macros, this.#operators)));
  }
}

/**
 * Renders a template as Apache Velocity prints it. `variables` are JSON, copied; `functions` are the tools that a
 * template may call as `$tool.name(...)`: no other function is ever called.
 * @throws TemplateError `steps`, `length` or `depth` beyond the limits, `method` where a Java method would throw,
 *   `resource` for `#include` and `#parse`, `syntax` for what `#evaluate` is given
 */
export function render(
  template: Template,
  variables: Readonly<Record<string, Plain>>,
  functions: Functions = {},
): string {
  try {
    return new Rendering(template, variables, functions).render(template.body);
  } catch (fault) {
    // The depth is counted, but the stack that is left depends on the caller's.
    if (fault instanceof RangeError) throw new TemplateError('depth', 'Nested too deep');
    throw fault;
  }
}
