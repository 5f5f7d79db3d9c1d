#!/usr/bin/env bash
# Behaviour: okta-sdk-java 24.0.0 reads each value of an enumeration that it does not know as `unknown_default_open_api`, and
#   sends that word back. Its list of grants for apps lacks those of Direct Authentication
#   (`urn:okta:params:oauth:grant-type:oob` and others), which its list for authorization servers has. An app that is
#   read, given another label and put back leaves with `"grant_types": [..., "unknown_default_open_api"]`. Members that
#   the model lacks, such as `settings.app` of an OIDC app, do not leave at all.
# Wrong guess: that a value which can be read can be put back; that a fallback for reading is an error in writing, as its
#   name is no value of the API.
# What it means: a script that renames all apps is refused at some of them, for a grant that nobody asked for, or takes a
#   grant away where the server drops what it does not know. Look for UNKNOWN_DEFAULT_OPEN_API in what was read, and
#   change such objects past this client, by JSON.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>look</groupId>
  <artifactId>look</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.okta.sdk</groupId>
      <artifactId>okta-sdk-impl</artifactId>
      <version>24.0.0</version>
    </dependency>
    <dependency>
      <groupId>com.okta.sdk</groupId>
      <artifactId>okta-sdk-api</artifactId>
      <version>24.0.0</version>
    </dependency>
  </dependencies>
</project>
XML
mvn --quiet --batch-mode -Dstyle.color=never dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
cat >Look.java <<'JAVA'
import com.okta.sdk.authc.credentials.TokenClientCredentials;
import com.okta.sdk.client.Clients;
import com.okta.sdk.resource.api.ApplicationApi;
import com.okta.sdk.resource.model.GrantType;
import com.okta.sdk.resource.model.OAuthGrantType;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

public class Look {
    static final String OOB = "urn:okta:params:oauth:grant-type:oob";
    static final String APP = "{\"id\":\"1\",\"name\":\"oidc_client\",\"label\":\"a\",\"signOnMode\":\"OPENID_CONNECT\","
        + "\"settings\":{\"app\":{\"site\":\"x\"},\"oauthClient\":{\"application_type\":\"native\","
        + "\"grant_types\":[\"authorization_code\",\"" + OOB + "\"]}}}";
    static String sent = "";

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            sent = body.replaceAll("\\s+", "");
            byte[] answer = APP.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        int status = 1;
        try {
            status = look("http://127.0.0.1:" + server.getAddress().getPort()) ? 0 : 1;
        } catch (Exception error) {
            error.printStackTrace();
        }
        System.exit(status);
    }

    static boolean look(String url) {
        var client = Clients.builder().setOrgUrl(url).setClientCredentials(new TokenClientCredentials("x")).build();
        var apps = new ApplicationApi(client);
        var app = apps.getApplication("1", null);
        app.setLabel("b");
        apps.replaceApplication("1", app);
        boolean servers = Arrays.stream(GrantType.values()).anyMatch(grant -> OOB.equals(grant.getValue()));
        boolean inApps = Arrays.stream(OAuthGrantType.values()).anyMatch(grant -> OOB.equals(grant.getValue()));
        System.out.println("okta-sdk-java 24.0.0: " + OOB + " is in GrantType: " + servers + ", in OAuthGrantType: " + inApps);
        System.out.println("  read      " + APP);
        System.out.println("  put back  " + sent);
        boolean same = servers && !inApps && !sent.contains("\"site\"")
            && sent.contains("\"grant_types\":[\"authorization_code\",\"unknown_default_open_api\"]");
        if (!same) {
            System.err.println("this is no longer so");
        }
        return same;
    }
}
JAVA
javac -nowarn -cp 'lib/*' Look.java
java -Dokta.testing.disableHttpsCheck=true -cp 'lib/*:.' Look 2> >(grep -v SLF4J >&2)
