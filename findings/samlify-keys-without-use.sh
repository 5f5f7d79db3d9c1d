#!/usr/bin/env bash
# Behaviour: samlify 2.13.1 reads an identity provider's metadata with one KeyDescriptor that has no `use` rightly, for signing
#   and for encryption. With two of them it knows no key at all: each sign-in ends with "Cannot read properties of null
#   (reading 'map')". Beside a key with `use="signing"` it passes over one without, and what that one signed is refused. Two
#   keys with `use="signing"` are both known.
# Wrong guess: that a second key is one more key. SAML Metadata (2.4.1.1): where `use` is left out, the key may serve for
#   either, and there may be several.
# What it means: when the provider announces its next key in the metadata that the service reads anew, nobody can sign in any
#   more, with the old key either, and the error names neither metadata nor keys. Write `use="signing"` into the
#   KeyDescriptors that have none before handing the metadata over, or give the keys as `signingCert`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund samlify@2.13.1 xml-crypto@6.3.2 node-forge@1.4.3 >/dev/null

cat >look.cjs <<'JS'
const forge = require('node-forge');
const samlify = require('samlify');
const { SignedXml } = require('xml-crypto');

function newPair(cn) {
  const pair = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  Object.assign(certificate, { publicKey: pair.publicKey, serialNumber: '01' });
  Object.assign(certificate.validity, { notBefore: new Date(Date.now() - 1e6), notAfter: new Date(Date.now() + 1e9) });
  certificate.setSubject([{ name: 'commonName', value: cn }]);
  certificate.setIssuer([{ name: 'commonName', value: cn }]);
  certificate.sign(pair.privateKey, forge.md.sha256.create());
  return { privateKey: forge.pki.privateKeyToPem(pair.privateKey), publicCert: forge.pki.certificateToPem(certificate) };
}

const post = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';
const time = (seconds) => new Date(Date.now() + seconds * 1000).toISOString().replace(/\.\d+/, '');

/** A response with an assertion that the pair signed, which has the pair's certificate in its signature. */
function response(pair) {
  const xml = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r" Version="2.0" IssueInstant="${time(0)}"
Destination="https://sp.example/acs"><saml:Issuer>https://idp.example</saml:Issuer><samlp:Status>
<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
<saml:Assertion ID="_a" Version="2.0" IssueInstant="${time(0)}"><saml:Issuer>https://idp.example</saml:Issuer>
<saml:Subject><saml:NameID>ann</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
<saml:SubjectConfirmationData NotOnOrAfter="${time(300)}" Recipient="https://sp.example/acs"/>
</saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${time(-60)}" NotOnOrAfter="${time(300)}">
<saml:AudienceRestriction><saml:Audience>https://sp.example</saml:Audience></saml:AudienceRestriction></saml:Conditions>
</saml:Assertion></samlp:Response>`;
  const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
  const assertion = "//*[local-name(.)='Assertion']";
  const signer = new SignedXml(pair);
  signer.signatureAlgorithm = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
  signer.canonicalizationAlgorithm = exclusive;
  signer.addReference({
    xpath: assertion,
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', exclusive],
  });
  signer.computeSignature(xml, { location: { reference: `${assertion}/*[local-name(.)='Issuer']`, action: 'after' } });
  return Buffer.from(signer.getSignedXml()).toString('base64');
}

/** The metadata of a provider with these keys, each a pair and its use, which may be undefined. */
function metadata(keys) {
  const descriptors = keys.map(([{ publicCert }, use]) => {
    const certificate = publicCert.split('-----')[2].replace(/\s/g, '');
    return `<md:KeyDescriptor${use ? ` use="${use}"` : ''}><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
<ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
  });
  return `<md:EntityDescriptor entityID="https://idp.example" xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">
<md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
${descriptors.join('')}<md:SingleLogoutService Binding="${post}" Location="https://idp.example/slo"/>
<md:SingleSignOnService Binding="${post}" Location="https://idp.example/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`;
}

samlify.setSchemaValidator({ validate: async () => 'not looked at' });
const sp = samlify.ServiceProvider({
  entityID: 'https://sp.example',
  wantAssertionsSigned: true,
  assertionConsumerService: [{ Binding: post, Location: 'https://sp.example/acs' }],
});
const signIn = (keys, pair) =>
  sp.parseLoginResponse(samlify.IdentityProvider({ metadata: metadata(keys) }), 'post', { body: { SAMLResponse: response(pair) } })
    .then(({ extract }) => `good, ${extract.nameID}`, (error) => error.message);

const [one, two] = [newPair('one'), newPair('two')];
const none = "Cannot read properties of null (reading 'map')";
const unknown = 'ERROR_UNMATCH_CERTIFICATE_DECLARATION_IN_METADATA';
// Keys, and what comes of a response that the first and one that the second has signed.
const cases = [
  ['one, without use', [[one]], ['good, ann']],
  ['two, for signing', [[one, 'signing'], [two, 'signing']], ['good, ann', 'good, ann']],
  ['two, without use', [[one], [two]], [none, none]],
  ['one for signing, one without use', [[one, 'signing'], [two]], ['good, ann', unknown]],
];
(async () => {
  console.log('samlify', require('samlify/package.json').version);
  let changed = false;
  for (const [name, keys, expected] of cases) {
    const seen = [];
    for (const [pair] of keys) seen.push(await signIn(keys, pair));
    console.log(`  ${name}: signed with the ${seen.map((said, i) => `${['first', 'second'][i]}: ${said}`).join('; with the ')}`);
    changed ||= seen.join() !== expected.join();
  }
  if (changed) {
    console.error('this is no longer so');
    process.exit(1);
  }
})();
JS
node look.cjs
