import { unreadable } from '../../../contract/errors.js';
import type { Members } from '../../../contract/given.js';

/**
 * Members of parts of a body that the contract leaves open, such as the settings of one kind of app. Missing and null
 * are the same: nothing was said. A value of another kind cannot be read: 400 E0000003.
 */
function read<T>(value: unknown, isOne: (value: unknown) => value is T): T | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isOne(value)) throw unreadable();
  return value;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value);
const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isObjects = (value: unknown): value is Members[] => Array.isArray(value) && value.every(isObject);

/** A text, or undefined. @throws OktaError 400 E0000003 */
export const textIn = (from: Members, name: string): string | undefined => read(from[name], isText);

/** A text that says something; an empty one says nothing. @throws OktaError 400 E0000003 */
export const wordIn = (from: Members, name: string): string | undefined => textIn(from, name) || undefined;

/** A Boolean, or undefined. @throws OktaError 400 E0000003 */
export const flagIn = (from: Members, name: string): boolean | undefined => read(from[name], isFlag);

/** A whole number, or undefined. @throws OktaError 400 E0000003 */
export const countIn = (from: Members, name: string): number | undefined => read(from[name], isCount);

/** An object; an empty one where there is none. @throws OktaError 400 E0000003 */
export const partIn = (from: Members, name: string): Members => read(from[name], isObject) ?? {};

/** Whether an object is there. @throws OktaError 400 E0000003 */
export const hasPart = (from: Members, name: string): boolean => read(from[name], isObject) !== undefined;

/** A list of texts, or undefined. @throws OktaError 400 E0000003 */
export const textsIn = (from: Members, name: string): string[] | undefined => read(from[name], isTexts);

/** A list of objects, or undefined. @throws OktaError 400 E0000003 */
export const partsIn = (from: Members, name: string): Members[] | undefined => read(from[name], isObjects);

/** One of these words, or undefined. @throws OktaError 400 E0000003 for another one */
export function choiceIn<T extends string>(from: Members, name: string, choices: readonly T[]): T | undefined {
  const word = textIn(from, name);
  const found = choices.find((choice) => choice === word);
  if (word !== undefined && found === undefined) throw unreadable();
  return found;
}
