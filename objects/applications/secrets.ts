import { createHash } from 'node:crypto';
import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { ClientSecretRow } from '../../store/rows/app-credentials.js';

/** 16 bytes in base64url: by it a client can tell secrets apart that it does not hold. */
const hashOf = (secret: string): string =>
  createHash('sha256').update(secret).digest().subarray(0, 16).toString('base64url');

/** A client's secret, with what its status allows (facts: apps §8). */
export const secretView: View<ClientSecretRow, Schemas['ClientSecret']> = (row, links) => {
  const { id, created, lastUpdated, status, secret } = row;
  const params = { appId: row.appId, secretId: id };
  const actions =
    status === 'ACTIVE'
      ? { deactivate: links.allow('deactivateClientSecretForApplication', params, 'POST') }
      : {
          activate: links.allow('activateClientSecretForApplication', params, 'POST'),
          delete: links.allow('deleteClientSecretForApplication', params, 'DELETE'),
        };
  return { id, created, lastUpdated, status, client_secret: secret, secret_hash: hashOf(secret), _links: actions };
};
