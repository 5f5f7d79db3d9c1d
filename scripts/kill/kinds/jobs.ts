import { type Kind, person, unless } from '../kind.js';

interface WithId {
  readonly id: string;
}

interface Member {
  readonly profile: { readonly login: string };
}

/** Users that a rule puts into a group at once: a job of several slices. */
const CREW = 40;

const ruleOf = (label: string, groupId: string): object => ({
  type: 'group_rule',
  name: label,
  conditions: { expression: { value: `user.department == "${label}"`, type: 'urn:okta:expression:1.0' } },
  actions: { assignUserToGroups: { groupIds: [groupId] } },
});

/** A rule that fills a group beside other writes: its job is carried on by the next start, to the last member. */
export const jobs: Kind = {
  name: 'jobs',
  writers: 1,
  begin(label) {
    let group: WithId | undefined;
    let rule: WithId | undefined;
    let isActive = false;
    const answered: string[] = [];
    let n = 0;
    return {
      async step(client) {
        const login = `${label}.${n++}@example.com`;
        await client.write('POST', '/api/v1/users?activate=false', person(login, { department: label }));
        answered.push(login);
        if (n % CREW !== 3) return;
        group ??= await client.write<WithId>('POST', '/api/v1/groups', { profile: { name: label } });
        rule ??= await client.write<WithId>('POST', '/api/v1/groups/rules', ruleOf(label, group.id));
        if (!isActive) await client.write('POST', `/api/v1/groups/rules/${rule.id}/lifecycle/activate`);
        isActive = true;
      },
      async lost(client) {
        if (!group || !isActive) return [];
        const search = encodeURIComponent(`profile.department eq "${label}"`);
        const held = (await client.all<Member>(`/api/v1/users?search=${search}`)).map(({ profile }) => profile.login);
        const path = `/api/v1/groups/${group.id}/users`;
        let members: string[] = [];
        for (let tries = 0; tries < 200 && members.length < held.length; tries++) {
          members = (await client.all<Member>(path)).map(({ profile }) => profile.login);
        }
        return [
          ...unless(
            answered.every((login) => held.includes(login)),
            `${label}: a user of the department is gone`,
          ),
          ...unless(members.length === held.length, `${label}: ${members.length} members of ${held.length} users`),
        ];
      },
    };
  },
};
