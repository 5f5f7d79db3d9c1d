import { execFile } from 'node:child_process';
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { makeRsaKey, type RsaKey, RsaPool } from '../../store/rsa-pool.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lets a pool take its next step, and a few more. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 5; turns++) await turn();
}

/** A maker of keys that are finished by hand. */
function maker() {
  const open: { resolve: (key: RsaKey) => void; reject: (error: Error) => void }[] = [];
  let made = 0;
  const key = (): RsaKey => {
    made += 1;
    const publicJwk = { kty: 'RSA', e: 'AQAB', n: `n${made}` } as const;
    return { publicJwk, privateJwk: { ...publicJwk, d: '', p: '', q: '', dp: '', dq: '', qi: '' } };
  };
  return {
    later: setImmediate,
    make: () => new Promise<RsaKey>((resolve, reject) => open.push({ resolve, reject })),
    finish: () => open.shift()?.resolve(key()),
    fail: () => open.shift()?.reject(new Error('no entropy')),
  };
}

describe('a pool of RSA keys', () => {
  test('makes nothing before the first key is asked for', async () => {
    const { make, later } = maker();
    const pool = new RsaPool({ size: 3, atOnce: 2, make, later });
    await settle();
    expect(pool.counts()).toEqual({ ready: 0, making: 0, waiting: 0, begun: 0 });
  });

  test('makes several at once while somebody waits, and one at a time ahead', async () => {
    const { make, later, finish } = maker();
    const pool = new RsaPool({ size: 3, atOnce: 2, make, later });
    const takers = [pool.take(), pool.take(), pool.take()];
    expect(pool.counts()).toEqual({ ready: 0, making: 2, waiting: 3, begun: 2 });
    for (let keys = 0; keys < 3; keys++) {
      finish();
      await settle();
    }
    expect((await Promise.all(takers)).map(({ publicJwk }) => publicJwk.n)).toEqual(['n1', 'n2', 'n3']);
    // The fourth was begun for those that waited; it goes on as the only one.
    expect(pool.counts()).toEqual({ ready: 0, making: 1, waiting: 0, begun: 4 });
  });

  test('fills up, stands still, and fills up again', async () => {
    const { make, later, finish } = maker();
    const pool = new RsaPool({ size: 3, atOnce: 2, make, later });
    const first = pool.take();
    for (let keys = 0; keys < 9; keys++) {
      finish();
      await settle();
    }
    await first;
    expect(pool.counts()).toEqual({ ready: 3, making: 0, waiting: 0, begun: 4 });
    await pool.take();
    await settle();
    expect(pool.counts()).toEqual({ ready: 2, making: 1, waiting: 0, begun: 5 });
  });

  test('keeps as many as it is told to; with none it makes what is asked for and no more', async () => {
    const { make, later, finish } = maker();
    const pool = new RsaPool({ size: 3, atOnce: 2, make, later });
    pool.keep(0);
    const key = pool.take();
    finish();
    await key;
    await settle();
    expect(pool.counts()).toEqual({ ready: 0, making: 0, waiting: 0, begun: 1 });
  });

  test('gives each taker a key of its own', async () => {
    const { make, later, finish } = maker();
    const pool = new RsaPool({ size: 2, atOnce: 2, make, later });
    const takers = Array.from({ length: 10 }, () => pool.take());
    while (pool.counts().waiting > 0) {
      finish();
      await turn();
    }
    const keys = await Promise.all(takers);
    expect(new Set(keys.map(({ publicJwk }) => publicJwk.n)).size).toBe(10);
  });

  test('a key that cannot be made refuses one taker; the next one is served', async () => {
    const { make, later, finish, fail } = maker();
    const pool = new RsaPool({ size: 1, atOnce: 1, make, later });
    const [unlucky, lucky] = [pool.take(), pool.take()];
    fail();
    await expect(unlucky).rejects.toThrow('no entropy');
    finish();
    expect((await lucky).publicJwk.n).toBe('n1');
  });

  test('a failure with nobody waiting is not repeated until somebody asks', async () => {
    const { make, later, finish, fail } = maker();
    const pool = new RsaPool({ size: 2, atOnce: 1, make, later });
    const first = pool.take();
    finish();
    await first;
    await settle();
    fail();
    await settle();
    expect(pool.counts()).toEqual({ ready: 0, making: 0, waiting: 0, begun: 2 });
    const next = pool.take();
    finish();
    expect((await next).publicJwk.n).toBe('n2');
  });
});

describe('an RSA key', () => {
  test('has 2048 bits, and its halves belong together', async () => {
    const { privateJwk, publicJwk } = await makeRsaKey();
    const privateKey = createPrivateKey({ key: { ...privateJwk }, format: 'jwk' });
    const publicKey = createPublicKey({ key: { ...publicJwk }, format: 'jwk' });
    expect(publicKey.asymmetricKeyDetails).toEqual({ modulusLength: 2048, publicExponent: 65537n });
    const text = Buffer.from('signed');
    expect(verify('sha256', text, publicKey, sign('sha256', text, privateKey))).toBe(true);
    expect(Object.keys(publicJwk)).toEqual(['kty', 'e', 'n']);
    expect(JSON.parse(JSON.stringify(privateJwk))).toEqual(privateJwk);
  });

  test('the event loop goes on while it is made', async () => {
    let finished = false;
    const key = makeRsaKey().then(() => {
      finished = true;
    });
    let turns = 0;
    while (!finished) {
      await turn();
      turns += 1;
    }
    await key;
    expect(turns).toBeGreaterThan(20);
  });
});

test('keys made ahead do not keep a process alive', async () => {
  const program = `
    const { rsaPool } = await import('./store/rsa-pool.ts');
    await rsaPool.take();
    process.on('exit', () => console.log(JSON.stringify(rsaPool.counts())));
  `;
  const args = ['--import', 'tsx', '--input-type=module', '-e', program];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { begun } = JSON.parse(stdout) as { begun: number };
  // Some may be begun while the last one is made, on a slow machine; a process that was kept alive would end with all twenty.
  expect(begun).toBeLessThan(20);
});
