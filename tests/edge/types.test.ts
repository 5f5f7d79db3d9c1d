import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

const HEAD = `
import type { Call, Handler, HandlersOf } from '../contract/operations.js';
import { raw } from '../contract/reply.js';
import type { OperationsOf, ResourceGroup } from '../contract/routes.js';
import type { Links } from '../contract/links.js';
export declare const links: Links;
const fails = (): never => { throw new Error(); };
const rest = { listLinkedObjectDefinitions: fails, addLinkedObjectDefinition: fails, deleteLinkedObjectDefinition: fails };
export { rest, fails, raw };
export type { Call, Handler };
export type Map = HandlersOf<'LinkedObject'>;
`;

/** What each case adds to the head, and what the compiler must say of it; nothing where it is right. */
const cases = {
  complete: ['export const map = { ...rest, getLinkedObjectDefinition: fails } satisfies Map;', undefined],
  missing: ['export const map = { ...rest } satisfies Map;', 'getLinkedObjectDefinition'],
  misspelt: [
    'export const map = { ...rest, getLinkedObjectDefinition: fails, getLinkedObjectDefinitoin: fails } satisfies Map;',
    'getLinkedObjectDefinitoin',
  ],
  'of another group': [
    'export const map = { ...rest, getLinkedObjectDefinition: fails, getUser: fails } satisfies Map;',
    "'getUser' does not exist",
  ],
  'with the wrong reply': [
    "export const map = { ...rest, getLinkedObjectDefinition: () => ({ primary: 'x' }) } satisfies Map;",
    'primary',
  ],
  'with a reply where there is none': [
    'export const map = { ...rest, getLinkedObjectDefinition: fails, deleteLinkedObjectDefinition: () => 1 } satisfies Map;',
    'number',
  ],
  'reading a parameter that is not there': [
    'export const map = { ...rest, getLinkedObjectDefinition: ({ params }) => { void params.name; return fails(); } } satisfies Map;',
    "'name' does not exist",
  ],
  'reading a member that the body does not have': [
    'export const map = { ...rest, getLinkedObjectDefinition: fails, addLinkedObjectDefinition: ({ body }) => { void body.secondary; return fails(); } } satisfies Map;',
    "'secondary' does not exist",
  ],
  'the file of an upload, which may be missing': [
    "export const size = (call: Call<'updateOrgLogo'>): number | undefined => call.body.file?.length;",
    undefined,
  ],
  'the file of an upload, as if it were always there': [
    "export const size = (call: Call<'updateOrgLogo'>): number => call.body.file.length;",
    "'call.body.file' is possibly 'undefined'",
  ],
  'a certificate as bytes, never missing': [
    "export const bytes = (call: Call<'publishCsrForApplication'>): Uint8Array => call.body.bytes;",
    undefined,
  ],
  'a certificate as text': [
    "export const text = (call: Call<'publishCsrForApplication'>): string => call.body.trim();",
    "'trim' does not exist",
  ],
  'an answer in XML': [
    "export const act: Handler<'previewSAMLAppMetadata'> = () => raw('<a/>', { mediaType: 'application/xml' });",
    undefined,
  ],
  'a link': ["export const link = links.to('getLinkedObjectDefinition', { linkedObjectName: 'x' });", undefined],
  'a link to no operation': ["export const link = links.to('getLinkedObject', {});", 'getLinkedObject'],
  'a link without its parameter': [
    "export const link = links.to('getLinkedObjectDefinition', {});",
    'linkedObjectName',
  ],
} as const;

const fileOf = (name: string): string => `${root}handlers/zz-${name.replaceAll(' ', '-')}.ts`;
const said = new Map<string, string[]>();

beforeAll(() => {
  const sources = new Map(Object.entries(cases).map(([name, [code]]) => [fileOf(name), HEAD + code]));
  const config = ts.parseConfigFileTextToJson('tsconfig.json', readFileSync(`${root}tsconfig.json`, 'utf8'));
  const { options } = ts.convertCompilerOptionsFromJson(config.config.compilerOptions, root);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.getSourceFile = (path, target, ...others) => {
    const text = sources.get(path);
    return text === undefined ? getSourceFile(path, target, ...others) : ts.createSourceFile(path, text, target);
  };
  const program = ts.createProgram([...sources.keys()], { ...options, noEmit: true }, host);
  for (const name of Object.keys(cases)) {
    const file = program.getSourceFile(fileOf(name));
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    said.set(
      name,
      found.map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')),
    );
  }
}, 120_000);

describe('the compiler', () => {
  test.each(Object.entries(cases))('%s', (name, [, complaint]) => {
    const messages = said.get(name) ?? ['was not compiled'];
    if (complaint === undefined) expect(messages).toEqual([]);
    else {
      expect(messages).toHaveLength(1);
      expect(messages[0]).toContain(complaint);
    }
  });
});
