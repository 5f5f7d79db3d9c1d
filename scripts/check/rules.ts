/** A rule on the text of the sources: no file that it is for may match. */
export interface TextRule {
  readonly what: string;
  /** Files that the rule is for, as the beginning of their paths. */
  readonly in: readonly string[];
  readonly except?: readonly string[];
  /** What must not occur, comments aside. */
  readonly never: RegExp;
}

/** A rule on who may import whom. */
export interface ImportRule {
  readonly what: string;
  /** Importing files, as the beginning of their paths. */
  readonly from: readonly string[];
  /** Imported files or packages, as the beginning of their paths or names. */
  readonly to: readonly string[];
  /** Pairs that are allowed all the same: `importer -> imported`. */
  readonly except?: readonly string[];
}

const product = ['contract/', 'handlers/', 'languages/', 'objects/', 'seeds/', 'server/', 'store/'];
const everything = [...product, 'scripts/', 'tests/'];

/** Files of the server that may read what is generated. */
const contractReaders = ['app', 'control', 'router', 'strict/validator', 'strict/document', 'validate'];

/** Who may import whom: the edge sees the handlers, the handlers see the store, never the other way. */
export const importRules: readonly ImportRule[] = [
  {
    what: 'the store knows neither the edge nor the handlers',
    from: ['store/'],
    to: ['handlers/', 'server/', 'generated/'],
  },
  { what: 'the store knows no HTTP', from: ['store/'], to: ['express', 'node:http', 'node:net'] },
  { what: 'handlers know no HTTP', from: ['handlers/'], to: ['express', 'node:http', 'node:fs'] },
  { what: 'handlers do not see the server', from: ['handlers/'], to: ['server/'] },
  {
    what: 'only the edge reads what is generated',
    from: product,
    to: ['generated/'],
    except: [
      'contract/ -> generated/',
      ...contractReaders.map((name) => `server/${name}.ts -> generated/`),
      // A list of operation ids, held to the route table by its type.
    ],
  },
  { what: 'the product does not import scripts or tests', from: product, to: ['scripts/', 'tests/'] },
];

/** What the sources never say. */
export const textRules: readonly TextRule[] = [
  {
    what: 'the clock alone reads the wall clock',
    in: product,
    except: ['store/clock.ts'],
    never: /\bDate\.now\(|\bnew Date\(\)/,
  },
  {
    what: 'the id source alone makes random values',
    in: product,
    except: ['store/ids.ts'],
    never: /\bMath\.random\b|\brandomBytes\(|\brandomUUID\(|\bgetRandomValues\(/,
  },
  {
    what: 'the configuration alone reads the environment',
    in: product,
    except: ['server/config.ts'],
    never: /\bprocess\.env\b/,
  },
  {
    what: 'no any, and no silenced compiler',
    in: [...product, 'tests/'],
    never: /(?::|\bas|<)\s*any\b(?!\()|@ts-(?:ignore|expect-error|nocheck)/,
  },
  {
    what: 'no test is skipped, singled out or left for later',
    in: ['tests/'],
    never: /\b(?:it|test|describe)\.(?:skip|only|todo|failing)\b|\bx(?:it|test|describe)\(/,
  },
  {
    what: 'no test sleeps',
    in: ['tests/'],
    except: ['tests/crash/', 'tests/clients/', 'tests/support/'],
    never: /\bsetTimeout\(|timers\/promises/,
  },
  { what: 'no default exports', in: everything, never: /^export default\b/m },
  { what: 'relative imports end in .js', in: everything, never: /\bfrom '\.{1,2}\/[^']*(?<!\.js)'/ },
];

/** Data tables, which may be longer than a file of code. */
export const longTables: readonly string[] = ['contract/event-table.ts', 'contract/error-table.ts'];

/** The most lines that a file of code has. */
export const MAX_LINES = 400;
