import okta from '@okta/okta-sdk-nodejs';

const client = new okta.Client(); // or { orgUrl, token }
const user = await client.createUser({
  profile: { firstName: 'Kim', lastName: 'Low', email: 'start@example.com', login: 'start@example.com' },
  credentials: { password: { value: 'Tr1cky-Kettle-9' } },
});
await user.suspend();
