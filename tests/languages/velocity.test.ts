// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Velocity writes its references as JavaScript does
import { describe, expect, test } from '@jest/globals';
import {
  type Functions,
  type Plain,
  parseTemplate,
  referencesOf,
  render,
  TemplateError,
} from '../../languages/velocity/index.js';

const variables: Readonly<Record<string, Plain>> = {
  s: 'hello',
  e: '',
  one: 1,
  zero: 0,
  nul: null,
  yes: true,
  no: false,
  list: ['a', 'b', 'c'],
  none: [],
  map: { a: 'A', n: null, b: 2, in: { x: 'X' } },
  d: 2.5,
  user: { profile: { firstName: 'Ada', email: 'ada@example.com' } },
};

const printed = (text: string, functions?: Functions): string => render(parseTemplate(text), variables, functions);

/** Runs a template that must be refused, and returns how. */
function refusal(text: string): TemplateError {
  try {
    printed(text);
  } catch (fault) {
    if (fault instanceof TemplateError) return fault;
    throw fault;
  }
  throw new Error(`not refused: ${text}`);
}

// Apache Velocity 1.7 printed these texts; 0 and what is empty are false, as from 2.0 on.
describe('where velocityjs prints otherwise (facts: velocity)', () => {
  test.each([
    ['$nul', '$nul'],
    ['$!nul', ''],
    ['\\$nope', '\\$nope'],
    ['  #set($q = 1)\n', ''],
    ['#if(0)t#{else}f#end', 'f'],
    ['#if("")t#{else}f#end', 'f'],
    ['#if($zero)t#{else}f#end', 'f'],
    ['#if($e)t#{else}f#end', 'f'],
    ['#if("b" > "a")t#{else}f#end', 'f'],
    ['#set($x = 7 / 2)$x', '3'],
    ['#set($x = 2 * 3.0)$x', '6.0'],
    ['#set($x = 1.0)$x', '1.0'],
    ['#set($x = 5 / 0)$x', '$x'],
    ['#set($x = $one-1)$x', '0'],
    ['#set($k = 1)#set($k = $nope)$k', '1'],
    ['$s.length() $s.equals("hello") $s.contains("ell")', '5 true true'],
    ['$s.replaceFirst("l","L") $s.matches("h.*o")', 'heLlo true'],
    ['$s.replace("l","L") $s.replaceAll("l+","L")', 'heLLo heLo'],
    ['$s.isEmpty() $e.isEmpty()', 'false true'],
    ['$list.isEmpty() $list.contains("a") $map.containsKey("a")', 'false true true'],
    ['$list.length', '$list.length'],
    [
      '#foreach($x in $list)$foreach.first $foreach.last $velocityHasNext;#end',
      'true false true;false false true;false true false;',
    ],
    ['#foreach($x in $list)$x#break\ny#end', 'a'],
    ['#foreach($x in $list)$x#break#end', 'a'],
    ['#foreach($x in $list)$x#break y#end', 'a'],
    ['#set($x = "a ""q"" b")$x', 'a "q" b'],
    ['#evaluate("$s!")', 'hello!'],
    ['a#stop b', 'a'],
    ['#{if}(true)x#{end}', 'x'],
  ])('%j prints %j', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  test('a value that was set stays for the next turn and the next mail', () => {
    const loop = '#foreach($u in [{"d":"A"},{}])#set($dep = $u.d)[$dep]#end';
    expect(printed(loop)).toBe('[A][A]');
  });
});

describe('references', () => {
  test.each([
    ['$s.', 'hello.'],
    ['${s}x $!s ${user.profile.firstName}', 'hellox hello Ada'],
    ['$nope.x ${nope} $!nope.x $!{nope.x}.', '$nope.x ${nope}  .'],
    ['$s.nope $s.nope() $!s.nope()x', '$s.nope $s.nope() x'],
    ['$5.00 $$ $ #hash # $.ajax $(x) ${} ${', '$5.00 $$ $ #hash # $.ajax $(x) ${} ${'],
    ['$$s $!$s', '$hello $!hello'],
    ['$map.a $map["a"] $map.get("a") $map.in.x $map["in"]["x"]', 'A A A X X'],
    ['$list[0] $list[-1] $list.get(1)', 'a c b'],
    ['$list $map $none $d', '[a, b, c] {a=A, n=null, b=2, in={x=X}} [] 2.5'],
    ['\\$s \\\\$s \\\\\\$s \\$!s', '$s \\hello \\$s $!s'],
    ['\\\\$nope \\\\\\$nope \\$!nope \\\\$!nope', '\\\\$nope \\\\$nope \\$!nope \\\\'],
    ['$s.length () $s [0] $s.foo(#if($yes)x#end) $s.foo(', '$s.length () hello [0] $s.foo(x) $s.foo('],
    ["$user.profile.firstName's ($s) $s-x ${s}-x", "Ada's (hello) $s-x hello-x"],
  ])('%j prints %j', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  test('which variables a template uses', () => {
    const text = `\${user.profile.firstName} $!request.browser.length() #if($a.b == "$c")#end \\$escaped #*$comment*# #[[$raw]]#
      #set($own = $d['k'][$e])$own #foreach($i in $items)$i.name $foreach.count#end '$f' #set($t = '$single')
      #macro(m $p)$p $g#end #m($h) ## $line`;
    const names = [
      'a',
      'a.b',
      'c',
      'd',
      'e',
      'f',
      'g',
      'h',
      'items',
      'request',
      'request.browser',
      'user',
      'user.profile',
    ];
    expect([...referencesOf(parseTemplate(text))].sort()).toEqual([...names, 'user.profile.firstName']);
  });
});

describe('directives', () => {
  test.each([
    ['#if($no)a#elseif($yes)b#else c#end', 'b'],
    ['#if($no)a#elseif($no)b#{else}c#end', 'c'],
    ['#if($none)t#{else}f#end#if($map)t#end', 'ft'],
    ['#if($one + 1)t#{else}f#end', 'f'],
    ['x\n  #foreach($i in $list)\n    $i\n  #end\nz', 'x\n      a\n      b\n      c\n  z'],
    ['a\r\n#if(true)\r\nx\r\n#end\r\ny', 'a\r\nx\r\ny'],
    ['a ## c\nb #* c *#\nd', 'a b \nd'],
    ['#[[ $s #if ]]#\nb', ' $s #if \nb'],
    ['#foreach($x in [3..1])$x#end', '321'],
    ['#foreach($x in $map)[$x]#end', '[A][$x][2][{x=X}]'],
    ['#foreach($x in $nope)$x#end.', '.'],
    ['#foreach($x in $map.entrySet())$x.key=$x.value;#end', 'a=A;n=$x.value;b=2;in={x=X};'],
    ['#set($x = 9)#foreach($x in $list)$x#end$x', 'abc9'],
    ['#foreach($x in $list)#foreach($y in [1..2])$foreach.parent.index$foreach.count#end;#end', '0102;1112;2122;'],
    ['#macro(m $a $b)[$a $b]#end#m(1)#m(1 2)#m("$s", $nope)', '[1 $b][1 2][hello $nope]'],
    ['#m(1)#macro(m $a)[$a]#end', '[1]'],
    ['#macro(m)<$bodyContent>#end#@m()hi $s#end', '<hi hello>'],
    ['#macro(m $a)$a#set($a = 5)$a#end#set($z = 1)#m($z) $z', '15 1'],
    ['#macro(m)a#break b#end#m()c', 'ac'],
    ['#macro(m)a#stop b#end#m()c', 'a'],
    ['#define($d)x$s#end$d$d', 'xhelloxhello'],
    ['#define($d)$d#end$d', '$d'],
    ['#set($map.in.x = 1)$map.in#set($list[0] = "z")$list', '{x=1}[z, b, c]'],
    ['#foo($s) #foo #{foo}() #@foo()x#end', '#foo($s) #foo #{foo}() #@foo()x#end'],
    ['\\#if \\\\#if(true)x#end \\#foo \\\\#foo', '#if \\x \\#foo \\\\#foo'],
    ['<style>#main { color: #fff }</style> &#160;', '<style>#main { color: #fff }</style> &#160;'],
  ])('%j prints %j', (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  test('a template leaves the values of its caller as they are', () => {
    const given = { map: { a: [1] } };
    expect(render(parseTemplate('#set($map.b = 1)$map.a.add(2)$map'), given)).toBe('true{a=[1, 2], b=1}');
    expect(given).toEqual({ map: { a: [1] } });
  });
});

test('a template can be rendered again, for another', () => {
  const template = parseTemplate("#set($n = $!n + $one)#define($d)$name#end#evaluate('#macro(m)x#end')#m()$d $n");
  expect(['Ada', 'Bob'].map((name) => render(template, { name, one: 1, n: 1 }))).toEqual(['xAda 2', 'xBob 2']);
});

describe('refusals', () => {
  test.each([
    ['a\n  #if(', 2, 7],
    ['#if(true)x', 1, 11],
    ['#end', 1, 1],
    ['a#else', 1, 2],
    ['#set($x = )', 1, 11],
    ['#set($x = 1 2)', 1, 13],
    ['#set($x = null)', 1, 11],
    ['#if($one = 1)x#end', 1, 10],
    ['#if($s AND $one)x#end', 1, 8],
    ['${nope', 1, 7],
    ['$s[abc]', 1, 7],
    ['$s.length( )', 1, 12],
    ['$s.foo( #if($yes)x#end', 1, 9],
    ['#foo("a)', 1, 6],
    ['#set($x = 3 -1)', 1, 13],
    ['#set($x = [1, 2, ])', 1, 18],
    ['x\n#set($x = "#if(")', 2, 11],
    ['#[[ open', 1, 1],
    ['#evaluate()', 1, 1],
  ])('%j cannot be read, from line %d, column %d on', (text, line, column) => {
    expect(refusal(text)).toMatchObject({ kind: 'syntax', line, column });
  });

  test.each([
    ['$list.get(9)', 'method'],
    ['$list[9]', 'method'],
    ['$s.substring(9)', 'method'],
    ['$s.concat($nope)', 'method'],
    ['$s.replaceAll("[","x")', 'method'],
    ["$s.replaceAll('l','$9')", 'method'],
    ['#parse("x")', 'resource'],
    ['#include("x")', 'resource'],
    ['#evaluate($t)#set($t = "#i")#set($t = "${t}f(")#evaluate($t)', 'syntax'],
  ])('%j is refused for its %s', (text, kind) => {
    expect(refusal(text).kind).toBe(kind);
  });
});

describe('tools', () => {
  const functions: Functions = {
    f: {
      twice: ([text]) => `${text}${text}`,
      sum: ([list]) => (Array.isArray(list) ? list.length : null),
      none: () => null,
    },
  };

  test('a template calls what it is given, with JSON', () => {
    expect(printed('$f.twice($s) ${f.sum([1,2])} $f.none() $f.nope(1) $!f.nope()', functions)).toBe(
      'hellohello 2 $f.none() $f.nope(1) ',
    );
  });

  test('nothing of JavaScript is in reach', () => {
    const text =
      '$s.constructor $map.constructor $map.__proto__ $list.constructor $f.constructor $f.toString() $d.toFixed(1)';
    expect(printed(text, functions)).toBe(
      '$s.constructor $map.constructor $map.__proto__ $list.constructor $f.constructor $f.toString() $d.toFixed(1)'.replace(
        '$map.__proto__',
        '{a=A, n=null, b=2, in={x=X}}.__proto__',
      ),
    );
    expect(printed('#set($map["__proto__"] = {"p": 1})$map.p $map["__proto__"].p $map.get("constructor")')).toBe(
      '$map.p 1 $map.get("constructor")',
    );
    expect(Object.hasOwn(Object.prototype, 'p')).toBe(false);
  });
});
