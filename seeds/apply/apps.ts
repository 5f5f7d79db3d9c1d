import { makeSystemApp } from '../../objects/applications/make.js';
import { foldKey } from '../../store/rows/spec.js';
import type { Store } from '../../store/types.js';
import type { SeedApp } from '../read/sections/apps.js';
import type { Applying, Kind } from './applying.js';
import type * as OwnApps from './own-apps.js';

let own: typeof OwnApps | undefined;

/**
 * Loads what an org's own apps take, the language of expressions above all, for a seed that has some: no other start
 * pays for it.
 */
export async function loadForApps(items: readonly SeedApp[]): Promise<void> {
  if (items.some(({ system }) => !system)) own ??= await import('./own-apps.js');
}

function ownApps(): typeof OwnApps {
  if (!own) throw new Error('a seed with apps of its own is applied, and was not loaded by loadSeed');
  return own;
}

function idOfApp(store: Store, label: string): string | undefined {
  const key = foldKey(label);
  return store.apps.all().find((app) => foldKey(app.label) === key)?.id;
}

function addSystemApp({ name, label, hidden }: SeedApp, { store, ids, now }: Applying): void {
  makeSystemApp({ store, ids, now: () => now }, name ?? '', label, hidden);
}

/** Applications with their users and groups. */
export const apps: Kind<SeedApp> = {
  nameOf: ({ label }) => label,
  find: idOfApp,
  add: (item, applying) => (item.system ? addSystemApp(item, applying) : ownApps().addApp(item, applying)),
  finish(items, applying) {
    for (const { name, source } of applying.seed.groups) {
      if (source === undefined) continue;
      applying.store.groups.update(applying.idOf('groups', name), { sourceAppId: applying.idOf('apps', source) });
    }
    for (const { label, groups } of items) {
      if (groups.length > 0) ownApps().settleMembers(applying.idOf('apps', label), applying);
    }
  },
};
