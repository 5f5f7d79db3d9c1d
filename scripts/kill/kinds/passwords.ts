import { type Kind, person, unless } from '../kind.js';

const passwordOf = (n: number): string => `Kill-Round-Nr-${n}`;

/** Passwords that are changed again and again: after the restart the last one that was answered, or the next, signs in. */
export const passwords: Kind = {
  name: 'passwords',
  writers: 1,
  begin(label) {
    const login = `${label}@example.com`;
    /** The number of the last password that was answered, and of the one that was sent; 0 for none. */
    let [answered, sent] = [0, 0];
    return {
      async step(client) {
        sent += 1;
        const password = { value: passwordOf(sent) };
        if (sent === 1) await client.write('POST', '/api/v1/users', { ...person(login), credentials: { password } });
        else await client.write('POST', `/api/v1/users/${login}`, { credentials: { password } });
        answered = sent;
      },
      async lost(client) {
        if (answered === 0) return [];
        const signsIn = async (n: number): Promise<boolean> => {
          const body = { username: login, password: passwordOf(n) };
          return (await client.status('POST', '/api/v1/authn', body)) === 200;
        };
        if (await signsIn(answered)) {
          return answered === 1 ? [] : unless(!(await signsIn(answered - 1)), `${login} goes on with an old password`);
        }
        return unless(sent > answered && (await signsIn(sent)), `${login} lost its password`);
      },
    };
  },
};
