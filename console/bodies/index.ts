import { fill } from '../choices.js';
import { bodySchema, type Contract, example, mediaOf, type Schema, writable } from '../contract.js';
import type { Operation } from '../operations.js';
import { read, type Thing } from '../org.js';
import { access } from './access.js';
import type { Makers } from './fresh.js';
import { outside } from './outside.js';
import { people } from './people.js';

const makers: Makers = { ...people, ...access, ...outside };

/** The object as it is now, where the operation puts another in its place. */
async function asItIs(op: Operation, values: Readonly<Record<string, string>>, schema: Schema): Promise<unknown> {
  const path = fill(op.path, values);
  const isUpdate = op.method === 'put' || /^(?:update|partial|replace)/.test(op.id);
  if (!isUpdate || path.includes('{')) return undefined;
  const { status, json } = await read(`/api/v1${path}`);
  if (status !== 200) return undefined;
  // The whole of a user is refused: its members beside the profile have operations of their own.
  return op.group === 'User' ? { profile: (json as Thing).profile } : writable(json, schema);
}

/**
 * The body to begin with: one written for the operation, the object as it is now, or what the schema allows.
 * @returns undefined for an operation that takes none; empty text for one whose body is no JSON
 */
export async function bodyFor(
  op: Operation,
  contract: Contract,
  values: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const schema = bodySchema(contract);
  if (schema === undefined) return undefined;
  if (mediaOf(contract) !== 'application/json') return '';
  const made = (await makers[op.id]?.(values)) ?? (await asItIs(op, values, schema)) ?? example(schema) ?? {};
  return JSON.stringify(made, null, 2);
}
