import { PatternError } from '../pattern/tree.js';
import { Compiler } from './compiler.js';
import { EvaluationError, type Run, type Subject } from './functions.js';
import { parse } from './syntax.js';

export type { Subject } from './functions.js';
export { ExpressionError } from './syntax.js';

/** A compiled expression. */
export interface Rule {
  /** Whether it is true of this user. What cannot be evaluated is not true. */
  matches(subject: Subject): boolean;
  /** Profile attributes that it names. */
  readonly attributes: ReadonlySet<string>;
  /** Whether it asks for the user's groups. */
  readonly usesGroups: boolean;
}

/** What one evaluation may cost, in steps: a few milliseconds. An expression that needs more is not true. */
const MAX_STEPS = 100_000;

/**
 * Compiles an expression of the language that group rules have (facts: groups §3).
 * @param known whether some user type's schema has this attribute
 * @throws ExpressionError for what is outside of the language, or not bounded in cost
 */
export function compileExpression(text: string, known: (attribute: string) => boolean): Rule {
  const tree = parse(text);
  const compiler = new Compiler(known);
  const evaluate = compiler.compile(tree);
  return {
    attributes: compiler.attributes,
    usesGroups: compiler.usesGroups,
    matches(subject) {
      let left = MAX_STEPS - compiler.nodes;
      const run: Run = {
        id: subject.id,
        status: subject.status,
        profile: subject.profile,
        groups: () => subject.groups(),
        spend(steps) {
          left -= steps;
          if (left < 0) throw new EvaluationError('the expression costs too much');
        },
      };
      try {
        return evaluate(run) === true;
      } catch (error) {
        if (error instanceof EvaluationError || error instanceof PatternError) return false;
        throw error;
      } finally {
        subject.spend?.(MAX_STEPS - left);
      }
    },
  };
}
