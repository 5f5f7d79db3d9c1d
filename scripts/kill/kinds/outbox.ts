import { type Kind, person, unless } from '../kind.js';

interface Message {
  readonly to: string;
}

/** Activations that are mailed: a mail for each that was answered, none without its user. */
export const outbox: Kind = {
  name: 'outbox',
  writers: 1,
  begin(label) {
    const answered: string[] = [];
    let n = 0;
    return {
      async step(client) {
        const login = `${label}.${n++}@example.com`;
        await client.write('POST', '/api/v1/users?activate=true', person(login));
        answered.push(login);
      },
      async lost(client) {
        const messages = await client.all<Message>('/_sandbox/outbox');
        const mailed = messages.map(({ to }) => to).filter((to) => to.startsWith(`${label}.`));
        const statuses: string[] = [];
        for (const to of mailed) {
          if ((await client.status('GET', `/api/v1/users/${to}`)) !== 200)
            statuses.push(`${to} was mailed and is not there`);
        }
        return [
          ...statuses,
          ...answered.flatMap((login) =>
            unless(mailed.filter((to) => to === login).length === 1, `${login} has not one mail`),
          ),
        ];
      },
    };
  },
};
