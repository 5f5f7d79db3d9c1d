/** A fault of a client: what one sees, and the smallest request that shows it. */
export interface Fault {
  readonly what: string;
  /** The smallest request; absent where `what` says it. */
  readonly request?: string;
}

/** The faults of clients that people would look for here, by name. All were seen, with the versions of the table. */
export const faults: Readonly<Record<string, Fault>> = {
  'node-caches': {
    what: 'What it has read of a single object it keeps for as long as the process lives: what another client or a reset changes stays unseen. Give `cacheMiddleware: null`.',
  },
  'node-empty-page': {
    what: 'Where a page in the middle of a list is empty, `for await` gives a `null` and goes on, while `.each()` stops.',
  },
  'node6-encoding': {
    what: 'Path parameters go out as they are: a login with a `/` is another path, one with a `#` is cut.',
    request: "client.getUser('a/b@example.com')",
  },
  'node8-temporary-password': {
    what: 'The temporary password is answered, but a user is made of the answer, which has no such member.',
    request: '(await userApi.expirePasswordAndGetTemporaryPassword({ userId })).tempPassword',
  },
  'node8-unmodelled': {
    what: 'Members that its models do not know are dropped: an application that is read and put back loses `settings.app`.',
    request:
      'applicationApi.replaceApplication({ appId, application: await applicationApi.getApplication({ appId }) })',
  },
  'node8-lists': {
    what: 'Some lists leave as objects (`{"0": …}`), such as `locations` of a dynamic zone and `enum` of a property, and are refused rightly.',
    request:
      "networkZoneApi.createNetworkZone({ zone: { type: 'DYNAMIC', name: 'zone', locations: [{ country: 'US' }] } })",
  },
  'node8-slash': {
    what: 'With a slash at the end of `orgUrl` every call goes to `//api/v1/…`. The sandbox answers that, too.',
  },
  'py-empty-values': {
    what: 'It takes `None`, `""`, `[]` and `{}` out of every body, at any depth: nothing is emptied, and the answer is 200. To clear a member of a profile, replace the profile without it.',
    request: 'client.update_user(user_id, {"profile": {"nickName": None}})',
  },
  'py2-names': {
    what: 'Its models read members with an underscore (`redirect_uris`, `token_endpoint_auth_method`) under camel-case names, and drop them where a body has the API’s. An application that is read and put back has the members of its `profile` renamed (`cost_center` to `costCenter`), and loses what its models do not know. Dictionaries leave with their names.',
    request: 'client.create_application(models.OpenIdConnectApplication({…}))',
  },
  'py3-own-defaults': {
    what: 'Its models send defaults of their own for what nobody gave: a web app asks for `pkce_required`, a password policy for a symbol and a figure, and has the id `Assigned`, which is ignored.',
    request: 'client.create_application(OpenIdConnectApplication.from_dict({…}))',
  },
  'py3-pass-code': {
    what: 'Its models of a factor’s activation and verification have no member for the code, so none leaves: `E0000001`, `passCode: The field cannot be left blank`.',
    request: 'client.activate_factor(user_id, factor_id, UserFactorActivateRequest.from_dict({"passCode": "123456"}))',
  },
  'py3-temporary-password': {
    what: 'The temporary password is answered, but a user is made of the answer. It is in the response’s `raw_data`.',
    request: 'client.expire_password_with_temp_password(user_id)',
  },
  'py3-space': {
    what: 'It sends `Authorization: SSWS` and the token without the space between. The sandbox takes it so; a proxy that reads the header may not.',
    request: 'client.list_users()',
  },
  'py3-links': {
    what: 'Of several `Link` headers the response’s `headers` keep the last. Okta and the sandbox send `self` first and `next` last; a proxy that orders headers otherwise hides the next page.',
    request: 'client.list_users(limit=2)',
  },
  'go5-port': {
    what: 'It forgets the port of the org’s URL, and asks 443. Set `config.Host` after `NewConfiguration`, as below.',
    request: 'okta.NewConfiguration(okta.WithOrgUrl("https://localhost:4010"))',
  },
  'go5-no-retries': {
    what: 'Unless told to, it does not try again at 429: the call ends with the error `too many requests`. Give `WithRateLimitMaxRetries(2)` and `WithRateLimitMaxBackOff(30)`.',
  },
  'java-empty-values': {
    what: 'Members that its models know are not sent where they are null, `""` or an empty list: they can’t be emptied. Replace the profile without them.',
    request:
      'new UserApi(client).updateUser(userId, new UpdateUserRequest().profile(new UserProfile().nickName(null)), false)',
  },
  'java-own-defaults': {
    what: 'Its models send defaults of their own for what nobody set: a web app asks for `pkce_required`, a password policy for a symbol and a figure, and has the id `Assigned`, which is ignored.',
    request: 'new ApplicationApi(client).createApplication(new OpenIdConnectApplication()…)',
  },
  'java-temporary-password': {
    what: 'The temporary password is answered, but a user is made of the answer, which has no such member.',
    request: 'new UserCredApi(client).expirePasswordWithTempPassword(userId, false)',
  },
  'n8n-second-page': {
    what: 'With “Return All” it takes the first `after=` of the `Link` headers, which from the second page on is that of `self`: past 200 people it asks for the second page again and again, of a real org as well, until the limit of the minute is used up. Page with the node HTTP Request, or narrow the search.',
    request: '{ "operation": "getAll", "returnAll": true }',
  },
  'n8n-send-email': {
    what: 'Its switch “Send Email” at a deletion goes nowhere: `sendEmail` does not leave. The deletion is one request, after which somebody active is deactivated and still there.',
    request: '{ "operation": "delete", "userId": "00u…", "sendEmail": true }',
  },
};
