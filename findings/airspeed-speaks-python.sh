#!/usr/bin/env bash
# Behaviour: airspeed 0.7.1 (Velocity for Python) renders values and calls methods as Python does: `true` prints as True, a
#   map as {'a': 1}; `#foreach` over a map gives its keys, in Apache Velocity 2.4.1 its values; -7 / 2 is -4, in Java -3.
#   A method of Java's that Python's object lacks is printed as it stands, or is false in a condition: `$s.equals("b")`,
#   `$s.substring(1)`, `$s.toUpperCase()`. Some are there (`length`, `size`, `replaceAll`, `contains`), so that it seems to be
#   all. Nothing is reported.
# Wrong guess: that a port differs where something is missing, with an error; "a high level of compatibility" is in its
#   first sentence.
# What it means: JSON that a template makes has True in it and can't be read, loops print names for values, and conditions
#   are never met, in the fake alone. Try templates with the engine that will run them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check airspeed==0.7.1
cat >pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>look</groupId>
  <artifactId>look</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.velocity</groupId>
      <artifactId>velocity-engine-core</artifactId>
      <version>2.4.1</version>
    </dependency>
  </dependencies>
</project>
XML
mvn --quiet --batch-mode -Dstyle.color=never dependency:copy-dependencies -DoutputDirectory=lib >/dev/null

# A template a line: s is the text abc, map has a = 1 and b = 2.
cat >templates <<'TEXT'
{"active": #set($x = true)$x}
#foreach($x in $map)$x #end
$map
#set($x = -7 / 2)$x
$s.length() $s.replaceAll("[ab]", "x")
$s.substring(1)
#if($s.equals("abc"))same#{else}other#end
$s.toUpperCase()
TEXT
cat >expected <<'TEXT'
{"active": True}
a b 
{'a': 1, 'b': 2}
-4
3 xxc
$s.substring(1)
other
$s.toUpperCase()
TEXT
cat >look.py <<'PY'
import airspeed

for line in open("templates"):
    print(airspeed.Template(line.rstrip("\n")).merge({"s": "abc", "map": {"a": 1, "b": 2}}))
PY
cat >Look.java <<'JAVA'
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class Look {
    public static void main(String[] args) throws Exception {
        var engine = new VelocityEngine();
        engine.init();
        for (String line : Files.readAllLines(Path.of("templates"))) {
            var map = new LinkedHashMap<String, Object>();
            map.put("a", 1);
            map.put("b", 2);
            var context = new VelocityContext();
            context.put("s", "abc");
            context.put("map", map);
            var text = new StringWriter();
            engine.evaluate(context, text, "look", line);
            System.out.println(text);
        }
    }
}
JAVA
venv/bin/python -W ignore look.py >python
javac -nowarn -cp 'lib/*' Look.java
java -cp 'lib/*:.' Look >java 2> >(grep -v SLF4J >&2)
echo "the template; airspeed 0.7.1; velocity-engine-core 2.4.1"
paste -d '\n' templates <(sed 's/^/    /' python) <(sed 's/^/    /' java)
different=$(diff python java | grep -c '^<' || true)
if ! diff expected python >/dev/null || [ "$different" != 7 ]; then
  echo "this is no longer so" >&2
  exit 1
fi
