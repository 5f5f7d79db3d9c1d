import { type Kind, person, unless } from '../kind.js';

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly profile: Readonly<Record<string, string>>;
}

interface Event {
  readonly target: readonly { readonly id: string }[];
}

/** A log that ends: one without `until` has a next page for ever. */
const LOGS = '/api/v1/logs?since=2000-01-01T00:00:00Z&until=2100-01-01T00:00:00Z&limit=1000';

/**
 * Users who are made and renamed, with what the System Log tells of it: a user without its event, or an event without
 * its user, is as wrong as a lost one.
 */
export const people: Kind = {
  name: 'users and log',
  writers: 4,
  begin(label) {
    /** Login to the last nickname that an answer confirmed. */
    const known = new Map<string, string | undefined>();
    /** Logins of writes that were sent and not answered: they may be there or not. */
    const open = new Set<string>();
    let n = 0;
    return {
      async step(client) {
        const login = `${label}.${n++}@example.com`;
        open.add(login);
        await client.write('POST', '/api/v1/users?activate=false', person(login));
        known.set(login, undefined);
        await client.write('POST', `/api/v1/users/${login}`, { profile: { nickName: `nick ${n}` } });
        known.set(login, `nick ${n}`);
        open.delete(login);
      },
      async lost(client) {
        const search = encodeURIComponent(`profile.login sw "${label}."`);
        const held = await client.all<Shown>(`/api/v1/users?search=${search}`);
        const byLogin = new Map(held.map((user) => [user.profile.login ?? '', user]));
        const filter = encodeURIComponent(`eventType eq "user.lifecycle.create" and target.alternateId sw "${label}."`);
        const events = await client.all<Event>(`${LOGS}&filter=${filter}`);
        const told = events.map(({ target }) => target[0]?.id);
        return [
          ...[...known].flatMap(([login, nickName]) => {
            const user = byLogin.get(login);
            if (!user) return [`${login} was answered and is gone`];
            return unless(nickName === undefined || user.profile.nickName === nickName, `${login} lost its nickname`);
          }),
          ...held.flatMap(({ id, status, profile: { login = '', email } }) => [
            ...unless(known.has(login) || open.has(login), `${login} was never asked for`),
            ...unless(status === 'STAGED' && email === login, `${login} is half there`),
            ...unless(told.filter((target) => target === id).length === 1, `${login} has not one event`),
          ]),
          ...unless(told.length === held.length, `${label}: ${told.length} events tell of ${held.length} users`),
        ];
      },
    };
  },
};
