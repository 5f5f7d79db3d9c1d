import { newKeyId, trusting } from '../../objects/identity-providers/kid.js';
import { makeIdp } from '../../objects/identity-providers/make.js';
import { readIdp } from '../../objects/identity-providers/reading/idp.js';
import { newKid } from '../../objects/keys/jwks.js';
import { readCertificate } from '../../objects/keys/read-certificate.js';
import { foldKey } from '../../store/rows/spec.js';
import type { Store } from '../../store/types.js';
import type { SeedIdp } from '../read/sections/identity-providers.js';
import type { Applying, Kind } from './applying.js';

/** The key that a certificate is kept by: one, however many providers are trusted by it. */
function trusted(certificate: string, { store, ids, now }: Applying): string {
  const read = readCertificate(certificate);
  const { e = '', n = '' } = read?.publicJwk ?? {};
  if (!read) throw new Error('the certificate of an identity provider cannot be read');
  const known = store.idpKeys.by('certificate', read.sha256);
  if (known) return known.id;
  const { id } = store.idpKeys.insert({
    id: newKeyId(ids),
    created: now,
    lastUpdated: now,
    expiresAt: new Date(read.notAfter).toISOString(),
    x5c: [read.x5c],
    x5tS256: read.sha256,
    e,
    n,
  });
  return id;
}

function addUsers(idpId: string, { users }: SeedIdp, { store, now, idOf }: Applying): void {
  for (const { login, externalId, profile, tokens } of users) {
    const userId = idOf('users', login);
    const row = { idpId, userId, externalId, profile, created: now, lastUpdated: now };
    const { id: idpUserId } = store.idpUsers.insert(row);
    for (const { expiresAt = null, ...token } of tokens) {
      store.socialTokens.insert({ ...token, idpUserId, expiresAt });
    }
  }
}

const find = (store: Store, name: string): string | undefined => {
  const key = foldKey(name);
  return store.identityProviders.all().find((row) => foldKey(row.name) === key)?.id;
};

/** Identity providers with their users. A key that signs is only named: it is made when somebody asks for it. */
export const identityProviders: Kind<SeedIdp> = {
  find,
  add(item, applying) {
    const { store, ids, now } = applying;
    const { certificate, users: _, id, ...body } = item;
    const protocol =
      certificate === undefined ? body.protocol : trusting(body.protocol, trusted(certificate, applying));
    const known = {
      certificate: (kid: string) => store.idpKeys.get(kid)?.x5c[0],
      isGroup: (groupId: string) => store.groups.get(groupId)?.type === 'OKTA_GROUP',
    };
    const given = readIdp(known, { ...body, protocol });
    const kid = given.type === 'SAML2' ? newKid(ids) : undefined;
    const row = makeIdp({ store, ids, now: () => now }, given, kid, id);
    addUsers(row.id, item, applying);
  },
};
