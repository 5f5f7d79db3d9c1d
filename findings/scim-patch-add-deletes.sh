#!/usr/bin/env bash
# Behaviour: scim-patch 0.8.3 applies an `add` without a path by putting each member of `value` over the old one: adding
#   `{"name":{"givenName":"B"}}` takes the family name away. A member that is an extension's URN it takes for a path and
#   cuts at the last colon: the department lands in a new member `urn:...:enterprise:2.0`, under `User`, and the real one
#   stays as it was. It says nothing.
# Wrong guess: that `add` never takes away. RFC 7644 (3.5.2.1) adds the sub-attributes of a complex value; with
#   `"path":"name"` this package does so, too. And that the URN, which is the member's name in each resource that has
#   the extension, means that member.
# What it means: clients that send what has changed without a path, as identity providers do, thin out names and
#   addresses and change no department, and are told 200. Turn such an operation into one for each member before applying
#   it, extensions one attribute at a time. scim2-models 0.12.3 (Python) does what the standard says.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund scim-patch@0.8.3 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check scim2-models==0.12.3

cat >cases.json <<'JSON'
{
  "user": {
    "schemas": [
      "urn:ietf:params:scim:schemas:core:2.0:User",
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
    ],
    "userName": "ann",
    "name": { "familyName": "Doe", "givenName": "Ann" },
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { "department": "IT" }
  },
  "operations": [
    { "op": "add", "path": "name", "value": { "givenName": "B" } },
    { "op": "add", "value": { "name": { "givenName": "B" } } },
    { "op": "add", "value": { "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { "department": "HR" } } }
  ]
}
JSON
cat >look.py <<'PY'
import importlib.metadata, json

from scim2_models import EnterpriseUser, PatchOp, User

cases = json.load(open("cases.json"))
print(f"scim2-models {importlib.metadata.version('scim2-models')}")
for operation in cases["operations"]:
    user = User[EnterpriseUser].model_validate(cases["user"])
    PatchOp[User[EnterpriseUser]].model_validate(
        {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [operation]}
    ).patch(user)
    left = user.model_dump()
    print(f"  {json.dumps(operation)}\n    {json.dumps({name: left[name] for name in left if name not in ('schemas', 'userName')})}")
PY
cat >look.cjs <<'JS'
const { scimPatch } = require('scim-patch');
const { user, operations } = require('./cases.json');

const URN = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0';
const family = { familyName: 'Doe', givenName: 'Ann' };
const expected = [
  { name: { familyName: 'Doe', givenName: 'B' }, [`${URN}:User`]: { department: 'IT' } },
  { name: { givenName: 'B' }, [`${URN}:User`]: { department: 'IT' } },
  { name: family, [`${URN}:User`]: { department: 'IT' }, [URN]: { User: { department: 'HR' } } },
];
console.log(`scim-patch ${require('scim-patch/package.json').version}`);
operations.forEach((operation, at) => {
  const meta = { resourceType: 'User', created: new Date(0), lastModified: new Date(0), location: '' };
  const { schemas, userName, meta: _, ...left } = scimPatch({ ...structuredClone(user), meta }, [operation]);
  console.log(`  ${JSON.stringify(operation)}\n    ${JSON.stringify(left)}`);
  try {
    require('node:assert').deepStrictEqual(left, expected[at]);
  } catch {
    console.error('this is no longer so');
    process.exitCode = 1;
  }
});
JS
venv/bin/python -W ignore look.py
node look.cjs
