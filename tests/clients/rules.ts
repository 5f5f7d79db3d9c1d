/** A policy for the passwords of a group. */
export const passwordPolicy = (groupId: string) => ({
  type: 'PASSWORD' as const,
  ...{ name: 'Long', description: 'for the crew', priority: 1 },
  conditions: { people: { groups: { include: [groupId] } }, authProvider: { provider: 'OKTA' as const } },
  settings: { password: { complexity: { minLength: 12 } } },
});

const allow = { access: 'ALLOW' as const };

/** A rule of it. */
export const passwordRule = {
  type: 'PASSWORD' as const,
  name: 'Everywhere',
  conditions: { people: { users: { exclude: [] } }, network: { connection: 'ANYWHERE' as const } },
  actions: { passwordChange: allow, selfServicePasswordReset: allow, selfServiceUnlock: { access: 'DENY' as const } },
};

export const server = { name: 'Cars', description: 'Who drives', audiences: ['api://cars'] };

/** Who gets tokens of the server, and for how long. */
export const serverRule = {
  policy: {
    type: 'OAUTH_AUTHORIZATION_POLICY' as const,
    ...{ name: 'Drivers', description: 'all of them', priority: 1 },
    conditions: { clients: { include: ['ALL_CLIENTS'] } },
  },
  rule: {
    type: 'RESOURCE_ACCESS' as const,
    name: 'Hour',
    conditions: {
      people: { groups: { include: ['EVERYONE'] } },
      grantTypes: { include: ['authorization_code'] },
      scopes: { include: ['*'] },
    },
    actions: {
      token: { accessTokenLifetimeMinutes: 60, refreshTokenLifetimeMinutes: 0, refreshTokenWindowMinutes: 10_080 },
    },
  },
};

export const ipZone = {
  ...{ type: 'IP' as const, name: 'Rooms' },
  gateways: [{ type: 'CIDR' as const, value: '192.0.2.0/24' }],
  proxies: [{ type: 'RANGE' as const, value: '198.51.100.4-198.51.100.15' }],
};

export const eventHook = {
  name: 'New people',
  events: { type: 'EVENT_TYPE' as const, items: ['user.lifecycle.create'] },
  channel: {
    ...{ type: 'HTTP' as const, version: '1.0.0' },
    config: {
      uri: 'https://hook.example/in',
      headers: [{ key: 'x-from', value: 'org' }],
      authScheme: { type: 'HEADER' as const, key: 'Authorization', value: 'secret' },
    },
  },
};

/** A mail in French. */
export const customization = {
  ...{ language: 'fr', isDefault: true, subject: 'Bonjour' },
  body: `<p>\${activationLink}</p>`,
};
