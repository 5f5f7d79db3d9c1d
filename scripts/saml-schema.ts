import { validateXML } from 'xmllint-wasm';
import { servedDocuments } from './saml-schema/documents.js';
import { metadataSchema } from './saml-schema/schemas.js';

/** Holds the SAML metadata that a sandbox serves against OASIS' schema. A machine without it is told so, and fails nothing. */
async function main(): Promise<number> {
  const schema = await metadataSchema();
  if (typeof schema === 'string') {
    console.log(`saml-schema: nothing was tried, as ${schema}. SAML_SCHEMAS=FOLDER names a copy of OASIS' schemas`);
    return 0;
  }
  let failed = 0;
  for (const { of, xml } of await servedDocuments()) {
    const { valid, errors } = await validateXML({
      xml: { fileName: 'metadata.xml', contents: xml },
      schema: schema.root,
      preload: schema.imported,
    });
    if (!valid) failed += 1;
    console.log(`${valid ? 'ok  ' : 'FAIL'} the metadata of ${of}, ${xml.length} bytes`);
    for (const { message } of errors) console.log(`     ${message}`);
  }
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
