import type { AppRow } from '../../store/rows/applications.js';
import type { Store } from '../../store/types.js';
import { catalogueApp } from './catalogue.js';

interface Naming {
  readonly store: Pick<Store, 'apps' | 'appNames' | 'org'>;
}

/**
 * The name of a new custom app: the org's, the label's letters and digits, and a number that makes it the only one that
 * there is or ever was. Recorded apps of labels that one client alone makes, and deletes, are numbered up to 20
 * (facts: apps §2).
 */
export function customName({ store }: Naming, label: string): string {
  const { subdomain } = store.org.all()[0] ?? { subdomain: 'org' };
  const stem = `${subdomain}_${label.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
  let n = (store.appNames.by('stem', stem)?.last ?? 0) + 1;
  while (store.apps.count('name', `${stem}_${n}`) > 0) n += 1;
  return `${stem}_${n}`;
}

/** Keeps the name of an app that goes from being given again, where it was made for it. */
export function retireName({ store }: Naming, { name }: Pick<AppRow, 'name'>): void {
  const [, stem, number] = /^(.+)_(\d+)$/.exec(name) ?? [];
  if (stem === undefined || catalogueApp(name)) return;
  const last = Number(number);
  const row = store.appNames.by('stem', stem);
  if (!row) store.appNames.insert({ stem, last });
  else if (row.last < last) store.appNames.update(row.id, { last });
}
