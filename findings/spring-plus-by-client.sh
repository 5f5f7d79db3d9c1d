#!/usr/bin/env bash
# Behaviour: of spring-web 7.0.10, RestTemplate sends `+` in a value as it is: `getForObject(".../users?search={search}", ..., v)`
#   with `ann+test@example.com` asks for `ann test@example.com`. RestClient writes %2B for the same template, and leaves the
#   `+`, too, where the value goes in by `queryParam("search", v)`. So does UriComponentsBuilder, unless `encode()` comes
#   before the values. `&`, `=` and `%` are encoded by RestTemplate.
# Wrong guess: that a template with values encodes the values, since it does for blanks, quotes and `&`, and that moving a call
#   from RestTemplate to RestClient changes nothing in the URL.
# What it means: servers read `+` in a query as a blank (as a form is read), and find nobody by an address with a tag, with 200
#   and an empty list; a program that makes who is not there then makes him again, and is refused. Set a
#   DefaultUriBuilderFactory (TEMPLATE_AND_VALUES) on the RestTemplate, and give RestClient values for `{names}`.
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
      <groupId>org.springframework</groupId>
      <artifactId>spring-web</artifactId>
      <version>7.0.10</version>
    </dependency>
  </dependencies>
</project>
XML
mvn --quiet --batch-mode -Dstyle.color=never dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
cat >Look.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.core.SpringVersion;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriComponentsBuilder;

public class Look {
    static boolean changed = false;

    /** Asks in one of the ways, and prints the query as it came and the search that a server reads in it. */
    static void look(String way, String value, boolean right, Function<String, String> ask) {
        var query = ask.apply(value);
        var read = URLDecoder.decode(query.substring("search=".length()), StandardCharsets.UTF_8);
        System.out.printf("  %-44s %s%n    read as: %s%n", way, query, read);
        changed |= read.equals(value) != right;
    }

    public static void main(String[] args) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var query = exchange.getRequestURI().getRawQuery().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, query.length);
            exchange.getResponseBody().write(query);
            exchange.close();
        });
        server.start();
        var base = "http://127.0.0.1:" + server.getAddress().getPort();
        var template = base + "/users?search={search}";
        var plus = "profile.email eq \"ann+test@example.com\"";
        var others = "a&b=c;d%2Be";
        var old = new RestTemplate();
        var set = new RestTemplate();
        set.setUriTemplateHandler(new DefaultUriBuilderFactory());
        var client = RestClient.create(base);
        System.out.println("spring " + SpringVersion.getVersion());
        look("RestTemplate, {search}", plus, false, v -> old.getForObject(template, String.class, v));
        look("RestTemplate, {search}, without a plus", others, true, v -> old.getForObject(template, String.class, v));
        look("RestTemplate, DefaultUriBuilderFactory", plus, true, v -> set.getForObject(template, String.class, v));
        look("RestClient, {search}", plus, true, v -> client.get().uri(template, v).retrieve().body(String.class));
        look("RestClient, queryParam(value)", plus, false, v -> client.get()
            .uri(uri -> uri.path("/users").queryParam("search", v).build()).retrieve().body(String.class));
        look("RestClient, queryParam({search})", plus, true, v -> client.get()
            .uri(uri -> uri.path("/users").queryParam("search", "{search}").build(v)).retrieve().body(String.class));
        look("UriComponentsBuilder, build().encode()", plus, false, v -> UriComponentsBuilder.fromUriString(base)
            .queryParam("search", v).build().encode().toUri().getRawQuery());
        look("UriComponentsBuilder, encode().build(value)", plus, true, v -> UriComponentsBuilder.fromUriString(base)
            .queryParam("search", "{search}").encode().buildAndExpand(v).toUri().getRawQuery());
        server.stop(0);
        if (changed) {
            System.err.println("this is no longer so");
            System.exit(1);
        }
    }
}
JAVA
javac -nowarn -cp 'lib/*' Look.java
java -cp 'lib/*:.' Look
