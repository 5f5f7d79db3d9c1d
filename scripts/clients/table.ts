import { versions } from '../matrix/nodes.js';

/**
 * A program and its arguments; `{ca}` stands for the file of the authority's certificate, `{node}` for the folder of the
 * Node that the client wants.
 */
export type Command = readonly string[];

/** A client that people use, and how its stories are told. */
export interface RealClient {
  readonly name: string;
  /** As people call it. */
  readonly title: string;
  readonly version: string;
  /** Programs that the machine must have. */
  readonly tools: readonly string[];
  /** The version of Node that it wants, where that is not the one that runs this. */
  readonly node?: string;
  /** The folder of its programs, below this one. */
  readonly programs: string;
  /** What installs it, once, in the folder where it runs. */
  readonly install: readonly Command[];
  /** What comes before each run. */
  readonly before?: readonly Command[];
  readonly stories: Command;
  /** What people copy to begin with: the file, its language, and what runs it. */
  readonly start?: { readonly file: string; readonly language: string; readonly run: Command };
  /** What people type to install it. */
  readonly add: string;
  /** What it needs to be pointed at the sandbox, in sentences. */
  readonly needs: string;
  /** Its faults that are known, by name. */
  readonly faults: readonly string[];
}

/** The stories, in the order of the table. */
export const stories: readonly string[] = [
  ...['start', 'people', 'groups and rules', 'schemas', 'applications', 'factors', 'policies'],
  ...['authorization servers', 'hooks', 'logs', 'paging', 'refusals', 'limits'],
];

const NODE_CA = 'Over https it trusts the authority by `NODE_EXTRA_CA_CERTS`; http works as it is.';
const PYTHON_CA = 'It takes no http: start with `--https`, and let it trust the authority by `SSL_CERT_FILE`.';
const GO_CA = `${PYTHON_CA} On macOS Go asks the keychain instead.`;

const node = (major: 6 | 8, version: string, title: string): Omit<RealClient, 'faults'> => ({
  name: `node-${major}`,
  title,
  version,
  tools: ['node', 'npm'],
  programs: 'node',
  install: [
    ['npm', 'init', '--yes'],
    ['npm', 'pkg', 'set', 'type=module'],
    ['npm', 'install', '--no-audit', '--no-fund', `@okta/okta-sdk-nodejs@${version}`],
  ],
  stories: ['node', `stories${major}.js`],
  start: { file: `node/start${major}.js`, language: 'js', run: ['node', `start${major}.js`] },
  add: `npm install @okta/okta-sdk-nodejs@${version}`,
  needs: NODE_CA,
});

const python = (major: 2 | 3, version: string): Omit<RealClient, 'faults'> => ({
  name: `python-${major}`,
  title: 'Python `okta`',
  version,
  tools: ['python3'],
  programs: 'python',
  install: [
    ['python3', '-m', 'venv', 'venv'],
    ['venv/bin/pip', 'install', '--quiet', `okta==${version}`],
  ],
  stories: ['venv/bin/python', `stories${major}.py`],
  start: { file: `python/start${major}.py`, language: 'python', run: ['venv/bin/python', `start${major}.py`] },
  add: `pip install okta==${version}`,
  needs: PYTHON_CA,
});

const go = (major: 2 | 5, version: string): Omit<RealClient, 'faults'> => ({
  name: `go-${major}`,
  title: 'Go `okta-sdk-golang`',
  version,
  tools: ['go'],
  programs: 'go',
  install: [['go', 'mod', 'download']],
  before: [
    ['go', 'build', '-o', 'bin/stories', `./v${major}`],
    ['go', 'build', '-o', 'bin/start', `./start${major}`],
  ],
  stories: ['bin/stories'],
  start: { file: `go/start${major}/main.go`, language: 'go', run: ['bin/start'] },
  add: `go get github.com/okta/okta-sdk-golang/v${major}@v${version}`,
  needs:
    major === 2
      ? GO_CA
      : 'Over https it trusts the authority by `SSL_CERT_FILE`, on macOS by the keychain; http works as it is.',
});

const TRUST = ['-Djavax.net.ssl.trustStore=trust.p12', '-Djavax.net.ssl.trustStorePassword=changeit'];
const CLASSES = ['-cp', 'classes:lib/*'];
const KEYTOOL = ['keytool', '-importcert', '-noprompt', '-alias', 'mockta', '-keystore', 'trust.p12'];

const java: RealClient = {
  name: 'java',
  title: 'Java `okta-sdk-java`',
  version: '24.0.0',
  tools: ['java', 'javac', 'keytool', 'mvn'],
  programs: 'java',
  install: [['mvn', '-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib']],
  before: [
    ['javac', '-nowarn', '-cp', 'lib/*', '-d', 'classes', 'Stories.java', 'Start.java'],
    ['rm', '-f', 'trust.p12'],
    [...KEYTOOL, '-storepass', 'changeit', '-file', '{ca}'],
  ],
  stories: ['java', ...TRUST, ...CLASSES, 'Stories'],
  start: { file: 'java/Start.java', language: 'java', run: ['java', ...TRUST, ...CLASSES, 'Start'] },
  add: 'com.okta.sdk:okta-sdk-api:24.0.0, and com.okta.sdk:okta-sdk-impl:24.0.0 at run time',
  needs:
    'It takes no http: start with `--https`, put the authority into a trust store (`keytool -importcert -noprompt -alias mockta -keystore trust.p12 -storepass changeit -file .mockta/tls/ca.pem`), and name that with `-Djavax.net.ssl.trustStore=trust.p12`.',
  faults: ['java-temporary-password', 'java-empty-values', 'java-own-defaults'],
};

const backstage: RealClient = {
  name: 'backstage',
  title: 'Backstage `@roadiehq/catalog-backend-module-okta`',
  version: '1.4.1',
  tools: ['node', 'npm'],
  programs: 'backstage',
  install: [
    ['npm', 'init', '--yes'],
    ['npm', 'pkg', 'set', 'type=module'],
    ['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', '@roadiehq/catalog-backend-module-okta@1.4.1'],
  ],
  stories: ['node', 'stories.js'],
  add: 'yarn --cwd packages/backend add @roadiehq/catalog-backend-module-okta@1.4.1',
  needs:
    'Name the sandbox in `app-config.yaml` (`catalog.providers.okta`: `orgUrl`, `token`). Over https Node trusts the authority by `NODE_EXTRA_CA_CERTS`.',
  faults: [],
};

const n8n: RealClient = {
  name: 'n8n',
  title: 'n8n, its node Okta',
  version: '2.41.1',
  // Its database is compiled here: the compiled one would be loaded from elsewhere than npm.
  tools: ['npm', 'python3', 'make', 'g++'],
  node: versions.find((version) => version.startsWith('24.')) ?? '',
  programs: 'n8n',
  install: [
    ['npm', 'init', '--yes'],
    ['npm', 'pkg', 'set', 'type=module'],
    ['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--omit=optional', 'n8n@2.41.1'],
    ['npm', 'rebuild', 'sqlite3', '--build-from-source', '--nodedir={node}'],
  ],
  stories: ['node', 'stories.js'],
  add: 'npm install n8n@2.41.1',
  needs:
    'Node 24, and 2.5 GB of disk. Name the sandbox in a credential of the kind “Okta API” (URL and access token); the node HTTP Request takes the same credential for what the node Okta has no operation for. Over https Node trusts the authority by `NODE_EXTRA_CA_CERTS`. The stories are workflows that `n8n import:workflow` takes and `n8n execute` runs.',
  faults: ['n8n-second-page', 'n8n-send-email'],
};

/** The clients whose stories are told. */
export const clients: readonly RealClient[] = [
  { ...node(6, '6.6.0', 'Node `@okta/okta-sdk-nodejs`'), faults: ['node-caches', 'node6-encoding', 'node-empty-page'] },
  {
    ...node(8, '8.1.0', 'Node `@okta/okta-sdk-nodejs`'),
    faults: [
      'node8-temporary-password',
      'node8-unmodelled',
      'node8-lists',
      'node8-slash',
      'node-caches',
      'node-empty-page',
    ],
  },
  { ...python(2, '2.9.13'), faults: ['py-empty-values', 'py2-names'] },
  {
    ...python(3, '3.4.6'),
    faults: [
      'py3-pass-code',
      'py3-temporary-password',
      'py-empty-values',
      'py3-own-defaults',
      'py3-space',
      'py3-links',
    ],
  },
  { ...go(2, '2.20.0'), faults: [] },
  { ...go(5, '5.0.2'), faults: ['go5-port', 'go5-no-retries'] },
  java,
  backstage,
  n8n,
];
