import { createHash } from 'node:crypto';
import type { ReadContext } from '../../contract/context.js';

/**
 * The name of the key that an org signs with for all apps that have none of their own: one for all OpenID Connect apps,
 * whenever they were made. It follows from the org, so that the key itself can be made when somebody asks for it.
 */
export function orgKid({ store }: Pick<ReadContext, 'store'>): string {
  const { id } = store.org.all()[0] ?? { id: '' };
  return createHash('sha256').update(`signing key of ${id}`).digest('base64url');
}
