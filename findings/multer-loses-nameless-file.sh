#!/usr/bin/env bash
# Behaviour: multer 2.5.0 throws away a file whose part has no filename: neither a file nor a field comes of it, and no error.
#   Okta's client for Node (@okta/okta-sdk-nodejs 8.1.0) sends a Buffer so unless it is given a name:
#   `Content-Disposition: form-data; name="file"` with `Content-Type: application/octet-stream`. busboy 1.6.0, on which
#   multer stands, hands out such a part as a file. With `image/png` and no filename both take it for text.
# Wrong guess: that `upload.any()` gives each part one way or the other. RFC 7578 (4.2) asks for a filename, and does not
#   demand it.
# What it means: an upload by the vendor's own client is answered as if it had been empty, and a server that trusts
#   `req.files` says "no file" to a request that has one. Use busboy, and take for a file what has the name that the API
#   documents; in a client, give a name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund multer@2.5.0 busboy@1.6.0 express@5.3.0 @okta/okta-sdk-nodejs@8.1.0 >/dev/null

cat >look.cjs <<'JS'
const busboy = require('busboy');
const express = require('express');
const multer = require('multer');
const { Client } = require('@okta/okta-sdk-nodejs');
const version = (name) => require(`${name}/package.json`).version;

const seen = {};
const app = express();
app.use((request, _, next) => {
  seen.busboy = [];
  const reader = busboy({ headers: request.headers });
  reader.on('file', (name, stream, { filename, mimeType }) => {
    seen.busboy.push(`file ${name}, filename ${filename}, ${mimeType}`);
    stream.resume();
  });
  reader.on('field', (name, _value, { mimeType }) => seen.busboy.push(`field ${name}, ${mimeType}`));
  request.pipe(reader);
  next();
});
app.post(/.*/, multer().any(), (request, response) => {
  const files = request.files.map(({ fieldname, originalname }) => `file ${fieldname}, filename ${originalname}`);
  seen.multer = [...files, ...Object.keys(request.body).map((name) => `field ${name}`)];
  response.status(201).json({});
});

const server = app.listen(0, '127.0.0.1', async () => {
  const orgUrl = `http://127.0.0.1:${server.address().port}`;
  const { customizationApi } = new Client({ orgUrl, token: 'x' });
  const data = Buffer.from('89504e470d0a1a0a', 'hex');
  const byClient = (file) => () => customizationApi.uploadBrandThemeLogo({ brandId: 'b', themeId: 't', file });
  const byHand = () =>
    fetch(orgUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
      body: '--b\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n',
    });
  const cases = [
    ['the client, with a name', byClient({ data, name: 'logo.png' }), 'file file, filename logo.png'],
    ['the client, without a name', byClient({ data }), ''],
    ['a PNG without a filename', byHand, 'field file'],
  ];
  let changed = false;
  console.log(['multer', 'busboy', '@okta/okta-sdk-nodejs'].map((name) => `${name} ${version(name)}`).join(', '));
  for (const [what, send, expected] of cases) {
    await send();
    console.log(`${what}\n  busboy: ${seen.busboy.join('; ') || 'nothing'}\n  multer: ${seen.multer.join('; ') || 'nothing'}`);
    changed ||= seen.multer.join('; ') !== expected || seen.busboy.length !== 1;
  }
  server.close();
  if (changed) {
    console.error('this is no longer so');
    process.exitCode = 1;
  }
});
JS
node look.cjs
