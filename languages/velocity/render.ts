import { Budget } from './budget.js';
import { TemplateError } from './error.js';
import { Evaluator } from './evaluator.js';
import { limits } from './limits.js';
import { type Functions, putMember } from './members.js';
import type { Block, Macro, Node, Operand, Reference } from './nodes.js';
import { Operators } from './operators.js';
import { readWithin, type Template } from './parser.js';
import { type Argument, Scope } from './scope.js';
import { fromPlain, isSpecial, type Loop, type Plain, textOf, type Value } from './values.js';
import { Writer } from './writer.js';

type Signal = 'break' | 'stop' | undefined;

/** One rendering of a template. */
class Rendering {
  readonly #budget = new Budget();
  readonly #scope = new Scope(this.#budget);
  readonly #macros: Map<string, Macro>;
  readonly #operators = new Operators();
  readonly #values: Evaluator;
  readonly #writer = new Writer(this.#budget);
  /** What a `#break` or `#stop` within quotes or a definition does to the blocks around. */
  #signal: Signal;

  constructor(template: Template, variables: Readonly<Record<string, Plain>>, functions: Functions) {
    this.#values = new Evaluator(this.#budget, this.#scope, functions, (body) => this.#capture(body));
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
        const branch = node.branches.find(({ condition }) => this.#values.holds(condition));
        return this.#block(branch ? branch.body : node.otherwise);
      }
      case 'set':
        return this.#set(node.target, this.#values.value(node.value));
      case 'foreach':
        return this.#foreach(node.variable, this.#values.value(node.source), node.body);
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
    const value = this.#values.reference(reference);
    const text = value === null ? undefined : this.#values.text(value);
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

  /** `#set`: null leaves what was there, so that a value outlives the turn of a loop (facts: velocity). */
  #set(target: Reference, value: Value): undefined {
    if (value === null) return;
    const last = target.steps.at(-1);
    if (!last) return this.#scope.assign(target.name, value) as undefined;
    const holder = this.#values.reference({ ...target, steps: target.steps.slice(0, -1) });
    if (last.kind === 'method') return;
    putMember(holder, last.kind === 'property' ? last.name : this.#values.value(last.at), value);
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
    const value = this.#values.value(argument);
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
