import type { Client } from '../client.js';
import { type Kind, person, unless } from '../kind.js';

interface Schema {
  readonly definitions: {
    readonly custom: { readonly properties: Readonly<Record<string, { readonly title: string }>> };
  };
}

const PATH = '/api/v1/meta/schemas/user/default';

const bodyOf = (name: string, property: object | null): object => ({
  definitions: { custom: { id: '#custom', type: 'object', properties: { [name]: property } } },
});

/** Properties of users that are made, titled, given a value and taken away again, the value with them. */
export const schemas: Kind = {
  name: 'schemas',
  writers: 1,
  begin(label) {
    const login = `${label}@example.com`;
    /** Property to its title as it was answered last; null for one that was taken away. */
    const known = new Map<string, string | null>();
    /** What was sent last and not answered. */
    let open: string | undefined;
    let n = 0;
    const put = async (client: Client, name: string, title: string | null) => {
      open = name;
      await client.write('POST', PATH, bodyOf(name, title === null ? null : { title, type: 'string' }));
      known.set(name, title);
      open = undefined;
    };
    return {
      async step(client) {
        if (n === 0) await client.write('POST', '/api/v1/users?activate=false', person(login));
        const name = `${label}_${n++}`;
        await put(client, name, 'First');
        await client.write('POST', `/api/v1/users/${login}`, { profile: { [name]: 'x' } });
        await put(client, name, 'Second');
        if (n > 1) await put(client, `${label}_${n - 2}`, null);
      },
      async lost(client) {
        const { properties } = (await client.get<Schema>(PATH)).body.definitions.custom;
        const wrong = [...known].flatMap(([name, title]) =>
          unless(
            name === open || (properties[name]?.title ?? null) === title,
            `the property ${name} is not as answered`,
          ),
        );
        // What is left would only slow the rounds that follow.
        for (const name of known.keys()) if (properties[name]) await client.write('POST', PATH, bodyOf(name, null));
        return wrong;
      },
    };
  },
};
