#!/usr/bin/env bash
# Behaviour: JsonDiff of com.github.java-json-tools:json-patch 1.13 (formerly com.github.fge) makes patches that lead to another
#   document. From `{"active":[],"waiting":["ann","bob"]}` to `{"active":["ann"],"waiting":[]}` it says: remove the first who
#   waits, then move the first who waits to the active: bob is active. Where a value leaves one list and comes up elsewhere, it
#   makes a move of it by a place that the removals before have shifted. It reports nothing; zjsonpatch 0.4.16 is right.
# Wrong guess: that a patch which is made of two documents leads from the one to the other, and that what applies without an
#   error was meant so; if the second of two is the one who moves, it is right, and so are tests with one.
# What it means: an audit or a sync that sends differences moves roles, grants or factors to another place for another person
#   than it was asked for, and both sides hold the patch for right. Apply each patch to the old document and compare, send
#   the list whole, or make the patch with zjsonpatch.
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
      <groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-databind</artifactId>
      <version>2.17.2</version>
    </dependency>
    <dependency>
      <groupId>com.github.java-json-tools</groupId>
      <artifactId>json-patch</artifactId>
      <version>1.13</version>
    </dependency>
    <dependency>
      <groupId>com.flipkart.zjsonpatch</groupId>
      <artifactId>zjsonpatch</artifactId>
      <version>0.4.16</version>
    </dependency>
  </dependencies>
</project>
XML
mvn --quiet --batch-mode -Dstyle.color=never dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
cat >Look.java <<'JAVA'
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.fge.jsonpatch.JsonPatch;
import com.github.fge.jsonpatch.diff.JsonDiff;

public class Look {
    static final ObjectMapper JSON = new ObjectMapper();
    static boolean changed = false;

    static JsonNode read(String text) throws Exception {
        return JSON.readTree(text.replace('\'', '"'));
    }

    /** Makes a patch of two documents, applies it to the first, and compares what comes of it with what was seen before. */
    static void look(String from, String to, String expected) throws Exception {
        var patch = JsonDiff.asJson(read(from), read(to));
        var seen = JsonPatch.fromJson(patch).apply(read(from));
        var other = com.flipkart.zjsonpatch.JsonDiff.asJson(read(from), read(to));
        var right = com.flipkart.zjsonpatch.JsonPatch.apply(other, read(from)).equals(read(to));
        System.out.println("  from " + read(from) + "\n  to   " + read(to) + "\n    " + patch);
        System.out.println("    leads to " + seen + "; the patch of zjsonpatch is " + (right ? "right" : "wrong"));
        changed |= !seen.equals(read(expected)) || !right;
    }

    public static void main(String[] none) throws Exception {
        System.out.println("json-patch 1.13, zjsonpatch 0.4.16");
        var two = "{'active':[],'waiting':['ann','bob']}";
        look(two, "{'active':['bob'],'waiting':[]}", "{'active':['bob'],'waiting':[]}");
        look(two, "{'active':['ann'],'waiting':[]}", "{'active':['bob'],'waiting':[]}");
        look("{'members':['ann','bob','cid'],'owners':['dan']}", "{'members':['ann'],'owners':['dan','bob']}",
            "{'members':['ann'],'owners':['dan','cid']}");
        if (changed) {
            System.err.println("this is no longer so");
            System.exit(1);
        }
    }
}
JAVA
javac -nowarn -cp 'lib/*' Look.java
java -cp 'lib/*:.' Look
