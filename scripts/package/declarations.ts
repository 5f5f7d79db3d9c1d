import { generateDtsBundle } from 'dts-bundle-generator';

/**
 * The declarations of a module and of all that it refers to, as one text that refers to Node's own types alone.
 * @param entry a `.d.ts` that the build wrote
 * @throws Error where they refer to a package, which the package does not bring along
 */
export function bundledTypes(entry: string): string {
  const [text = ''] = generateDtsBundle(
    [{ filePath: entry, output: { exportReferencedTypes: false, noBanner: true } }],
    { preferredConfigPath: new URL('./tsconfig.json', import.meta.url).pathname },
  );
  for (const [, from = ''] of text.matchAll(/\bfrom ['"]([^'"]+)['"]/g)) {
    if (!from.startsWith('node:')) throw new Error(`the package's types refer to ${from}, which is not in the package`);
  }
  // Notes that are not in the package either.
  return text.replace(/ \(facts: [^)]*\)/g, '');
}
