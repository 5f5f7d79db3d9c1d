#!/usr/bin/env bash
# Behaviour: with formats asserted, com.networknt:json-schema-validator 3.0.9 (Java) takes of `"format": "email"` only addresses whose
#   host ends in a domain of a list that it carries: `ann@acme.local`, `.internal`, `.lan`, `.corp`, `.test`, `.example` are "not a
#   valid RFC 5321 Mailbox". `ann@localhost` is good, and so is the host `acme.local` by `"format": "hostname"`. The leap second
#   `2026-12-31T23:59:60Z` is no date-time to it. ajv 8.20.0 with ajv-formats 3.0.1 takes all but `ann@localhost`.
# Wrong guess: that a format is the grammar of the standard it names. RFC 5321 (4.1.2) has no list of domains, JSON Schema (7.3.2)
#   names that grammar alone; RFC 3339 (5.6) has second 60.
# What it means: mail inside a company (`.local` of Active Directory, `.internal`, which is reserved for that), and the addresses of
#   all examples and tests, are 400 in the service in Java and good in the front end with the same schema; a domain that comes up
#   after the release waits for the next one. Put a `pattern` in place of the format, or a format of one's own in a dialect.
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
      <groupId>com.networknt</groupId>
      <artifactId>json-schema-validator</artifactId>
      <version>3.0.9</version>
    </dependency>
  </dependencies>
</project>
XML
mvn --quiet --batch-mode -Dstyle.color=never dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund ajv@8.20.0 ajv-formats@3.0.1 >/dev/null
# Format, value, and what is expected of networknt and of ajv.
cat >cases <<'TEXT'
email ann@acme.com good good
email o'neil+mail@acme.com good good
email ann@acme.local refused good
email ann@acme.internal refused good
email ann@acme.lan refused good
email ann@mail.acme.corp refused good
email ann@acme.test refused good
email ann@acme.example refused good
email ann@localhost good refused
idn-email ann@acme.local refused -
hostname acme.local good good
date-time 2026-12-31T23:59:59Z good good
date-time 2026-12-31T23:59:60Z refused good
TEXT
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const ajv = new Ajv.default();
formats.default(ajv);
for (const line of readFileSync('cases', 'utf8').trim().split('\n')) {
  const [format, value] = line.split(' ');
  const known = format in ajv.formats;
  console.log(!known ? '-' : ajv.validate({ type: 'string', format }, value) ? 'good' : 'refused');
}
JS
cat >Look.java <<'JAVA'
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;

public class Look {
    public static void main(String[] none) throws Exception {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (var line : Files.readAllLines(Path.of("cases"))) {
            var parts = line.split(" ");
            var schema = registry.getSchema("{\"type\":\"string\",\"format\":\"" + parts[0] + "\"}", InputFormat.JSON);
            var errors = schema.validate("\"" + parts[1] + "\"", InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
            System.out.println(parts[0] + " " + parts[1] + " " + (errors.isEmpty() ? "good" : "refused"));
        }
    }
}
JAVA
javac -nowarn -cp 'lib/*' Look.java
java -cp 'lib/*:.' Look 2>/dev/null >by-java
node look.mjs >by-node
echo "format, value, json-schema-validator 3.0.9, ajv 8.20.0"
paste -d ' ' by-java by-node | tee seen
diff cases seen || {
  echo "this is no longer so" >&2
  exit 1
}
