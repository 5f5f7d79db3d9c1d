import * as z from 'zod';
import { kindOf } from '../../../objects/factors/kinds.js';
import { questions } from '../../../objects/factors/questions.js';
import type { ScryptHash } from '../../../store/rows/users.js';
import { checkName, report } from '../findings.js';
import { text } from '../parts.js';
import type { Checking, Section } from '../section.js';

const factor = z.strictObject({
  id: z
    .string()
    .regex(/^[0-9A-Za-z]{20}$/, 'must be 20 letters and digits')
    .optional(),
  /** Login of the user. */
  user: text,
  factorType: text,
  /** The type's usual one unless said. */
  provider: text.optional(),
  status: z.enum(['ACTIVE', 'PENDING_ACTIVATION']).default('ACTIVE'),
  phoneNumber: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, 'must be a number such as +15554151337')
    .optional(),
  email: text.optional(),
  question: z.enum(Object.keys(questions) as [string, ...string[]]).optional(),
  answer: text.optional(),
  /** Of one-time passwords: base32. */
  secret: z
    .string()
    .regex(/^[A-Z2-7]{16,64}$/, 'must be base32')
    .optional(),
});

/** A factor as written: the answer in the clear. */
type WrittenFactor = z.infer<typeof factor>;

/** A factor of a user. Two of one kind are one. */
export interface SeedFactor extends Omit<WrittenFactor, 'answer' | 'provider'> {
  readonly provider: string;
  readonly answer?: ScryptHash;
}

/** What each type cannot be without. */
const NEEDS: Readonly<Record<string, keyof WrittenFactor>> = {
  sms: 'phoneNumber',
  call: 'phoneNumber',
  question: 'question',
};

function checkFactor(item: SeedFactor, checking: Checking): void {
  checkName(checking, item, ['user'], 'users', item.user);
  const kind = kindOf(item.factorType, item.provider === '' ? undefined : item.provider);
  if (!kind) report(checking, item, ['factorType'], 'is no type of factor, or not of this provider');
  const needed = NEEDS[item.factorType];
  if (needed && !(needed in item)) report(checking, item, [], `lacks ${needed}`);
}

/** Factors. */
export const factors: Section<SeedFactor, WrittenFactor> = {
  noun: 'factor',
  shape: factor,
  nameOf: ({ user, factorType, provider }) => `${user} ${factorType} ${provider}`,
  read({ answer, provider, ...written }, _path, { secrets }) {
    const item: SeedFactor = { ...written, provider: provider ?? kindOf(written.factorType)?.provider ?? '' };
    if (answer !== undefined) secrets.set(item, { answer });
    return item;
  },
  check(items, checking) {
    for (const item of items) checkFactor(item, checking);
  },
};
