import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { StateFileError } from '../../store/errors.js';
import { makeFolder, PRIVATE_FILE } from '../../store/files/folder.js';
import type { Credentials } from './server.js';

/** A certificate that ends sooner than this is made anew at a start, in milliseconds: thirty days. */
const LEFT_MS = 30 * 86_400_000;

/** What a sandbox shows itself with over https. */
export interface LocalTls {
  readonly server: Credentials;
  /** The authority's certificate, in PEM: what clients have to trust. */
  readonly authority: string;
  /** Where it is; absent where nothing is written. */
  readonly path?: string;
}

interface Wanted {
  /** The folder of the state files; without it everything is in memory, and another at each start. */
  readonly data: string | undefined;
  /** Hosts that the certificate has to name, as Host headers have them. */
  readonly names: readonly string[];
  /** Milliseconds since 1970, by the machine's clock: clients go by theirs. */
  readonly now: number;
  /** Told where a certificate that clients may trust already is replaced. */
  warn(message: string): void;
}

const issuing = () => import('./issue.js');

function read(folder: string, name: string): Credentials | undefined {
  try {
    const cert = readFileSync(join(folder, `${name}.pem`), 'utf8');
    return { cert, key: readFileSync(join(folder, `${name}-key.pem`), 'utf8') };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const files = [join(folder, `${name}.pem`), join(folder, `${name}-key.pem`)];
    if (code === 'ENOENT' && !files.some((file) => existsSync(file))) return undefined;
    const [pem] = files;
    throw new StateFileError(`${pem} and ${name}-key.pem cannot be read (${message}). Mend that, or remove ${folder}.`);
  }
}

/** The key first: a certificate whose key is missing would look whole. */
function write(folder: string, name: string, { cert, key }: Credentials): void {
  makeFolder(folder);
  for (const [file, text] of [
    [`${name}-key.pem`, key],
    [`${name}.pem`, cert],
  ] as const) {
    writeFileSync(join(folder, `${file}.new`), text, { mode: PRIVATE_FILE });
    renameSync(join(folder, `${file}.new`), join(folder, file));
  }
}

/** The certificate, if it is one, its key belongs to it, and it lasts. */
function parsed({ cert, key }: Credentials): X509Certificate | undefined {
  try {
    const certificate = new X509Certificate(cert);
    return certificate.checkPrivateKey(createPrivateKey(key)) ? certificate : undefined;
  } catch {
    return undefined;
  }
}

const lasts = (certificate: X509Certificate, now: number): boolean =>
  Date.parse(certificate.validFrom) <= now && Date.parse(certificate.validTo) - now > LEFT_MS;

function isFor(certificate: X509Certificate, name: string): boolean {
  const plain = name.replace(/^\[(.*)\]$/, '$1');
  return (isIP(plain) > 0 ? certificate.checkIP(plain) : certificate.checkHost(plain)) !== undefined;
}

/** The authority of a folder, made on first use and where the old one ends. */
async function authorityOf(folder: string, { now, warn }: Wanted): Promise<Credentials> {
  const kept = read(folder, 'ca');
  const certificate = kept && parsed(kept);
  if (kept && !certificate) {
    throw new StateFileError(
      `${join(folder, 'ca.pem')} and ca-key.pem hold no certificate and its key. Remove ${folder}, and trust the authority that is made anew.`,
    );
  }
  if (kept && certificate && lasts(certificate, now)) return kept;
  const made = await (await issuing()).newAuthority(now);
  write(folder, 'ca', made);
  if (kept) warn(`${join(folder, 'ca.pem')} is a new authority, the old one ends: clients have to trust this one`);
  return made;
}

async function serverOf(folder: string, authority: Credentials, { names, now }: Wanted): Promise<Credentials> {
  const kept = read(folder, 'server');
  const certificate = kept && parsed(kept);
  const issuer = new X509Certificate(authority.cert);
  if (kept && certificate && lasts(certificate, now) && certificate.verify(issuer.publicKey)) {
    if (names.every((name) => isFor(certificate, name))) return kept;
  }
  const made = await (await issuing()).newCertificate(authority, names, now);
  write(folder, 'server', made);
  return made;
}

/**
 * The certificate of a sandbox, from an authority of its own. Both are kept below the data folder and made anew where
 * they end, or where the sandbox has got another name.
 * @throws StateFileError for files that cannot be read, and for one without the other
 */
export async function localTls(wanted: Wanted): Promise<LocalTls> {
  const { data, names, now } = wanted;
  if (data === undefined) {
    const { newAuthority, newCertificate } = await issuing();
    const authority = await newAuthority(now);
    return { authority: authority.cert, server: await newCertificate(authority, names, now) };
  }
  const folder = resolve(data, 'tls');
  const authority = await authorityOf(folder, wanted);
  return {
    authority: authority.cert,
    path: join(folder, 'ca.pem'),
    server: await serverOf(folder, authority, wanted),
  };
}
