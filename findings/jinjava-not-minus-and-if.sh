#!/usr/bin/env bash
# Behaviour: jinjava 2.8.4 (HubSpot's Jinja for Java) prints `{{ -7 }}` as 7: a minus at the front is taken for the sign that trims
#   blanks (`{{-`), blank before it or not. `{% for u in users if u.active %}` runs for nobody, nor does its `else`. `not a == b` is
#   `(not a) == b`, so that `{% if not org == 'x' %}` is false for every org. None of the three is reported. Jinja2
#   3.1.6 prints -7, selects, and reads `not (a == b)`.
# Wrong guess: that what is accepted is understood as in Jinja; what jinjava does not know (`'x'.upper()`) is in the errors of
#   renderForResult.
# What it means: corrections and balances lose their sign, lists of some people are empty pages, and "all but this org" is
#   nobody. Write `{{ (-7) }}`, `not (a == b)`, and an `if` in the loop.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check Jinja2==3.1.6
cat >pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>look</groupId>
  <artifactId>look</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.hubspot.jinjava</groupId>
      <artifactId>jinjava</artifactId>
      <version>2.8.4</version>
    </dependency>
  </dependencies>
</project>
XML
mvn --quiet --batch-mode -Dstyle.color=never dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
# A template, what jinjava makes of it, and what Jinja2 does.
cat >cases.txt <<'TXT'
{{ -7 }}|7|-7
{{ -due }}|5|-5
{{ (-7) }}|-7|-7
{% for u in users if u.active %}{{ u.name }}{% else %}none{% endfor %}||ann
{% for u in users %}{% if u.active %}{{ u.name }}{% endif %}{% endfor %}|ann|ann
{% if not org == 'x' %}other{% else %}same{% endif %}|same|other
{% if not (org == 'x') %}other{% else %}same{% endif %}|other|other
TXT
cat >Look.java <<'JAVA'
import com.hubspot.jinjava.Jinjava;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

public class Look {
    public static void main(String[] none) throws Exception {
        var users = List.of(Map.of("name", "ann", "active", true), Map.of("name", "bob", "active", false));
        Map<String, Object> data = Map.of("due", 5, "users", users, "org", "acme");
        for (var line : Files.readAllLines(Path.of("cases.txt"))) {
            var result = new Jinjava().renderForResult(line.split("\\|")[0], data);
            System.out.println(result.getOutput() + "|" + result.getErrors().size());
        }
    }
}
JAVA
javac -nowarn -cp 'lib/*' Look.java
java -cp 'lib/*:.' Look 2>/dev/null >of-java.txt
cat >look.py <<'PY'
import sys

import jinja2

data = {"due": 5, "users": [{"name": "ann", "active": True}, {"name": "bob", "active": False}], "org": "acme"}
print(f"jinjava 2.8.4, Jinja2 {jinja2.__version__}")
changed = False
for case, java in zip(open("cases.txt").read().splitlines(), open("of-java.txt").read().splitlines(), strict=True):
    template, of_java, of_python = case.split("|")
    seen, errors = java.split("|")
    python = jinja2.Template(template).render(data)
    print(f"  {template}\n    jinjava: {seen!r}, {errors} errors; Jinja2: {python!r}")
    changed |= (seen, errors, python) != (of_java, "0", of_python)
sys.exit("this is no longer so" if changed else 0)
PY
venv/bin/python look.py
