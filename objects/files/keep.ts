import { createHash } from 'node:crypto';
import type { Context } from '../../contract/context.js';
import { referencesTo, rowsOf } from '../../store/references.js';

type Keeping = Pick<Context, 'store' | 'now'>;

/** Keeps bytes, once however often they come. @returns the id of their file, for a row to name */
export function keepFile(ctx: Keeping, bytes: Uint8Array, mediaType: string): string {
  const hash = createHash('sha256').update(bytes).digest('base64url');
  const known = ctx.store.files.by('hash', hash);
  const content = Buffer.from(bytes).toString('base64');
  return (known ?? ctx.store.files.insert({ hash, mediaType, content, created: ctx.now() })).id;
}

/** Whether a row names a file. */
export const isNamed = (ctx: Pick<Context, 'store'>, id: string): boolean =>
  referencesTo('files').some(
    ({ from, index }) => rowsOf(ctx.store, from).page({ limit: 1, within: { index, key: id } }).rows.length > 0,
  );

/** To be called when a row names a file no longer: the file goes if no other row does. */
export function releaseFile(ctx: Pick<Context, 'store'>, id: string | undefined): void {
  if (id !== undefined && ctx.store.files.get(id) && !isNamed(ctx, id)) ctx.store.files.remove(id);
}
