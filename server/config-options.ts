/** An option of the command line. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly help: string;
  readonly value?: string;
  /** It may be given several times; a variable parts the values by commas. */
  readonly multiple?: boolean;
}

/** Every option: `--name`, or `MOCKTA_NAME` with `-` as `_`. */
export const options: Readonly<Record<string, Option>> = {
  port: { type: 'string', value: 'N', help: 'port to listen on; 0 picks a free one (4010)' },
  host: { type: 'string', value: 'NAME', help: 'address to listen on (127.0.0.1)' },
  data: { type: 'string', value: 'DIR', help: 'folder of the state files (.mockta)' },
  seed: { type: 'string', value: 'NAME|FILE', help: 'what a new org holds: default, acme, or a .yaml/.json file' },
  fresh: { type: 'boolean', help: 'start over from the seed; the old state is kept as a backup' },
  ephemeral: { type: 'boolean', help: 'keep everything in memory, write no file' },
  token: { type: 'string', value: 'T', help: 'an API token to accept besides those of the seed' },
  durability: {
    type: 'string',
    value: 'process|disk',
    help: 'what an answered write survives: kill -9, or power loss',
  },
  'base-url': { type: 'string', value: 'URL', help: 'what links begin with (the request’s own host)' },
  'allow-host': { type: 'string', value: 'NAMES', help: 'further host names to answer to, parted by commas' },
  memory: { type: 'string', value: 'MB', help: 'megabytes that kept answers may take (128)' },
  'rate-limits': { type: 'boolean', help: 'enforce the published limits and answer 429' },
  https: { type: 'boolean', help: 'speak https, by a local authority of its own below the data folder' },
  'trust-proxy': { type: 'boolean', help: 'believe the X-Forwarded headers of a proxy that stands before it' },
  'control-token': { type: 'string', value: 'T', help: 'lets other hosts use the control routes that send it along' },
  strict: { type: 'boolean', help: 'check every request and answer against the whole contract' },
  log: { type: 'boolean', help: 'print a line for each request: status, time, why it was refused' },
  'allow-hook-host': {
    type: 'string',
    value: 'NAME',
    multiple: true,
    help: 'a host that hooks may call besides this machine; may be repeated',
  },
  'id-seed': { type: 'string', value: 'TEXT', help: 'make ids and secrets repeat themselves' },
  help: { type: 'boolean', help: 'show this' },
  version: { type: 'boolean', help: 'show the version' },
};

/** The text of `--help`. */
export function helpText(): string {
  const rows = Object.entries(options).map(([name, option]) => {
    const left = `  --${name}${option.value ? ` ${option.value}` : ''}`;
    return `${left.padEnd(30)} ${option.help}`;
  });
  return [
    'mockta: a local sandbox that behaves like an Okta org',
    '',
    'usage: mockta [options]',
    '',
    ...rows,
    '',
    'Each option can be given as a variable too: MOCKTA_PORT, MOCKTA_BASE_URL, ...',
    '',
  ].join('\n');
}
