#!/usr/bin/env bash
# Behaviour: okta-jwt-verifier 0.5.10, Okta's own for Java, reads a key set only if each key in it has nothing but the members
#   that it knows (kty, alg, kid, use, e, n): with an `x5c`, an `x5t`, or a key of a curve beside, or one more member of the
#   set itself, all tokens are refused with "Failed to fetch keys from URL", though the answer was 200. Of a key without `use`
#   it takes no notice ("unable to locate signature verification key"). nimbus-jose-jwt 10.10 reads all of them.
# Wrong guess: that a reader ignores members which it does not understand, as RFC 7517 (4) demands, and that `use`, which is
#   optional there (4.2), has to be there; that the vendor's verifier is at least as lenient as a general one.
# What it means: with a fake of Okta, a gateway that signs anew, or an org that adds a certificate to its keys, one looks for
#   proxies and certificates of TLS, since the message speaks of fetching. Issuers and fakes: write `use` and nothing beside
#   those members. Apps: Spring Security or nimbus-jose-jwt verify the same tokens.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for part in okta nimbus; do
  mkdir $part
  if [ $part = okta ]; then
    wanted='com.okta.jwt:okta-jwt-verifier:0.5.10 com.okta.jwt:okta-jwt-verifier-impl:0.5.10'
  else
    wanted='com.nimbusds:nimbus-jose-jwt:10.10'
  fi
  {
    echo '<project><modelVersion>4.0.0</modelVersion><groupId>look</groupId><artifactId>look</artifactId>'
    echo '<version>1</version><dependencies>'
    for one in $wanted; do
      IFS=: read -r group name version <<<"$one"
      echo "<dependency><groupId>$group</groupId><artifactId>$name</artifactId><version>$version</version></dependency>"
    done
    echo '</dependencies></project>'
  } >$part/pom.xml
  mvn --quiet --batch-mode -Dstyle.color=never -f $part/pom.xml dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
done
store() { keytool "$@" -storetype PKCS12 -storepass changeit >/dev/null 2>&1; }
store -genkeypair -alias tls -keyalg RSA -dname CN=localhost -ext san=dns:localhost -validity 2 -keystore own.p12
store -exportcert -alias tls -keystore own.p12 -file own.cer
store -importcert -noprompt -alias tls -file own.cer -keystore trusted.p12

# The issuer: makes an RSA key, signs a token of its own, and shows the key in the form that is asked for. (HTTPS, since
# Okta's verifier takes no other.)
cat >Issuer.java <<'JAVA'
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.FileInputStream;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

class Issuer {
    final String url;
    final HttpsServer server;
    final KeyPair pair;
    String keys;

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Issuer() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
        var store = KeyStore.getInstance("PKCS12");
        store.load(new FileInputStream("own.p12"), "changeit".toCharArray());
        var managers = KeyManagerFactory.getInstance("SunX509");
        managers.init(store, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length());
            exchange.getResponseBody().write(keys.getBytes());
            exchange.close();
        });
        server.start();
        url = "https://localhost:" + server.getAddress().getPort() + "/oauth2/default";
    }

    String token() throws Exception {
        var now = Instant.now().getEpochSecond();
        var claims = "{\"iss\":\"" + url + "\",\"aud\":\"api\",\"sub\":\"ann\",\"iat\":" + now + ",\"exp\":" + (now + 300) + "}";
        var text = encoded("{\"alg\":\"RS256\",\"kid\":\"k1\"}".getBytes()) + "." + encoded(claims.getBytes());
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes());
        return text + "." + encoded(signature.sign());
    }

    /** The forms in which the same key is shown, by their names. */
    Map<String, String> forms() {
        var modulus = ((RSAPublicKey) pair.getPublic()).getModulus().toByteArray();
        var bare = "\"kty\":\"RSA\",\"kid\":\"k1\",\"e\":\"AQAB\",\"n\":\"" + encoded(unsigned(modulus)) + "\"";
        var own = bare + ",\"alg\":\"RS256\",\"use\":\"sig\"";
        var curve = "{\"kty\":\"EC\",\"kid\":\"k2\",\"use\":\"sig\",\"crv\":\"P-256\","
            + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\",\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"}";
        var all = new LinkedHashMap<String, String>();
        all.put("as Okta shows it", "{\"keys\":[{" + own + "}]}");
        all.put("without use", "{\"keys\":[{" + bare + ",\"alg\":\"RS256\"}]}");
        all.put("with an x5t", "{\"keys\":[{" + own + ",\"x5t\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAA\"}]}");
        all.put("with a status", "{\"keys\":[{" + own + ",\"status\":\"ACTIVE\"}]}");
        all.put("a key of a curve beside", "{\"keys\":[{" + own + "}," + curve + "]}");
        all.put("a member of the set", "{\"keys\":[{" + own + "}],\"expires\":1}");
        return all;
    }

    /** The bytes of a number without the one that says that it is positive. */
    static byte[] unsigned(byte[] bytes) {
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
JAVA
cat >Okta.java <<'JAVA'
import com.okta.jwt.JwtVerifiers;

public class Okta {
    public static void main(String[] none) throws Exception {
        var issuer = new Issuer();
        for (var form : issuer.forms().entrySet()) {
            issuer.keys = form.getValue();
            var verifier = JwtVerifiers.accessTokenVerifierBuilder().setIssuer(issuer.url).setAudience("api").build();
            var said = "good";
            try {
                verifier.decode(issuer.token());
            } catch (Exception error) {
                said = error.getCause().getMessage().replaceAll("( with header)?: [{h].*", "");
            }
            System.out.println("okta, " + form.getKey() + ": " + said);
        }
        System.exit(0);
    }
}
JAVA
cat >Nimbus.java <<'JAVA'
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;

public class Nimbus {
    public static void main(String[] none) throws Exception {
        var issuer = new Issuer();
        for (var form : issuer.forms().entrySet()) {
            var key = JWKSet.parse(form.getValue()).getKeyByKeyId("k1").toRSAKey();
            var good = SignedJWT.parse(issuer.token()).verify(new RSASSAVerifier(key));
            System.out.println("nimbus, " + form.getKey() + ": " + (good ? "good" : "refused"));
        }
        System.exit(0);
    }
}
JAVA
trusted=(-Djavax.net.ssl.trustStore=trusted.p12 -Djavax.net.ssl.trustStorePassword=changeit)
javac -nowarn -d out/okta -cp 'okta/lib/*' Issuer.java Okta.java
javac -nowarn -d out/nimbus -cp 'nimbus/lib/*' Issuer.java Nimbus.java
echo "okta-jwt-verifier 0.5.10, nimbus-jose-jwt 10.10"
{
  java "${trusted[@]}" -cp 'okta/lib/*:out/okta' Okta 2>/dev/null
  java -cp 'nimbus/lib/*:out/nimbus' Nimbus
} | tee seen
failed="Failed to fetch keys from URL"
cat >expected <<TEXT
okta, as Okta shows it: good
okta, without use: Cannot verify JWS signature: unable to locate signature verification key for JWS
okta, with an x5t: $failed
okta, with a status: $failed
okta, a key of a curve beside: $failed
okta, a member of the set: $failed
nimbus, as Okta shows it: good
nimbus, without use: good
nimbus, with an x5t: good
nimbus, with a status: good
nimbus, a key of a curve beside: good
nimbus, a member of the set: good
TEXT
diff expected seen || {
  echo "this is no longer so" >&2
  exit 1
}
