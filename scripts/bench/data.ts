import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder, TOKEN } from './servers.js';

const cities = ['Stockholm', 'London', 'Berlin', 'Lisbon', 'Osaka', 'Lagos', 'Oslo', 'Prague', 'Boston', 'Lyon'];
const departments = ['Engineering', 'Finance', 'Sales', 'Support', 'People'];
/** One user in so many is suspended: what the filtered list finds. */
const SUSPENDED_EVERY = 400;

const digits = (n: number, length: number): string => `${n}`.padStart(length, '0');

/** The id of the n-th user of a benchmark's seed. */
export const idOf = (n: number): string => `00ubench${digits(n, 12)}`;

/** The login of the n-th user. */
export const loginOf = (n: number): string => `user${digits(n, 6)}@bench.example`;

const isSuspended = (n: number): boolean => n % SUSPENDED_EVERY === 0;

/** The n-th user as a seed file has it. */
export const userOf = (n: number) => ({
  id: idOf(n),
  ...(isSuspended(n) ? { status: 'SUSPENDED' } : {}),
  profile: {
    login: loginOf(n),
    email: loginOf(n),
    firstName: `First${n}`,
    lastName: `Last${n}`,
    displayName: `First${n} Last${n}`,
    department: departments[n % departments.length],
    city: cities[n % cities.length],
    employeeNumber: digits(n, 7),
  },
});

const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** A file of the benchmarks, made the first time. */
export function keep(name: string, content: () => string): string {
  mkdirSync(benchFolder, { recursive: true });
  const file = join(benchFolder, name);
  if (!existsSync(file)) writeFileSync(file, content());
  return file;
}

/** A seed file with so many users. */
export const seedOf = (users: number): string =>
  keep(`seed-${users}.json`, () => JSON.stringify({ users: range(users).map(userOf) }));

/** emulate takes 5,000 requests an hour of each token. */
const EMULATE_TOKENS = 25;

/** The n-th token that emulate takes. */
export const emulateToken = (n: number): string => `${TOKEN}-${n % EMULATE_TOKENS}`;

/** The same users as emulate's configuration. */
export const emulateSeedOf = (users: number): string =>
  keep(`emulate-${users}-users.json`, () =>
    JSON.stringify({
      tokens: Object.fromEntries(range(EMULATE_TOKENS).map((n) => [emulateToken(n), { login: 'admin' }])),
      okta: {
        users: range(users).map((n) => ({
          okta_id: idOf(n),
          login: loginOf(n),
          email: loginOf(n),
          first_name: `First${n}`,
          last_name: `Last${n}`,
          status: isSuspended(n) ? 'SUSPENDED' : 'ACTIVE',
        })),
      },
    }),
  );

let made = 0;

/** The body that creates a user whom no benchmark has created before. */
export function newUser(): string {
  made += 1;
  const login = `new.${process.pid}.${made}@bench.example`;
  return JSON.stringify({ profile: { login, email: login, firstName: 'New', lastName: `Person${made}` } });
}
