import * as z from 'zod';
import { didYouMean } from './nearest.js';
import type { Path, Problem } from './problems.js';
import { wordsOfIssue } from './words.js';

/** The schema inside optional, nullable and default wrappers. */
function bare(schema: unknown): unknown {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable) {
    inner = inner.unwrap();
  }
  return inner;
}

/** The keys that the schema knows at a place. */
function keysAt(schema: unknown, path: Path): string[] {
  let at = bare(schema);
  for (const part of path) {
    if (at instanceof z.ZodObject) at = bare(at.shape[String(part)]);
    else if (at instanceof z.ZodArray) at = bare(at.element);
    else if (at instanceof z.ZodRecord) at = bare(at.valueType);
    else return [];
  }
  const options = at instanceof z.ZodUnion ? at.options.map(bare) : [at];
  return options.flatMap((option) => (option instanceof z.ZodObject ? Object.keys(option.shape) : []));
}

const isOfKind = ({ code }: z.core.$ZodIssue): boolean => code === 'invalid_type';

/** What zod found, one problem for each unknown key, with the key that was probably meant. */
export function faultsOf(error: z.ZodError, schema: unknown): Problem[] {
  const ofOtherKind = new Set(error.issues.filter(isOfKind).map(({ path }) => path.join('.')));
  return error.issues.flatMap((issue): Problem[] => {
    // Of what is no list it may be said as well that it is too long.
    if (!isOfKind(issue) && ofOtherKind.has(issue.path.join('.'))) return [];
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    if (issue.code !== 'unrecognized_keys') {
      return [{ path, message: `${path.length === 0 ? 'the file ' : ''}${wordsOfIssue(issue)}` }];
    }
    const known = keysAt(schema, path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `is not a known key${didYouMean(key, known)}`,
    }));
  });
}
