#!/usr/bin/env bash
# Behaviour: scim2-sdk-common 5.0.0 (UnboundID's SCIM for Java) applies `{"op":"add","path":"members","value":{"value":"3"}}`
#   by putting that one object in place of the whole list: a group of two has one member afterwards, and `members` is no
#   list any more. With the object in brackets it is added. A path that names the core schema, as in
#   `urn:ietf:params:scim:schemas:core:2.0:User:userName`, leaves the user name as it was and makes a member of that URN.
# Wrong guess: that `add` to an attribute which holds a list adds, whether one value is given or several: RFC 7644 (3.5.2.1)
#   says that a new value is added, and 3.10 that each attribute may be named with its URN.
# What it means: a client that adds one member empties the group, is answered 200, and whoever syncs next takes rights from
#   everybody. Before applying, wrap the value in a list where the attribute is one, and cut the resource's own URN off.
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
      <groupId>com.unboundid.product.scim2</groupId>
      <artifactId>scim2-sdk-common</artifactId>
      <version>5.0.0</version>
    </dependency>
  </dependencies>
</project>
XML
mvn --quiet --batch-mode -Dstyle.color=never dependency:copy-dependencies -DoutputDirectory=lib >/dev/null
cat >Look.java <<'JAVA'
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.utils.JsonUtils;

public class Look {
    static final ObjectMapper JSON = JsonUtils.createObjectMapper();
    static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";
    static final String GROUP = "{'schemas':['" + CORE + "Group'],'displayName':'Staff','members':[{'value':'1'},{'value':'2'}]}";
    static final String USER = "{'schemas':['" + CORE + "User'],'userName':'ann'}";
    static boolean changed = false;

    static String quoted(String text) {
        return text.replace('\'', '"');
    }

    /** Applies an operation, prints one member of what comes of it, and compares it with what was seen before. */
    static void look(String resource, String operation, String member, String expected) throws Exception {
        var request = "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[" + operation + "]}";
        var target = new GenericScimResource((ObjectNode) JSON.readTree(quoted(resource)));
        JSON.readValue(quoted(request), PatchRequest.class).apply(target);
        var seen = JSON.readTree(JSON.writeValueAsString(target)).get(member).toString();
        System.out.println(quoted(operation) + "\n  " + member + ": " + seen);
        changed |= !seen.equals(quoted(expected));
    }

    public static void main(String[] args) throws Exception {
        System.out.println("scim2-sdk-common 5.0.0");
        look(GROUP, "{'op':'add','path':'members','value':[{'value':'3'}]}", "members",
            "[{'value':'1'},{'value':'2'},{'value':'3'}]");
        look(GROUP, "{'op':'add','path':'members','value':{'value':'3'}}", "members", "{'value':'3'}");
        look(GROUP, "{'op':'add','value':{'members':{'value':'3'}}}", "members", "{'value':'3'}");
        look(USER, "{'op':'replace','path':'userName','value':'bob'}", "userName", "'bob'");
        look(USER, "{'op':'replace','path':'" + CORE + "User:userName','value':'bob'}", "userName", "'ann'");
        if (changed) {
            System.err.println("this is no longer so");
            System.exit(1);
        }
    }
}
JAVA
javac -nowarn -cp 'lib/*' Look.java
java -cp 'lib/*:.' Look
