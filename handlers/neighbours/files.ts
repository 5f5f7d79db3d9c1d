import type { Context } from '../../contract/context.js';
import type { NeighbourCall } from '../../contract/neighbours.js';
import { type Raw, raw } from '../../contract/reply.js';

/**
 * An uploaded file, to whoever has its address, as Okta serves images. What people upload is shown and never run: a
 * browser takes it for nothing else than it is, and an SVG gets no scripts.
 * @throws OktaError 404 E0000007
 */
export function getFile({ params, query }: NeighbourCall, { store }: Context): Raw {
  const file = store.files.require(params.id ?? query.id ?? '');
  return raw(Buffer.from(file.content, 'base64'), {
    mediaType: file.mediaType,
    headers: {
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
