import { invalid, notFound, OktaError } from '../../../contract/errors.js';
import { type Members, missing, refuseAll } from '../../../contract/given.js';
import type { AppRow } from '../../../store/rows/applications.js';
import { type CatalogueApp, catalogueApp, isTemplate } from '../catalogue.js';
import { choiceIn, wordIn } from './members.js';

/** Every sign-on mode. */
export const MODES = [
  'BOOKMARK',
  'BASIC_AUTH',
  'BROWSER_PLUGIN',
  'SECURE_PASSWORD_STORE',
  'AUTO_LOGIN',
  'WS_FEDERATION',
  'SAML_2_0',
  'SAML_1_1',
  'OPENID_CONNECT',
] as const;

/** What an app is: an entry of the catalogue, or one of its own, and how people are signed on to it. */
export interface Kind {
  /** Undefined for a custom app, whose name is made. */
  readonly name: string | undefined;
  readonly entry: CatalogueApp | undefined;
  readonly signOnMode: string | null;
  /** What settings follow: null for an app that is shown without a mode. */
  readonly isCustom: boolean;
}

const isCustomMode = (mode: string | undefined): boolean => mode === 'SAML_2_0' || mode === 'AUTO_LOGIN';

/**
 * What kind of app a request is to make.
 * @throws OktaError 404 for a name that the catalogue lacks, 400 where name and sign-on mode don't fit
 */
export function kindOf(given: Members): Kind {
  const name = wordIn(given, 'name');
  const mode = choiceIn(given, 'signOnMode', MODES);
  if (name === undefined) {
    if (!isCustomMode(mode)) refuseAll(missing('name', name));
    return { name, entry: undefined, signOnMode: mode ?? null, isCustom: true };
  }
  const entry = catalogueApp(name);
  if (!entry) throw notFound(name, 'App');
  if (mode === undefined) return { name, entry, signOnMode: entry.modes[0] ?? null, isCustom: false };
  if (entry.modes.includes(mode)) return { name, entry, signOnMode: mode, isCustom: false };
  // Recorded: an app that people have no password for is made all the same, and shows no mode.
  if (mode === 'AUTO_LOGIN') {
    const signOnMode = entry.modes.includes('BROWSER_PLUGIN') && !isTemplate(name) ? mode : null;
    return { name, entry, signOnMode, isCustom: false };
  }
  throw invalid('signOnMode', `signOnMode: The sign-on mode ${mode} is not supported by ${entry.displayName}.`);
}

/** The kind of an app that is there: name and mode can't become others (facts: apps §5). @throws OktaError 400 */
export function kindAfter(app: AppRow, given: Members): Kind {
  const entry = catalogueApp(app.name);
  const name = wordIn(given, 'name') ?? app.name;
  if (name !== app.name) {
    throw new OktaError('E0000024', {
      summary: 'This operation on app metadata is not yet supported: No active instances.',
    });
  }
  const mode = choiceIn(given, 'signOnMode', MODES) ?? app.signOnMode;
  const kind = { name, entry, isCustom: !entry };
  if (mode === app.signOnMode || (mode !== null && entry?.modes.includes(mode))) return { ...kind, signOnMode: mode };
  if (mode === 'AUTO_LOGIN' && app.signOnMode === null) return { ...kind, signOnMode: null };
  throw invalid('signOnMode', `signOnMode: The sign-on mode of an application cannot become ${mode}.`);
}
