import type { Socket } from 'node:net';
import { bytesOf, knock, pause } from './raw.js';
import type { Target } from './target.js';

/** A way to wear a server out. */
export interface Attacker {
  readonly name: string;
  /** Goes on until it is told to stop, and leaves no connection behind. */
  attack(target: Target, signal: AbortSignal): Promise<void>;
}

/** So many clients that each do the same again and again. */
function clients(name: string, count: number, once: (target: Target, signal: AbortSignal) => Promise<void>): Attacker {
  const one = async (target: Target, signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) await once(target, signal);
  };
  return {
    name,
    async attack(target, signal) {
      await Promise.all(Array.from({ length: count }, () => one(target, signal)));
    },
  };
}

/** A client that opens a connection, does something with it, and goes after some milliseconds. */
const visits = (
  name: string,
  count: number,
  stays: number,
  act: (socket: Socket, target: Target) => void,
  leave: (socket: Socket) => void = (socket) => socket.destroy(),
): Attacker =>
  clients(name, count, async (target, signal) => {
    const socket = await knock(target);
    if (socket) act(socket, target);
    await pause(socket ? stays : 50, signal);
    if (socket) leave(socket);
  });

let made = 0;
const person = (): string => {
  const login = `attack.${(made += 1)}@example.com`;
  const profile = { firstName: 'A', lastName: 'B', login, email: login };
  return JSON.stringify({ profile, credentials: { password: { value: 'Blue-Kettle-47' } } });
};

/** Writes a piece at a time, as long as the connection is there. */
function trickle(socket: Socket, text: string, every: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || sent >= text.length) clearInterval(timer);
    else socket.write(text.slice(sent, (sent += 1)));
  }, every);
  socket.once('close', () => clearInterval(timer));
}

const pipelining = visits('pipelining, then gone', 10, 300, (socket, target) => {
  const reads = bytesOf(target, 'GET /api/v1/users?limit=1').repeat(8);
  socket.resume();
  socket.write(reads + bytesOf(target, 'POST /api/v1/users', person()) + reads);
});

const garbage = visits('a write, then garbage', 5, 200, (socket, target) => {
  socket.resume();
  socket.write(`${bytesOf(target, 'POST /api/v1/users', person())}\u0000garbage\r\n\r\n`);
});

const slow = visits('slow heads and bodies', 20, 5000, (socket, target) => {
  socket.resume();
  if (made % 2 === 0) trickle(socket, bytesOf(target, 'GET /api/v1/users'), 50);
  else {
    const [head = '', body = ''] = bytesOf(target, 'POST /api/v1/users', person()).split(/(?<=\r\n\r\n)/);
    socket.write(head);
    trickle(socket, body, 50);
  }
  made += 1;
});

const halfOpen = visits('half a body, half a connection', 20, 5000, (socket, target) => {
  socket.resume();
  socket.write(bytesOf(target, 'POST /api/v1/groups', 'x'.repeat(500_000), 1_000_000));
  if ((made += 1) % 2 === 0) socket.end();
});

const resetting = visits(
  'requests, then a reset',
  10,
  20,
  (socket, target) => {
    socket.write(
      bytesOf(target, 'GET /api/v1/users?limit=200').repeat(3) + bytesOf(target, 'POST /api/v1/users', person()),
    );
  },
  (socket) => socket.resetAndDestroy(),
);

/** Each asks for other pages of the largest rows, many times over, and reads none of it. */
const notReading = visits('large lists that nobody reads', 30, 5000, (socket, target) => {
  socket.pause();
  const page = (): string => bytesOf(target, `GET /api/v1/users?limit=${100 + ((made += 1) % 100)}`);
  socket.write(Array.from({ length: 20 }, page).join(''));
});

const files = visits('more connections than files', 300, 3000, (socket) => socket.resume());

/** Users whose passwords another system hashed, as hard to check as Okta takes them. */
async function heavyUsers(target: Target): Promise<string[]> {
  const hashes = [
    { algorithm: 'BCRYPT', workFactor: 20, salt: 'abcdefghijklmnopqrstuu', value: 'a'.repeat(31) },
    {
      algorithm: 'PBKDF2',
      ...{ iterationCount: 1_000_000, keySize: 32, digestAlgorithm: 'SHA256_HMAC' },
      ...{ salt: 'YSBwaW5jaCBvZiBzYWx0', value: Buffer.alloc(32).toString('base64') },
    },
  ];
  const ids: string[] = [];
  for (const hash of hashes) {
    const { profile } = JSON.parse(person()) as { profile: object };
    const body = JSON.stringify({ profile, credentials: { password: { hash } } });
    const answer = await fetch(`${target.url}/api/v1/users`, { method: 'POST', headers: target.headers, body });
    ids.push(((await answer.json()) as { id: string }).id);
  }
  return ids;
}

const hashes: Attacker = {
  name: 'hashes of the greatest work, then gone',
  async attack(target, signal) {
    const ids = await heavyUsers(target);
    const body = JSON.stringify({
      oldPassword: { value: 'Blue-Kettle-47' },
      newPassword: { value: 'Green-Lantern-52' },
    });
    const act = (socket: Socket): void => {
      const id = ids[(made += 1) % ids.length];
      socket.resume();
      socket.write(bytesOf(target, `POST /api/v1/users/${id}/credentials/change_password`, body));
    };
    await visits('', 20, 2000, act).attack(target, signal);
  },
};

/** What each phase of the attack does. */
export const attackers: readonly Attacker[] = [
  ...[pipelining, garbage, slow, halfOpen, resetting, notReading, hashes, files],
];

/** Those that hold something while the org is reset. */
export const holders: readonly Attacker[] = [slow, halfOpen, notReading, hashes];
