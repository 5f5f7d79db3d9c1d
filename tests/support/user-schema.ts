import type { TestAnswer, TestOrg } from './org.js';

/** The default user schema. */
export const PATH = '/api/v1/meta/schemas/user/default';

/** A plain property. */
export const text = { title: 'Text', type: 'string' };

/** A body that changes these custom properties. */
export const custom = (properties: Record<string, unknown>): unknown => ({
  definitions: { custom: { id: '#custom', type: 'object', properties } },
});

/** The custom properties that an answer shows. */
export const propertiesOf = (answer: TestAnswer): Record<string, Record<string, unknown>> =>
  answer.body.definitions.custom.properties;

/** Adds custom properties, to the default user schema or to another. */
export const adder =
  (org: TestOrg) =>
  (properties: Record<string, unknown>, path = PATH): Promise<TestAnswer> =>
    org.post(path, custom(properties));

/** Makes users, each another; the profile is completed. */
export function personMaker(org: TestOrg) {
  let people = 0;
  return (profile: Record<string, unknown> = {}, more: Record<string, unknown> = {}): Promise<TestAnswer> => {
    people += 1;
    const login = `person${people}@schemas.example`;
    return org.post('/api/v1/users?activate=false', {
      profile: { login, email: login, firstName: 'Per', lastName: 'Son', ...profile },
      ...more,
    });
  };
}
