import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../support/run.js';

/**
 * What a stored value may be: `any`, the name of a type of JavaScript, a list of texts, numbers and booleans of which it
 * must be one, or a structure. `$` refers to a shape that recurs.
 */
type Shape =
  | string
  | { readonly is: readonly (string | number | boolean)[] }
  | { readonly list: Shape }
  | { readonly record: Shape }
  | { readonly has: Readonly<Record<string, Shape>>; readonly may?: Readonly<Record<string, Shape>> }
  | { readonly either: readonly Shape[] };

const SOURCE = `
import type { CollectionName, RowOf } from './store/collections.js';
export declare const rows: { [C in CollectionName]: RowOf<C> };
`;

function program(): { readonly checker: ts.TypeChecker; readonly file: ts.SourceFile } {
  const path = join(root, 'zz-rows.ts');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, target, ...others) =>
    name === path ? ts.createSourceFile(name, SOURCE, target) : getSourceFile(name, target, ...others);
  const made = ts.createProgram([path], { ...options, noEmit: true }, host);
  return { checker: made.getTypeChecker(), file: made.getSourceFile(path) as ts.SourceFile };
}

/** The type of a time is a text to the compiler: it is told by the name that the declaration gives it. */
function timed(shape: Shape, member: ts.Symbol): Shape {
  const { valueDeclaration: declared } = member;
  const type = declared && ts.isPropertySignature(declared) ? declared.type?.getText() : undefined;
  if (type === undefined || !/\bTimestamp\b/.test(type)) return shape;
  if (shape === 'string') return 'time';
  return typeof shape === 'object' && 'either' in shape
    ? { either: shape.either.map((choice) => (choice === 'string' ? 'time' : choice)) }
    : shape;
}

/** Turns types of rows into shapes. JSON of which nothing is known stays open. */
class Shapes {
  constructor(readonly checker: ts.TypeChecker) {}

  of(type: ts.Type): Shape {
    const alias = type.aliasSymbol?.name;
    if (alias === 'Json') return 'any';
    if (alias === 'JsonObject') return { record: 'any' };
    if (type.isUnion()) return this.#union(type.types);
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return 'any';
    if (flags & ts.TypeFlags.Null) return 'null';
    if (type.isStringLiteral() || type.isNumberLiteral()) return { is: [type.value] };
    if (flags & ts.TypeFlags.BooleanLiteral) return { is: [this.checker.typeToString(type) === 'true'] };
    if (flags & ts.TypeFlags.StringLike) return 'string';
    if (flags & ts.TypeFlags.NumberLike) return 'number';
    if (flags & ts.TypeFlags.BooleanLike) return 'boolean';
    const element = this.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (this.checker.isArrayLikeType(type) && element) return { list: this.of(element) };
    return this.#object(type);
  }

  #union(types: readonly ts.Type[]): Shape {
    const shapes = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined)).map((type) => this.of(type));
    const is = shapes.flatMap((shape) => (typeof shape === 'object' && 'is' in shape ? shape.is : [])).sort();
    const rest = shapes.filter((shape) => typeof shape === 'string' || !('is' in shape));
    const isBoolean = is.includes(true) && is.includes(false);
    const others = isBoolean ? is.filter((value) => typeof value !== 'boolean') : is;
    const all: Shape[] = [...(others.length > 0 ? [{ is: others }] : []), ...(isBoolean ? ['boolean'] : []), ...rest];
    return all.length === 1 ? (all[0] as Shape) : { either: all };
  }

  #object(type: ts.Type): Shape {
    const open = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (open) return { record: this.of(open) };
    const has: Record<string, Shape> = {};
    const may: Record<string, Shape> = {};
    for (const member of this.checker.getPropertiesOfType(type)) {
      const shape = timed(this.of(this.checker.getTypeOfSymbol(member)), member);
      if (member.flags & ts.SymbolFlags.Optional) may[member.name] = shape;
      else has[member.name] = shape;
    }
    return Object.keys(may).length > 0 ? { has, may } : { has };
  }
}

/**
 * The shapes of all rows, from their types: what the records of a state file are held to.
 * @returns the content of the generated file by its path from the root
 */
export function rowShapes(): Map<string, string> {
  const { checker, file } = program();
  const [rows] = checker.getExportsOfModule(checker.getSymbolAtLocation(file) as ts.Symbol);
  const shapes = new Shapes(checker);
  const lines = checker
    .getPropertiesOfType(checker.getTypeOfSymbol(rows as ts.Symbol))
    .map((member) => [member.name, shapes.of(checker.getTypeOfSymbol(member))] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, shape]) => `${JSON.stringify(name)}: ${JSON.stringify(shape)}`);
  return new Map([['generated/rows.json', `{\n${lines.join(',\n')}\n}\n`]]);
}
