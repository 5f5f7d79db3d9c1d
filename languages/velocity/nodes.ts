/** A step from a reference to what is in it: `.name`, `.name(...)`, `[...]`. */
export type Step =
  | { kind: 'property'; name: string }
  | { kind: 'method'; name: string; args: readonly Operand[] }
  | { kind: 'index'; at: Operand };

/** `$name`, `$!{name.first.second(1)[2]}`; `source` is the text that Velocity prints in place of null. */
export interface Reference {
  kind: 'reference';
  name: string;
  steps: readonly Step[];
  quiet: boolean;
  braces: boolean;
  source: string;
}

/** What may stand as an argument, in a list or map, or between operators. */
export type Operand =
  | { kind: 'literal'; value: string | bigint | number | boolean; source: string }
  | { kind: 'mixed'; body: Block; source: string }
  | { kind: 'word'; source: string }
  | { kind: 'list'; items: readonly Operand[]; source: string }
  | { kind: 'map'; entries: readonly (readonly [Operand, Operand])[]; source: string }
  | { kind: 'range'; from: Operand; to: Operand; source: string }
  | Reference;

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%';

export type Expression =
  | Operand
  | { kind: 'not'; inner: Expression }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression };

export interface Branch {
  condition: Expression;
  body: Block;
}

/** A macro: its parameters' names and its body. */
export interface Macro {
  parameters: readonly string[];
  body: Block;
}

export type Node =
  | { kind: 'text'; text: string }
  | { kind: 'output'; reference: Reference; slashes: number }
  | { kind: 'if'; branches: readonly Branch[]; otherwise: Block }
  | { kind: 'set'; target: Reference; value: Expression }
  | { kind: 'foreach'; variable: string; source: Operand; body: Block }
  | { kind: 'call'; name: string; args: readonly Operand[]; content: Block | undefined; source: string }
  | { kind: 'define'; name: string; body: Block }
  | { kind: 'evaluate'; argument: Operand }
  | { kind: 'resource'; name: string }
  | { kind: 'break' }
  | { kind: 'stop' };

export type Block = readonly Node[];
