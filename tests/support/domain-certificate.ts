import { makeRsaKey, type RsaKey } from '../../store/rsa-pool.js';
import { issue, pemOf, privatePem } from '../objects/authority.js';

/** What is uploaded for a custom domain, and the key that it is of. */
export interface TestCertificate {
  readonly key: RsaKey;
  readonly body: {
    readonly type: string;
    readonly certificate: string;
    readonly privateKey: string;
    readonly certificateChain: string;
  };
}

/** A certificate that issued itself, good from 2025 to 2035. */
export async function domainCertificate(domain: string): Promise<TestCertificate> {
  const key = await makeRsaKey();
  const subject = `CN=${domain}`;
  const der = await issue({
    ...{ key: key.publicJwk, subject, issuer: subject, issuerKey: key },
    ...{ notBefore: Date.UTC(2025, 0, 1), notAfter: Date.UTC(2035, 0, 1) },
  });
  const certificate = pemOf(der);
  return { key, body: { type: 'PEM', certificate, privateKey: privatePem(key), certificateChain: certificate } };
}
