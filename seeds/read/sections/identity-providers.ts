import * as z from 'zod';
import { trusting } from '../../../objects/identity-providers/kid.js';
import { readIdp } from '../../../objects/identity-providers/reading/idp.js';
import { idpKinds } from '../../../objects/identity-providers/types.js';
import { readCertificate } from '../../../objects/keys/read-certificate.js';
import { checkName, report, wordsOfRefusal } from '../findings.js';
import { id, jsonObject, status, text, time } from '../parts.js';
import type { Section } from '../section.js';

const token = z.strictObject({
  token: text,
  tokenType: text.default('urn:ietf:params:oauth:token-type:access_token'),
  tokenAuthScheme: text.default('Bearer'),
  expiresAt: time,
  scopes: z.array(text).default([]),
});

const user = z.strictObject({
  login: text,
  externalId: text.max(255),
  profile: jsonObject.default({}),
  tokens: z.array(token).default([]),
});

const identityProvider = z.strictObject({
  id: id('0oa'),
  type: z.enum(Object.keys(idpKinds) as [string, ...string[]]),
  name: text.max(100),
  status,
  issuerMode: z.enum(['ORG_URL', 'CUSTOM_URL', 'DYNAMIC']).default('ORG_URL'),
  protocol: jsonObject,
  policy: jsonObject,
  properties: jsonObject.optional(),
  /** The certificate that a SAML provider or smart cards are trusted by, in base64. */
  certificate: z.string().optional(),
  /** Users of the org that the provider knows, and what it gave them. */
  users: z.array(user).default([]),
});

/** An identity provider, named by its name. */
export type SeedIdp = z.infer<typeof identityProvider>;

/** What a request for this provider would be told; the groups of its policy are ids, known when the org is there. */
function problemOf({ certificate, users: _, ...body }: SeedIdp): string | undefined {
  const isRsa = certificate === undefined || readCertificate(certificate)?.publicJwk !== undefined;
  if (!isRsa) return 'has no certificate with an RSA key';
  try {
    const protocol = certificate === undefined ? body.protocol : trusting(body.protocol, 'seeded');
    readIdp({ certificate: () => certificate, isGroup: () => true }, { ...body, protocol });
    return undefined;
  } catch (error) {
    return wordsOfRefusal(error);
  }
}

/** Identity providers, and the users that they know. */
export const identityProviders: Section<SeedIdp> = {
  noun: 'identity provider',
  shape: identityProvider,
  check(items, checking) {
    for (const item of items) {
      const problem = problemOf(item);
      if (problem !== undefined) report(checking, item, [], problem);
      for (const [i, { login }] of item.users.entries()) checkName(checking, item, ['users', i], 'users', login);
    }
  },
};
