#!/usr/bin/env bash
# Behaviour: CSVReader of opencsv 5.12.0 (Java) takes a backslash for an escape, and CSVWriter does not write one for itself: the
#   login `CORP\ann`, written and read by the two, is `CORPann`, and `C:\new` is `C:new`. A cell that ends with a backslash
#   takes the quote, the comma and the next cell with it: of two records with such a cell comes one, without an error (one
#   such cell alone in a file is an error). RFC4180Parser, in the same package, reads all of it rightly.
# Wrong guess: that a library's reader reads what its writer wrote, each by its defaults, and that a CSV file has one escape,
#   the doubled quote (RFC 4180, 2.7), which the writer does use.
# What it means: an export of accounts that is read in again has logins of a Windows domain, shares and patterns without their
#   backslashes: other people's logins, or nobody's; two people with `C:\` for a home become one. Give the reader
#   `new CSVReaderBuilder(in).withCSVParser(new RFC4180ParserBuilder().build())`.
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
      <groupId>com.opencsv</groupId>
      <artifactId>opencsv</artifactId>
      <version>5.12.0</version>
    </dependency>
  </dependencies>
</project>
XML
mvn --quiet --batch-mode -Dstyle.color=never dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
cat >Look.java <<'JAVA'
import com.opencsv.CSVReaderBuilder;
import com.opencsv.CSVWriter;
import com.opencsv.RFC4180ParserBuilder;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

public class Look {
    static boolean changed = false;

    static String written(List<String[]> rows) throws Exception {
        var text = new StringWriter();
        try (var writer = new CSVWriter(text)) {
            writer.writeAll(rows);
        }
        return text.toString();
    }

    static String shown(List<String[]> rows) {
        return Arrays.deepToString(rows.toArray()).replace("\n", "<line>");
    }

    /** Writes rows, reads them by default and by the standard, and compares with what was seen before. */
    static void look(String expected, String[]... rows) throws Exception {
        var text = written(List.of(rows));
        var seen = shown(new CSVReaderBuilder(new StringReader(text)).build().readAll());
        var parser = new RFC4180ParserBuilder().build();
        var other = shown(new CSVReaderBuilder(new StringReader(text)).withCSVParser(parser).build().readAll());
        System.out.println("  written       " + shown(List.of(rows)) + "\n  read          " + seen + "\n  RFC4180Parser " + other + "\n");
        changed |= !seen.equals(expected) || !other.equals(shown(List.of(rows)));
    }

    public static void main(String[] none) throws Exception {
        System.out.println("opencsv 5.12.0");
        look("[[CORPann, C:new]]", new String[] {"CORP\\ann", "C:\\new"});
        look("[[a\",b<line>c\", d]]", new String[] {"a\\", "b"}, new String[] {"c\\", "d"});
        look("[[a\"b, c,d]]", new String[] {"a\"b", "c,d"});
        if (changed) {
            System.err.println("this is no longer so");
            System.exit(1);
        }
    }
}
JAVA
javac -nowarn -cp 'lib/*' Look.java
java -cp 'lib/*:.' Look
