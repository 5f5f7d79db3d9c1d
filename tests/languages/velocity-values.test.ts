import { describe, expect, test } from '@jest/globals';
import { parseTemplate, render } from '../../languages/velocity/index.js';

const variables = { s: 'hello', one: 1, d: 2.5, yes: true, no: false, list: ['a', 'b', 'c'], map: { a: 'A', n: null } };
const printed = (text: string): string => render(parseTemplate(text), variables);
const value = (expression: string): string => printed(`#set($x = ${expression})$x`);

// Apache Velocity 1.7 printed these texts.
describe("Java's numbers", () => {
  test.each([
    ['-7 / 2', '-3'],
    ['-7 % 3', '-1'],
    ['5.0 / 0', '$x'],
    ['1 - -1', '2'],
    ['10 - 2 - 3', '5'],
    ['2 + 3 * 4', '14'],
    ['(2 + 3) * 4', '20'],
    ['2147483647 + 1', '2147483648'],
    ['9223372036854775807 * 2', '18446744073709551614'],
    ['1.5e3', '1500.0'],
    ['0.1 + 0.2', '0.30000000000000004'],
    ['100000000.0 * 10', '1.0E9'],
    ['12345678.9', '1.23456789E7'],
    ['1234567.0', '1234567.0'],
    ['0.001', '0.001'],
    ['0.00001', '1.0E-5'],
    ['-0.0', '-0.0'],
    ['.5', '0.5'],
    ['1.', '1.0'],
    ['10 / 4.0', '2.5'],
    ['$d + $one', '3.5'],
    ['$one + $nope', '$x'],
    ['"a" - 1', '$x'],
  ])('%s is %s', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });
});

describe('operators', () => {
  test.each([
    ['"a" + 1 + 2', 'a12'],
    ['1 + 2 + "c"', '3c'],
    ['"a" + $nope + "b"', 'a$nopeb'],
    ['$list + "x"', '[a, b, c]x'],
    ['1 == 1.0', 'true'],
    ['"1" == 1', 'true'],
    ['$yes == "true"', 'true'],
    ['$nope == $nul', 'true'],
    ['$nope != "x"', 'true'],
    ['$list == ["a","b","c"]', 'true'],
    ['{"a": [1]} == {"a": [1]}', 'true'],
    ['"1" < 2', 'false'],
    ['$nope > 1', 'false'],
    ['2 ge 2 and not (1 ne 1)', 'true'],
    ['true || false && false', 'true'],
    ['false && true || true', 'true'],
    ['true == 1 < 2', 'true'],
    ['1 < 2 == true && 1 + 1 == 2', 'true'],
    ['!$yes == false', 'true'],
    ['!!$yes', 'true'],
    ['!($yes && ($no || !$no))', 'false'],
    ['$nope', '$x'],
    ['[1..3]', '[1, 2, 3]'],
    ['[1..-1]', '[1, 0, -1]'],
    ['[$nope..3]', '$x'],
    ['[$nope, "b", $one]', '[null, b, 1]'],
    ['{"b": 1, "a": $s, "1": 2}', '{b=1, a=hello, 1=2}'],
    ["'it''s $s'", "it's $s"],
    ['"#if($yes)x#end $s.length()"', 'x 5'],
    ['"a##b"', 'a'],
    ['"a\\nb"', 'a\\nb'],
  ])('%s is %s', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  test('what need not be looked at is not', () => {
    expect(printed('#if($no && $s.substring(9))t#{else}f#end#if($yes || $s.substring(9))t#end')).toBe('ft');
  });
});

describe("Java's methods", () => {
  test.each([
    ['$s.substring(1) $s.substring(1,3) $s.charAt(0)', 'ello el h'],
    ['$s.indexOf("l") $s.indexOf("l",3) $s.lastIndexOf("l") $s.lastIndexOf("l",2) $s.indexOf("z")', '2 3 3 2 -1'],
    ['$s.toUpperCase() $s.startsWith("he") $s.startsWith("l",2) $s.endsWith("lo")', 'HELLO true true true'],
    [
      '$s.equalsIgnoreCase("HELLO") $s.compareTo("help") $s.compareToIgnoreCase("HELP") $s.hashCode()',
      'true -4 -4 99162322',
    ],
    ['$s.replace("","-") $s.replaceAll("","-")', '-h-e-l-l-o- -h-e-l-l-o-'],
    [
      '$s.replaceAll("(l)(l)","$2-$1") $s.replaceFirst("l",\'[$0]\') $s.replaceAll("(?i)L","_")',
      'hel-lo he[l]lo he__o',
    ],
    ['$s.matches("hel") $s.matches("h[a-e]l{2}(o|x)") $s.matches("(.).(.)\\2.")', 'false true true'],
    ['#set($c = "a,b,,c,,")#foreach($x in $c.split(","))[$x]#end', '[a][b][][c]'],
    ['#foreach($x in $s.split("l",2))[$x]#end #foreach($x in $s.split(""))$x.#end', '[he][lo] h.e.l.l.o.'],
    ['$s.concat(1) $s.substring("1") $list.get("0")', '$s.concat(1) $s.substring("1") $list.get("0")'],
    ['$list.size() $list.add("z") $list $list.add(0,"y") $list', '3 true [a, b, c, z]  [y, a, b, c, z]'],
    ['$list.remove(0) $list.remove("c") $list $list.indexOf("b") $list.set(0,"q") $list', 'a true [b] 0 b [q]'],
    [
      '$list.subList(0,2) $list.addAll(["q"]) $list.removeAll(["a"]) $list $list.clear()$list.size()',
      '[a, b] true true [b, c, q] 0',
    ],
    ['$map.keySet() $map.values() $map.size() $map.entrySet()', '[a, n] [A, null] 2 [a=A, n=null]'],
    ['$map.put("k","v")$map.k $!map.put("k","w")$map.k $map.remove("k") $map', '$map.put("k","v")v vw w {a=A, n=null}'],
    ['$map.getOrDefault("q","z") $map.containsValue("A") $map.get("n")', 'z true $map.get("n")'],
    ['$one.toString() $d.intValue() $one.doubleValue() $one.compareTo(2) $one.equals("1")', '1 2 1.0 -1 false'],
    [
      '#set($big = 1e300)$big.intValue() #set($inf = 1e308 * 10)$inf $inf.longValue()',
      '2147483647Infinity 9223372036854775807',
    ],
    ['$yes.toString().length() $yes.booleanValue() $yes.compareTo(false)', '4 true 1'],
  ])('%s prints %s', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });
});
