#!/usr/bin/env bash
# Behaviour: oauth2-oidc-sdk 11.38.2 (Nimbus), by which Spring Security 7.1.2 reads the discovery document of an issuer, throws
#   the whole document away for one word that it does not know in `prompt_values_supported`, `display_values_supported` or
#   `claim_types_supported`. In the lists of grants, scopes, response modes and ways to authenticate it takes any word.
#   Spring says "Unable to resolve Configuration with the provided Issuer"; `JwtDecoders` reads the same document.
# Wrong guess: that metadata which a client does not use does not matter to it, and that a new word in one of its lists is
#   treated as in the next; that this message is about the issuer's URL, at which the document lies all the same.
# What it means: an issuer that names a prompt of its own, as Okta's `enroll_authenticator` is one, keeps all apps with
#   `issuer-uri` of a client from starting, at their next restart, while its resource servers go on. Apps: give the endpoints
#   one by one. Issuers and fakes: leave those three lists out, all are optional.
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
      <groupId>org.springframework.security</groupId>
      <artifactId>spring-security-oauth2-client</artifactId>
      <version>7.1.2</version>
    </dependency>
    <dependency>
      <groupId>org.springframework.security</groupId>
      <artifactId>spring-security-oauth2-jose</artifactId>
      <version>7.1.2</version>
    </dependency>
    <dependency>
      <groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-databind</artifactId>
      <version>2.18.3</version>
    </dependency>
  </dependencies>
</project>
XML
mvn --quiet --batch-mode -Dstyle.color=never dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
cat >Look.java <<'JAVA'
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.SpringSecurityCoreVersion;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.jwt.JwtDecoders;

public class Look {
    static boolean changed = false;
    static String document;

    interface Reader {
        Object read(String issuer) throws Exception;
    }

    static String said(Reader reader, String issuer) {
        try {
            reader.read(issuer);
            return "good";
        } catch (Exception error) {
            var cause = error.getCause() == null ? error : error.getCause();
            return error.getMessage().replace(issuer, "ISSUER") + " / " + cause.getMessage();
        }
    }

    public static void main(String[] args) throws Exception {
        var keys = new JWKSet(new RSAKeyGenerator(2048).keyID("1").generate().toPublicJWK()).toString();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/oauth2/default";
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var text = path.endsWith("/.well-known/openid-configuration") ? document : keys;
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        var base = ("{'issuer':'%1$s','authorization_endpoint':'%1$s/v1/authorize','token_endpoint':'%1$s/v1/token',"
            + "'jwks_uri':'%1$s/v1/keys','response_types_supported':['code'],'subject_types_supported':['public'],"
            + "'id_token_signing_alg_values_supported':['RS256']").formatted(issuer);
        String[][] cases = {
            {"", ""},
            {"'prompt_values_supported':['none','login','consent']", ""},
            {"'prompt_values_supported':['none','login','consent','enroll_authenticator']", "Unknown prompt type"},
            {"'display_values_supported':['page','kiosk']", "Unknown display type"},
            {"'claim_types_supported':['normal','verified']", "claim type: verified"},
            {"'grant_types_supported':['urn:okta:params:oauth:grant-type:otp']", ""},
            {"'response_modes_supported':['query','okta_post_message']", ""},
            {"'token_endpoint_auth_methods_supported':['kiosk']", ""},
        };
        System.out.println("spring-security " + SpringSecurityCoreVersion.getVersion());
        for (var one : cases) {
            document = (base + (one[0].isEmpty() ? "" : "," + one[0]) + "}").replace('\'', '"');
            var client = said(ClientRegistrations::fromIssuerLocation, issuer);
            var resource = said(JwtDecoders::fromIssuerLocation, issuer);
            System.out.println("  with " + (one[0].isEmpty() ? "nothing more" : one[0]));
            System.out.println("    client: " + client + "\n    resource server: " + resource);
            changed |= one[1].isEmpty() != client.equals("good") || !client.contains(one[1]) || !resource.equals("good");
        }
        server.stop(0);
        if (changed) {
            System.err.println("this is no longer so");
            System.exit(1);
        }
    }
}
JAVA
javac -nowarn -cp 'lib/*' Look.java
ls lib | grep oauth2-oidc-sdk
java -cp 'lib/*:.' Look 2> >(grep -v SLF4J >&2)
