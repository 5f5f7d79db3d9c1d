#!/usr/bin/env bash
# Behaviour: where an assertion names an attribute several times, each time with one value, @node-saml/node-saml 5.1.0 (on which
#   @node-saml/passport-saml stands) keeps one value alone: the first in `profile.Role`, the last in `profile.attributes.Role`.
#   python3-saml 1.16.0 refuses the response ("Found an Attribute element with duplicated Name"). samlify 2.13.1 puts the
#   values together. One attribute with several values is read alike by all.
# Wrong guess: that the two forms are one to a service provider, as SAML Core (2.7.3) has no rule against the first; that
#   `profile` and `profile.attributes` differ in nothing but their depth.
# What it means: an identity provider that writes one element for each role makes an administrator a clerk or the reverse, by
#   the place that the code reads and by the order of roles; who has one role is right everywhere, and so is the first test.
#   Tell the provider to write one attribute; in python3-saml set `allowRepeatAttributeName` (under "security").
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @node-saml/node-saml@5.1.0 samlify@2.13.1 xml-crypto@6.3.2 node-forge@1.4.3 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python3-saml==1.16.0

# Three roles in one attribute and in three, signed, as an identity provider posts them.
cat >make.cjs <<'JS'
const forge = require('node-forge');
const { SignedXml } = require('xml-crypto');

const pair = forge.pki.rsa.generateKeyPair(2048);
const certificate = forge.pki.createCertificate();
const name = [{ name: 'commonName', value: 'idp' }];
Object.assign(certificate, { publicKey: pair.publicKey, serialNumber: '01' });
Object.assign(certificate.validity, { notBefore: new Date(Date.now() - 1e6), notAfter: new Date(Date.now() + 1e9) });
certificate.setSubject(name);
certificate.setIssuer(name);
certificate.sign(pair.privateKey, forge.md.sha256.create());
const publicCert = forge.pki.certificateToPem(certificate);

const time = (seconds) => new Date(Date.now() + seconds * 1000).toISOString().replace(/\.\d+/, '');
const attribute = (values) =>
  `<saml:Attribute Name="Role">${values.map((one) => `<saml:AttributeValue>${one}</saml:AttributeValue>`).join('')}</saml:Attribute>`;

function response(attributes) {
  const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
  const password = 'urn:oasis:names:tc:SAML:2.0:ac:classes:Password';
  const assertion = `<saml:Assertion ID="_a" Version="2.0" IssueInstant="${time(0)}"><saml:Issuer>https://idp.example</saml:Issuer>
<saml:Subject><saml:NameID>ann</saml:NameID><saml:SubjectConfirmation Method="${bearer}">
<saml:SubjectConfirmationData NotOnOrAfter="${time(300)}" Recipient="https://sp.example/acs"/>
</saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${time(-60)}" NotOnOrAfter="${time(300)}">
<saml:AudienceRestriction><saml:Audience>https://sp.example</saml:Audience></saml:AudienceRestriction></saml:Conditions>
<saml:AuthnStatement AuthnInstant="${time(0)}" SessionIndex="_s"><saml:AuthnContext>
<saml:AuthnContextClassRef>${password}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>
<saml:AttributeStatement>${attributes}</saml:AttributeStatement></saml:Assertion>`;
  const xml = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r" Version="2.0" IssueInstant="${time(0)}"
Destination="https://sp.example/acs"><saml:Issuer>https://idp.example</saml:Issuer><samlp:Status>
<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${assertion}</samlp:Response>`;
  const signer = new SignedXml({ privateKey: forge.pki.privateKeyToPem(pair.privateKey), publicCert });
  const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
  signer.signatureAlgorithm = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
  signer.canonicalizationAlgorithm = exclusive;
  const signed = "//*[local-name(.)='Assertion']";
  signer.addReference({
    xpath: signed,
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', exclusive],
  });
  signer.computeSignature(xml, { location: { reference: `${signed}/*[local-name(.)='Issuer']`, action: 'after' } });
  return Buffer.from(signer.getSignedXml()).toString('base64');
}

const roles = ['admin', 'auditor', 'clerk'];
const apart = response(roles.map((role) => attribute([role])).join(''));
console.log(JSON.stringify({ certificate: publicCert, responses: { 'one attribute': response(attribute(roles)), three: apart } }));
JS
cat >look.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { SAML } = require('@node-saml/node-saml');
const samlify = require('samlify');

const { certificate, responses } = JSON.parse(readFileSync('made.json', 'utf8'));
const service = new SAML({
  callbackUrl: 'https://sp.example/acs',
  issuer: 'https://sp.example',
  audience: 'https://sp.example',
  idpCert: certificate,
  wantAuthnResponseSigned: false,
});
samlify.setSchemaValidator({ validate: async () => 'not looked at' });
const at = (Location) => [{ Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', Location }];
const idp = samlify.IdentityProvider({
  entityID: 'https://idp.example',
  signingCert: certificate,
  singleSignOnService: at('https://idp.example/sso'),
  singleLogoutService: at('https://idp.example/slo'),
});
const sp = samlify.ServiceProvider({
  entityID: 'https://sp.example',
  wantAssertionsSigned: true,
  assertionConsumerService: at('https://sp.example/acs'),
});
(async () => {
  for (const [form, SAMLResponse] of Object.entries(responses)) {
    const { profile } = await service.validatePostResponseAsync({ SAMLResponse });
    const { extract } = await sp.parseLoginResponse(idp, 'post', { body: { SAMLResponse } });
    console.log(`${form}: node-saml 5.1.0: profile ${[profile.Role].flat()}; attributes ${[profile.attributes.Role].flat()}`);
    console.log(`${form}: samlify 2.13.1: ${[extract.attributes.Role].flat()}`);
  }
})();
JS
cat >look.py <<'PY'
import json

from onelogin.saml2.auth import OneLogin_Saml2_Auth

made = json.load(open("made.json"))
settings = {
    "strict": True,
    "sp": {"entityId": "https://sp.example", "assertionConsumerService": {"url": "https://sp.example/acs"}},
    "idp": {
        "entityId": "https://idp.example",
        "singleSignOnService": {"url": "https://idp.example/sso"},
        "x509cert": "".join(made["certificate"].split("-----")[2].split()),
    },
}
for form, response in made["responses"].items():
    for repeats in (False, True):
        request = {"https": "on", "http_host": "sp.example", "script_name": "/acs", "get_data": {}}
        request["post_data"] = {"SAMLResponse": response}
        auth = OneLogin_Saml2_Auth(request, {**settings, "security": {"allowRepeatAttributeName": repeats}})
        try:
            auth.process_response()
            said = auth.get_last_error_reason() or ",".join(auth.get_attributes()["Role"])
        except Exception as error:
            said = str(error)
        print(f"{form}: python3-saml 1.16.0{', repeats allowed' if repeats else ''}: {said}")
PY
node make.cjs >made.json
{
  node look.cjs
  venv/bin/python look.py
} | tee seen
cat >expected <<'TEXT'
one attribute: node-saml 5.1.0: profile admin,auditor,clerk; attributes admin,auditor,clerk
one attribute: samlify 2.13.1: admin,auditor,clerk
three: node-saml 5.1.0: profile admin; attributes clerk
three: samlify 2.13.1: admin,auditor,clerk
one attribute: python3-saml 1.16.0: admin,auditor,clerk
one attribute: python3-saml 1.16.0, repeats allowed: admin,auditor,clerk
three: python3-saml 1.16.0: Found an Attribute element with duplicated Name
three: python3-saml 1.16.0, repeats allowed: admin,auditor,clerk
TEXT
diff expected seen || {
  echo "this is no longer so" >&2
  exit 1
}
