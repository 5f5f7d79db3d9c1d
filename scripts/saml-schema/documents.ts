import { createSandbox } from '../../server/sandbox.js';

/** A metadata document that the sandbox serves. */
export interface Document {
  /** Whose it is. */
  readonly of: string;
  readonly xml: string;
}

interface Described {
  readonly label?: string;
  readonly name: string;
  readonly credentials?: { readonly signing?: { readonly kid?: string } };
  readonly _links: { readonly metadata?: { readonly href: string } };
}

/** What is hard to write into XML, and everything that a document may hold. @param x5c the certificate of who signs a logout */
const awkward = (x5c: readonly string[]) => ({
  label: 'Pay & <Roll> "2" é',
  signOnMode: 'SAML_2_0',
  settings: {
    signOn: {
      ssoAcsUrl: 'https://sp.example/acs?a=1&b=2',
      recipient: 'https://sp.example/acs',
      destination: 'https://sp.example/acs',
      audience: 'https://sp.example',
      subjectNameIdTemplate: `\${user.userName}`,
      subjectNameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
      responseSigned: true,
      assertionSigned: true,
      signatureAlgorithm: 'RSA_SHA256',
      digestAlgorithm: 'SHA256',
      authnContextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
      spCertificate: { x5c },
      slo: { enabled: true, issuer: 'https://sp.example', logoutUrl: 'https://sp.example/logout' },
    },
  },
});

/** The metadata of every SAML app and SAML provider of the showcase, and of an app that is hard to describe. */
export async function servedDocuments(): Promise<Document[]> {
  const sandbox = await createSandbox({ seed: 'acme' });
  try {
    const { port } = await sandbox.listen(0);
    const headers = { authorization: `SSWS ${sandbox.token}`, 'content-type': 'application/json' };
    const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
      const answer = await fetch(new URL(path, `http://127.0.0.1:${port}`), { headers, ...init });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      return answer;
    };
    const [signing] = (await (await ask('/api/v1/apps?filter=status+eq+"ACTIVE"')).json()) as { id: string }[];
    const [key] = (await (await ask(`/api/v1/apps/${signing?.id}/credentials/keys`)).json()) as { x5c: string[] }[];
    await ask('/api/v1/apps', { method: 'POST', body: JSON.stringify(awkward(key?.x5c ?? [])) });
    const lists = await Promise.all(['apps', 'idps'].map(async (list) => (await ask(`/api/v1/${list}`)).json()));
    const described = (lists.flat() as Described[]).filter(({ _links }) => _links.metadata);
    return await Promise.all(
      described.map(async ({ label, name, credentials, _links }) => {
        // An app's document is that of one key; a provider has but one.
        const kid = credentials?.signing?.kid;
        const path = `${_links.metadata?.href}${kid === undefined ? '' : `?kid=${kid}`}`;
        const accept = { headers: { ...headers, accept: 'application/xml' } };
        return { of: label ?? name, xml: await (await ask(path, accept)).text() };
      }),
    );
  } finally {
    await sandbox.close();
  }
}
