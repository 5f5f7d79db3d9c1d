import { expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { idOf, made, samlApp } from './made.js';

/** What is asked of the two readers. Their own types bring those of browsers into the whole project. */
interface Samlify {
  IdentityProvider(options: { readonly metadata: string }): {
    readonly entityMeta: {
      getEntityID(): string;
      getX509Certificate(use: string): unknown;
      getSingleSignOnService(binding: string): unknown;
      getNameIDFormat(): unknown;
    };
  };
}
interface PassportSamlMetadata {
  readonly MetadataReader: new (
    metadata: string,
  ) => { readonly entityId: string; readonly identityProviderUrl: string; readonly signingCerts?: readonly string[] };
  toPassportConfig(reader: object): object;
}

const [samlifyName, passportName]: readonly string[] = ['samlify', 'passport-saml-metadata'];
const load = async (name = ''): Promise<unknown> => (await import(name)) as unknown;

const org = suiteOrg();

/** An app with two keys, its metadata for the second one, and what it should say. */
async function metadata() {
  const app = await made(org, samlApp());
  const { body } = await org.post(`${app}/credentials/keys/generate?validityYears=2`);
  const { text } = await org.get(`${app}/sso/saml/metadata?kid=${body.kid}`, { accept: 'application/xml' });
  const { externalKey, name } = org.store.apps.require(idOf(app));
  const location = `${org.url}/app/${name}/${externalKey}/sso/saml`;
  return { text, x5c: body.x5c[0] as string, entityId: `http://www.okta.com/${externalKey}`, location };
}

test('samlify reads the metadata of an app', async () => {
  const { default: samlify } = (await load(samlifyName)) as { default: Samlify };
  const { text, x5c, entityId, location } = await metadata();
  const { entityMeta } = samlify.IdentityProvider({ metadata: text });
  expect(entityMeta.getEntityID()).toBe(entityId);
  expect(String(entityMeta.getX509Certificate('signing')).replace(/\s/g, '')).toBe(x5c);
  expect(entityMeta.getSingleSignOnService('post')).toBe(location);
  expect(entityMeta.getSingleSignOnService('redirect')).toBe(location);
  expect(entityMeta.getNameIDFormat()).toBe('urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress');
});

test('passport-saml-metadata reads the metadata of an app', async () => {
  const { MetadataReader, toPassportConfig } = (await load(passportName)) as PassportSamlMetadata;
  const { text, x5c, entityId, location } = await metadata();
  const reader = new MetadataReader(text);
  expect([reader.entityId, reader.identityProviderUrl]).toEqual([entityId, location]);
  expect(reader.signingCerts?.map((each) => each.replace(/\s/g, ''))).toEqual([x5c]);
  expect(toPassportConfig(reader)).toMatchObject({ entryPoint: location });
});
