import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.okta.sdk.authc.credentials.TokenClientCredentials;
import com.okta.sdk.client.Clients;
import com.okta.sdk.resource.api.*;
import com.okta.sdk.resource.client.ApiClient;
import com.okta.sdk.resource.client.ApiException;
import com.okta.sdk.resource.common.PagedList;
import com.okta.sdk.resource.model.*;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The stories of a user of the Java SDK. Each prints how it ended: `ok NAME`, `fault NAME: its name`, `failed NAME: why`. */
public class Stories {
  /** A story. It gives the name of a fault of the client that it goes around, or null. */
  interface Story {
    String act() throws Exception;
  }

  static final ApiClient CLIENT = Clients.builder().build();
  static final ObjectMapper MAPPER = CLIENT.getObjectMapper();
  static final UserApi USERS = new UserApi(CLIENT);
  static final GroupApi GROUPS = new GroupApi(CLIENT);
  static final UserLifecycleApi LIFECYCLE = new UserLifecycleApi(CLIENT);

  /** Makes a model of JSON, so that a story shows what is asked at a glance. */
  static <T> T from(Class<T> type, String json) throws Exception {
    return MAPPER.readValue(json, type);
  }

  static void expect(Object seen, Object wanted) {
    if (!String.valueOf(seen).equals(String.valueOf(wanted))) {
      throw new AssertionError(seen + " instead of " + wanted);
    }
  }

  /** Status and code that a call is refused with. */
  static String refusal(Story call) throws Exception {
    try {
      call.act();
    } catch (ApiException refused) {
      String body = refused.getResponseBody();
      String code = body == null ? "" : new ObjectMapper().readTree(body).path("errorCode").asText();
      return refused.getCode() + " " + code;
    }
    throw new AssertionError("not refused");
  }

  static String person(String name) {
    return """
        {"profile": {"firstName": "%1$s", "lastName": "Low", "email": "%1$s@example.com", "login": "%1$s@example.com"},
         "credentials": {"password": {"value": "Tr1cky-Kettle-9"}}}""".formatted(name);
  }

  static User newPerson(String name) throws Exception {
    return USERS.createUser(from(CreateUserRequest.class, person(name)), true, false, null);
  }

  static Group newGroup(String name) throws Exception {
    return GROUPS.addGroup(from(AddGroupRequest.class, "{\"profile\": {\"name\": \"" + name + "\"}}"));
  }

  /** Asks the sandbox without the SDK: for what is not the story, such as the clock. */
  static JsonNode ask(String method, String path, String body) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("OKTA_CLIENT_ORGURL") + path))
        .header("Authorization", "SSWS " + System.getenv("OKTA_CLIENT_TOKEN"))
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(body))
        .build();
    return new ObjectMapper().readTree(PLAIN.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  static final HttpClient PLAIN = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The code of RFC 6238 for this secret in base32, by the time of the sandbox. */
  static String oneTimeCode(String secret) throws Exception {
    long step = ask("GET", "/_sandbox/clock", "").path("now").asLong() / 30_000;
    ByteBuffer key = ByteBuffer.allocate(secret.length() * 5 / 8);
    int bits = 0, value = 0;
    for (char letter : secret.replace("=", "").toCharArray()) {
      value = value << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      bits += 5;
      if (bits >= 8) key.put((byte) (value >> (bits -= 8)));
    }
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(key.array(), 0, key.position(), "HmacSHA1"));
    byte[] digest = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
    int at = digest[digest.length - 1] & 15;
    return "%06d".formatted((ByteBuffer.wrap(digest).getInt(at) & 0x7fffffff) % 1_000_000);
  }

  static String people() throws Exception {
    String id = newPerson("kim").getId();
    expect(USERS.getUser("kim@example.com", null, null).getId(), id);
    User changed = USERS.updateUser(id, from(UpdateUserRequest.class, "{\"profile\": {\"nickName\": \"Kimmy\"}}"), null);
    expect(changed.getProfile().getNickName(), "Kimmy");
    LIFECYCLE.suspendUser(id);
    expect(USERS.getUser(id, null, null).getStatus(), "SUSPENDED");
    LIFECYCLE.unsuspendUser(id);
    // A user is made of the answer, in which there is no temporary password any more.
    new UserCredApi(CLIENT).expirePasswordWithTempPassword(id, false);
    expect(USERS.getUser(id, null, null).getStatus(), "PASSWORD_EXPIRED");
    LIFECYCLE.deactivateUser(id, false, null);
    USERS.deleteUser(id, false, null);
    expect(refusal(() -> USERS.getUser(id, null, null).getId()), "404 E0000007");
    return "java-temporary-password";
  }

  static List<String> members(String group) throws Exception {
    List<String> ids = new ArrayList<>();
    for (User user : GROUPS.listGroupUsers(group, null, null)) ids.add(user.getId());
    return ids;
  }

  static String groups() throws Exception {
    GroupRuleApi rules = new GroupRuleApi(CLIENT);
    String user = newPerson("gil").getId();
    String group = newGroup("Crew").getId();
    GROUPS.assignUserToGroup(group, user);
    expect(members(group), List.of(user));
    GroupRule rule = rules.createGroupRule(from(CreateGroupRuleRequest.class, """
        {"type": "group_rule", "name": "Low",
         "conditions": {"expression": {"type": "urn:okta:expression:1.0", "value": "user.lastName == \\"Low\\""}},
         "actions": {"assignUserToGroups": {"groupIds": ["%s"]}}}""".formatted(group)));
    rules.activateGroupRule(rule.getId());
    String other = newPerson("gus").getId();
    expect(members(group).contains(other), true);
    rules.deactivateGroupRule(rule.getId());
    rules.deleteGroupRule(rule.getId(), null);
    GROUPS.unassignUserFromGroup(group, user);
    GROUPS.deleteGroup(group);
    return null;
  }

  static String schemas() throws Exception {
    UserSchema schema = new SchemaApi(CLIENT).updateUserProfile("default", from(UserSchema.class, """
        {"definitions": {"custom": {"id": "#custom", "type": "object", "properties": {"badge": {
          "title": "Badge", "type": "string", "permissions": [{"principal": "SELF", "action": "READ_ONLY"}]}}}}}"""));
    expect(schema.getDefinitions().getCustom().getProperties().get("badge").getTitle(), "Badge");
    String id = newPerson("sam").getId();
    User changed = USERS.updateUser(id, from(UpdateUserRequest.class, "{\"profile\": {\"badge\": \"B-1\"}}"), null);
    expect(changed.getProfile().getAdditionalProperties().get("badge"), "B-1");
    return null;
  }

  static String applications() throws Exception {
    ApplicationApi apps = new ApplicationApi(CLIENT);
    ApplicationUsersApi assignments = new ApplicationUsersApi(CLIENT);
    Application made = apps.createApplication(from(Application.class, """
        {"name": "bookmark", "label": "Notes", "signOnMode": "BOOKMARK",
         "settings": {"app": {"url": "https://app.example", "requestIntegration": false}}}"""), true, null);
    expect(made.getStatus(), "ACTIVE");
    String id = made.getId();
    String user = newPerson("ann").getId();
    AppUser assigned = assignments.assignUserToApplication(id, from(AppUserAssignRequest.class, "{\"id\": \"" + user + "\"}"));
    expect(assigned.getScope(), "USER");
    expect(assignments.listApplicationUsers(id, null, null, null, null).size(), 1);
    Application web = apps.createApplication(from(Application.class, """
        {"name": "oidc_client", "label": "Web", "signOnMode": "OPENID_CONNECT",
         "credentials": {"oauthClient": {"token_endpoint_auth_method": "client_secret_basic"}},
         "settings": {"oauthClient": {"redirect_uris": ["https://app.example/in"], "response_types": ["code"],
           "grant_types": ["authorization_code"], "application_type": "web"}}}"""), true, null);
    expect(((OpenIdConnectApplication) web).getCredentials().getOauthClient().getClientId() != null, true);
    assignments.unassignUserFromApplication(id, user, null);
    apps.deactivateApplication(id);
    apps.deleteApplication(id);
    expect(refusal(() -> apps.getApplication(id, null).getId()), "404 E0000007");
    return null;
  }

  static String factors() throws Exception {
    UserFactorApi factors = new UserFactorApi(CLIENT);
    String user = newPerson("tom").getId();
    UserFactor wanted = from(UserFactor.class, "{\"factorType\": \"token:software:totp\", \"provider\": \"GOOGLE\"}");
    UserFactor factor = factors.enrollFactor(user, wanted, null, null, null, true, null);
    String secret = MAPPER.valueToTree(factor.getEmbedded()).path("activation").path("sharedSecret").asText();
    String code = "{\"passCode\": \"" + oneTimeCode(secret) + "\"}";
    factors.activateFactor(user, factor.getId(), from(UserFactorActivateRequest.class, code));
    expect(factors.listFactors(user).size(), 1);
    factors.unenrollFactor(user, factor.getId(), null);
    return null;
  }

  static String policies() throws Exception {
    PolicyApi policies = new PolicyApi(CLIENT);
    String group = newGroup("Guarded").getId();
    Policy made = policies.createPolicy(from(Policy.class, """
        {"type": "PASSWORD", "name": "Long passwords", "conditions": {"people": {"groups": {"include": ["%s"]}}},
         "settings": {"password": {"complexity": {"minLength": 14}}}}""".formatted(group)), true);
    expect(((PasswordPolicy) made).getSettings().getPassword().getComplexity().getMinLength(), 14);
    PolicyRule kept = policies.createPolicyRule(made.getId(), from(PolicyRule.class, """
        {"type": "PASSWORD", "name": "Everybody", "actions": {"passwordChange": {"access": "ALLOW"}},
         "conditions": {"network": {"connection": "ANYWHERE"}}}"""), null, true);
    expect(policies.listPolicyRules(made.getId(), null).get(0).getId(), kept.getId());
    policies.deactivatePolicy(made.getId());
    policies.deletePolicy(made.getId());
    return null;
  }

  static String authorizationServers() throws Exception {
    AuthorizationServerApi servers = new AuthorizationServerApi(CLIENT);
    AuthorizationServerScopesApi scopes = new AuthorizationServerScopesApi(CLIENT);
    String id = servers.createAuthorizationServer(from(AuthorizationServer.class, """
        {"name": "Shop", "audiences": ["api://shop"], "description": "-"}""")).getId();
    scopes.createOAuth2Scope(id, from(OAuth2Scope.class, "{\"name\": \"shop.read\", \"consent\": \"IMPLICIT\"}"));
    new AuthorizationServerClaimsApi(CLIENT).createOAuth2Claim(id, from(OAuth2Claim.class, """
        {"name": "shop", "status": "ACTIVE", "claimType": "RESOURCE", "valueType": "EXPRESSION",
         "value": "user.login"}"""));
    List<String> names = new ArrayList<>();
    for (OAuth2Scope scope : scopes.listOAuth2Scopes(id, null, null, null, null)) names.add(scope.getName());
    expect(names.contains("shop.read"), true);
    servers.deactivateAuthorizationServer(id);
    servers.deleteAuthorizationServer(id);
    return null;
  }

  static String hooks() throws Exception {
    EventHookApi events = new EventHookApi(CLIENT);
    InlineHookApi inlines = new InlineHookApi(CLIENT);
    EventHook event = events.createEventHook(from(EventHook.class, """
        {"name": "Watch", "events": {"type": "EVENT_TYPE", "items": ["user.lifecycle.create"]},
         "channel": {"type": "HTTP", "version": "1.0.0", "config": {"uri": "https://hooks.example/in"}}}"""));
    expect(event.getVerificationStatus(), "UNVERIFIED");
    InlineHook inline = inlines.createInlineHook(from(InlineHook.class, """
        {"name": "Tokens", "type": "com.okta.oauth2.tokens.transform", "version": "1.0.0",
         "channel": {"type": "HTTP", "version": "1.0.0",
           "config": {"uri": "https://hooks.example/tokens", "method": "POST"}}}"""));
    expect(inline.getStatus(), "ACTIVE");
    events.deactivateEventHook(event.getId());
    events.deleteEventHook(event.getId());
    inlines.deactivateInlineHook(inline.getId());
    inlines.deleteInlineHook(inline.getId());
    return null;
  }

  static String logs() throws Exception {
    newPerson("log");
    String filter = "eventType eq \"user.lifecycle.create\"";
    List<LogEvent> events = new SystemLogApi(CLIENT).listLogEvents(null, null, null, filter, null, 5, "DESCENDING");
    expect(events.get(0).getTarget().get(0).getAlternateId(), "log@example.com");
    return null;
  }

  static String paging() throws Exception {
    for (int n = 0; n < 5; n++) newPerson("page" + n);
    TreeSet<String> logins = new TreeSet<>();
    String after = null;
    do {
      PagedList<User> page = (PagedList<User>)
          USERS.listUsers(null, null, after, 2, null, "profile.login sw \"page\"", null, null);
      for (User user : page) logins.add(user.getProfile().getLogin());
      after = page.getNextPage() == null ? null : page.getAfter();
    } while (after != null);
    expect(logins.size(), 5);
    return null;
  }

  static String refusals() throws Exception {
    newPerson("twin");
    expect(refusal(() -> newPerson("twin").getId()), "400 E0000001");
    expect(refusal(() -> GROUPS.getGroup("none").getId()), "404 E0000007");
    ApiClient stranger = Clients.builder().setClientCredentials(new TokenClientCredentials("00nobody")).build();
    expect(refusal(() -> new GroupApi(stranger).getGroup("none").getId()), "401 E0000011");
    return null;
  }

  static String limits() throws Exception {
    for (int n = 0; n < 100; n++) ask("GET", "/api/v1/zones", "");
    ask("POST", "/_sandbox/clock", "{\"advance\": 57000}");
    expect(new NetworkZoneApi(CLIENT).listNetworkZones(null, null, null).isEmpty(), false);
    return null;
  }

  public static void main(String[] args) {
    Map<String, Story> stories = new LinkedHashMap<>();
    stories.put("people", Stories::people);
    stories.put("groups and rules", Stories::groups);
    stories.put("schemas", Stories::schemas);
    stories.put("applications", Stories::applications);
    stories.put("factors", Stories::factors);
    stories.put("policies", Stories::policies);
    stories.put("authorization servers", Stories::authorizationServers);
    stories.put("hooks", Stories::hooks);
    stories.put("logs", Stories::logs);
    stories.put("paging", Stories::paging);
    stories.put("refusals", Stories::refusals);
    stories.put("limits", Stories::limits);
    stories.forEach((name, story) -> {
      try {
        String fault = story.act();
        System.out.println(fault == null ? "ok " + name : "fault " + name + ": " + fault);
      } catch (Throwable why) {
        System.out.println("failed " + name + ": " + String.valueOf(why).replaceAll("\\s+", " "));
        if (System.getenv("TRACE") != null) why.printStackTrace(System.out);
      }
    });
  }
}
