/** Where one room begins, and what its files may load: what is not in its row, they may not. */
export interface Room {
  /** The beginning of its paths. A file belongs to the longest that fits. */
  readonly room: string;
  /** Beginnings of paths in other rooms, whether for types or at run time. */
  readonly may: readonly string[];
  /** Packages and modules of Node; one that ends in `*` stands for all that begin so. */
  readonly packages: readonly string[];
}

/** What computes and no more: no disk, no network, no clock. */
const pure = ['node:buffer', 'node:crypto', 'node:util'];
const libraries = [
  // For what addresses are; the rule `socket` sees to it.
  'node:net',
  ...['image-size', 'ipaddr.js', 'jose', 'jsep', 'otpauth'],
  ...['velocityjs', 'xmlbuilder2'],
];
const underHandlers = ['objects/', 'languages/', 'contract/', 'store/rows/', 'store/types.ts'];
const underSeeds = [
  ...underHandlers,
  ...['store/clock.ts', 'store/ids.ts', 'store/errors.ts', 'store/files/'],
  ...['seeds/identity.ts', 'seeds/order.ts', 'seeds/types.ts'],
];

/** The rooms of the product, from the top: `server -> handlers -> objects -> languages -> contract -> store`. */
export const rooms: readonly Room[] = [
  {
    room: 'server/',
    may: ['handlers/', 'seeds/', 'objects/', 'languages/', 'contract/', 'store/', 'generated/'],
    packages: ['*'],
  },
  { room: 'handlers/', may: underHandlers, packages: [...pure, ...libraries] },
  { room: 'seeds/read/', may: underSeeds, packages: [...pure, 'node:fs*', 'node:path', 'yaml', 'zod'] },
  { room: 'seeds/apply/', may: [...underSeeds, 'seeds/read/'], packages: pure },
  {
    room: 'seeds/',
    may: [...underSeeds, 'seeds/', 'store/state/migrations.ts'],
    packages: [...pure, 'node:fs*', 'node:path'],
  },
  { room: 'objects/', may: ['languages/', 'contract/', 'store/'], packages: [...pure, ...libraries] },
  {
    room: 'languages/',
    may: ['contract/errors.ts', 'store/rows/spec.ts', 'store/rows/common.ts', 'store/types.ts'],
    packages: ['jsep', 'node:net', 'node:util', 'velocityjs'],
  },
  {
    room: 'contract/',
    may: ['generated/', 'store/rows/', 'store/types.ts', 'store/clock.ts', 'store/ids.ts'],
    packages: pure,
  },
  // Pages run in a browser: of the server they know what it answers.
  { room: 'console/', may: ['contract/shown-request.ts'], packages: ['mockta:clients', 'mockta:operations'] },
  { room: 'store/', may: [], packages: ['node:*', 'bcryptjs', 'lowdb', 'lowdb/*', 'nanoid'] },
];

/** The room whose folders are parallel: none imports another, and one file of the room imports their `index.ts`. */
export const parallel = { room: 'handlers/', door: 'handlers/index.ts' };

/** The room whose folders may import each other in one direction; files at its root are free of that. */
export const layered = 'objects/';

/** What a file must not load at run time, though it may know its types. */
export const lateLoads: readonly { readonly from: string; readonly to: string; readonly why: string }[] = [
  { from: 'seeds/apply/', to: 'seeds/read/', why: 'a start that only applies a seed would load zod' },
];

/** Where starts begin, and the packages that each may load before anybody asks for more. */
export const starts: readonly { readonly entry: string; readonly packages: readonly string[] }[] = [
  { entry: 'server/main.ts', packages: ['node:*'] },
  { entry: 'server/command.ts', packages: ['nanoid', 'node:*'] },
  { entry: 'server/index.ts', packages: ['express', 'nanoid', 'node:*'] },
  { entry: 'store/state/compact-worker.ts', packages: ['nanoid', 'node:*'] },
];

/** The rules that look at the text of the sources. */
export type TextRuleName =
  | 'wall-clock'
  | 'timers'
  | 'random'
  | 'socket'
  | 'environment'
  | 'okta-in-store'
  | 'cast'
  | 'silenced-compiler'
  | 'left-test'
  | 'sleep'
  | 'workplace';

/** All rules of ours. The linter's have its own names. */
export type RuleName =
  | 'room'
  | 'package'
  | 'group'
  | 'kind-circle'
  | 'late'
  | 'start'
  | 'type-import'
  | 'empty-name'
  | 'function-length'
  | 'file-length'
  | TextRuleName;

/** A rule on the text of the sources: no file that it is for may match. */
export interface TextRule {
  readonly what: string;
  /** Files that the rule is for, as the beginning of their paths. */
  readonly in: readonly string[];
  readonly except?: readonly string[];
  /** What must not occur. */
  readonly never: RegExp;
  /** Look at comments, and at what is no source, too. */
  readonly everywhere?: boolean;
}

const below = ['contract/', 'handlers/', 'languages/', 'objects/'];
const product = [...below, 'seeds/', 'server/', 'store/'];
const everything = [...product, 'console/', 'scripts/', 'tests/'];

/** The folders that hold sources. */
export const folders: readonly string[] = everything.map((folder) => folder.slice(0, -1));
/** The folders that hold nothing but what people read or write by hand. */
export const paperFolders: readonly string[] = ['docs', 'openapi', 'seeds', 'fidelity'];

/** What the sources never say, as far as no rule of the linter looks for it. */
export const textRules: Readonly<Record<TextRuleName, TextRule>> = {
  'wall-clock': {
    what: 'the clock alone reads the wall clock',
    in: product,
    except: ['store/clock.ts'],
    never: /\bDate\.now\b|\bnew Date\b(?!\()|\bnew Date\(\s*\)|(?<!new )\bDate\(/,
  },
  timers: {
    what: 'what happens later is a row, not a timer',
    in: [...below, 'seeds/'],
    never: /\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b|\bperformance\.|\bhrtime\b/,
  },
  random: {
    what: 'the id source alone makes random values',
    in: product,
    except: ['store/ids.ts'],
    never: /\bMath\.random\b|\brandom(?:Bytes|UUID|Int|Fill|FillSync)\b|\bgetRandomValues\b|\bnanoid\b/,
  },
  socket: {
    what: 'of node:net, only what tells addresses is asked',
    in: below,
    never: /\{[^}]*\b(?!isIP\b|isIPv4\b|isIPv6\b|BlockList\b)\w+\b[^}]*\} from 'node:net'/,
  },
  environment: {
    what: 'the configuration alone reads the environment, and as `process.env`, which the linter knows',
    in: product,
    never: /\benv\b[^;\n=]*=\s*process\b(?!\.)|\bfrom 'node:process'/,
  },
  'okta-in-store': {
    what: 'the store keeps rows and knows nothing of Okta',
    in: ['store/'],
    except: ['store/rows/'],
    never: /okta|\bE0000\d+/i,
  },
  cast: {
    what: 'a value is not cast past its type: say what it is in contract/shapes.ts',
    in: below,
    except: ['contract/shapes.ts'],
    never: /\bas unknown as\b/,
  },
  'silenced-compiler': {
    what: 'the compiler is not silenced',
    in: everything,
    everywhere: true,
    never: /@ts-(?:ignore|expect-error|nocheck)\b/,
  },
  'left-test': {
    what: 'no test is left for later or expected to fail',
    in: ['tests/'],
    never: /\b(?:it|test|describe)\.(?:todo|failing)\b/,
  },
  sleep: {
    what: 'no test sleeps',
    in: ['tests/'],
    except: ['tests/crash/', 'tests/clients/', 'tests/support/'],
    never: /\bsetTimeout\(|timers\/promises/,
  },
  workplace: {
    what: 'the project speaks of itself alone, not of where or how it is written',
    in: [''],
    everywhere: true,
    never: /(?<![\w.:/*-])\/(?:home|mnt|root|tmp|Users|work)\/|\bwork-?trees?\b|\bsub-?agents?\b|\blanguage models?\b/,
  },
};

/** Names that say nothing of what is in a file. */
export const emptyNames = /(?:^|\/)(?:utils?|helpers?|misc|stuff)(?:\/|\.[^/]*$)/;

/** The most lines of a function as it stands, from its name to its last brace. A `describe` is no function here. */
export const FUNCTION_LINES = 40;
/** The most lines of a file of code. */
export const FILE_LINES = 250;
/** The most lines of a file of tests. */
export const TEST_FILE_LINES = 400;

/** Data tables, which may be longer than a file of code, each with the reason why it is one file. */
export const longTables: Readonly<Record<string, string>> = {
  'contract/event-table.ts': 'one line for each event type of the System Log',
};
