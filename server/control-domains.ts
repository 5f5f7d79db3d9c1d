import type { Request, Response } from 'express';
import type { DomainRow } from '../store/rows/domains.js';
import type { Org } from './org.js';

const outcomes: readonly unknown[] = ['VERIFIED', 'FAILED_TO_VERIFY', 'DOMAIN_TAKEN'];

const isOutcome = (value: unknown): value is NonNullable<DomainRow['outcome']> => outcomes.includes(value);

interface Said {
  readonly domain?: unknown;
  readonly outcome?: unknown;
}

/**
 * Says how a custom domain's verifications end from now on, in place of DNS: `{ domain, outcome }`. With an outcome of
 * null they end as they would.
 */
export async function sayOutcome(req: Request, res: Response, { store }: Org): Promise<void> {
  const { domain, outcome } = (req.body ?? {}) as Said;
  if (typeof domain !== 'string' || !(outcome === null || isOutcome(outcome))) {
    res.status(400).json({ error: `Give a domain, and an outcome: ${outcomes.join(', ')}, or null.` });
    return;
  }
  const row = store.collections.domains.by('domain', domain.toLowerCase());
  if (!row) {
    res.status(404).json({ error: 'The org has no custom domain of this name.' });
    return;
  }
  const { id, seq: _, outcome: __, ...rest } = row;
  const next: Omit<DomainRow, 'id' | 'seq'> = outcome === null ? rest : { ...rest, outcome };
  store.transaction(() => store.collections.domains.replace(id, next));
  await store.synced();
  res.json({ domain: row.domain, outcome });
}
