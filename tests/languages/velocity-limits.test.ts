import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Plain,
  parseTemplate,
  referencesOf,
  render,
  TemplateError,
  templateLimits,
} from '../../languages/velocity/index.js';

const variables: Readonly<Record<string, Plain>> = { a: { b: [1] }, l: [1, 2, 3], s: 'text', n: 5 };

/** How a template ends: what it prints, or how it is refused. */
function end(text: string): string {
  try {
    const template = parseTemplate(text);
    referencesOf(template);
    return `prints ${render(template, variables).length}`;
  } catch (fault) {
    if (fault instanceof TemplateError) return fault.kind;
    throw fault;
  }
}

/** CPU time in ms of the best of some runs: the others warm up, or share their time with a collection of garbage. */
function time(text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 6 && best > 25; run += 1) {
    const start = process.cpuUsage();
    end(text);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const big = `#set($s = "${'a'.repeat(64)}")#foreach($i in [1..12])#set($s = "$s$s")#end`;
const loops = (body: string) =>
  `#foreach($a in [1..300])#foreach($b in [1..300])#foreach($c in [1..300])${body}#end#end#end`;
const again = (text: string, count = 60) => text.repeat(count);

const runaways: [string, string][] = [
  [loops('x'), 'steps'],
  [loops(''), 'steps'],
  [loops('#set($q = $a + $b)'), 'steps'],
  ['#foreach($i in [1..1000000000])#end', 'steps'],
  ['#set($x = [1..99999999999999999999])', 'steps'],
  [`#set($s = "ab")${again('#set($s = "$s$s")')}`, 'length'],
  [`#set($s = "ab")${again('#set($s = $s + $s)')}`, 'length'],
  [`#set($n = 99999999999)${again('#set($n = $n * $n)')}`, 'length'],
  [`#set($l = [1])${again('#set($l = [$l, $l])')}$l`, 'steps'],
  [`#set($l = [1])#set($m = [1])${again('#set($l = [$l, $l])#set($m = [$m, $m])')}#if($l == $m)x#end`, 'steps'],
  [`#set($l = [1])${again('$l.addAll($l)')}`, 'steps'],
  ['#set($m = {})$m.put("a", $m)$m', 'depth'],
  ['#macro(m)#m()#m()#end#m()', 'depth'],
  [`${Array.from({ length: 18 }, (_, i) => `#macro(m${i})#m${i + 1}()#m${i + 1}()#end`).join('')}#m0()`, 'steps'],
  [`#set($t = '#evaluate($t)')#evaluate($t)`, 'depth'],
  [`#set($t = '#set($q = ${'!'.repeat(250)}"#evaluate($t)")')#evaluate($t)`, 'depth'],
  [`#macro(m)#set($q = ${'!'.repeat(250)}"#m()")#end#m()`, 'depth'],
  [`${Array.from({ length: 40 }, (_, i) => `#define($d${i})$d${i + 1}$d${i + 1}#end`).join('')}$d0`, 'steps'],
  [`#define($y)${'x'.repeat(60_000)}#end#foreach($i in [1..9])$y#end`, 'length'],
  [`${big}$s.repeat(100000)`, 'length'],
  [`${big}$s.matches("(a*)*b")`, 'steps'],
  [`${big}$s.matches("(a|a)*b")`, 'depth'],
  [`${big}$s.matches("a*a*a*a*b")`, 'steps'],
  [`${big}$s.replaceAll("a", "${'b'.repeat(50)}")`, 'steps'],
  [`${big}$s.replace("a", "bbbb")`, 'steps'],
  [`${big}#set($x = "a")#foreach($i in [1..9999])#set($q = $x.equalsIgnoreCase($s))#end`, 'steps'],
  [
    `${big}#set($k = [])#foreach($i in [1..50])$k.add($s.concat("$i"))#end#foreach($i in [1..999])$k.contains("${'$'}{s}x")#end`,
    'steps',
  ],
  [`${big}#set($q = "$s")#foreach($i in [1..9999])#if($q == $s)#end#end`, 'steps'],
  [`${big}#foreach($i in [1..9999])#set($q = $s.indexOf("b"))#end`, 'steps'],
  [`#foreach($i in [1..9999])#evaluate("#if($i == 1 || $i && !$n)x#end")#end`, 'steps'],
];

describe('a template that would not end', () => {
  test.each(runaways.map(([text, kind]) => [text.slice(-60), kind, text]))(
    '%s is stopped by its %s',
    (_, kind, text) => {
      expect(end(text)).toBe(kind);
      expect(time(text)).toBeLessThan(50);
    },
  );
});

const fill = (part: string) => part.repeat(Math.floor(templateLimits.template / part.length));
const nest = (open: string, close: string) => {
  const count = Math.floor(templateLimits.template / (open.length + close.length)) - 1;
  return `${open.repeat(count)}1${close.repeat(count)}`;
};

const floods = [
  ...['$', '#', '\\', '$!', '${', '#{', '$a', '$a.', '$a.b(', '$a[', '$a.b(1)', '#if(', '#if(true)', '#end', '"', "'"],
  ...[
    '#if(true)x#end',
    '#set($a = 1)',
    '#set($a = [',
    '#foreach($i in $l)',
    '#macro(m $a)',
    '#m(',
    '#foo(x y)',
    '#@m(',
  ],
  ...['#set($a = "x$b")', '#set($a = """")', '#*', '#[[', '##', '\n', '  #set', '\\$a', '\\#if', '(', '[', '{', '$\\'],
  ...[`$a${'.b'.repeat(32_766)}`, `$a${'.b(1)'.repeat(13_106)}`, `#set($x = $a${'[0]'.repeat(21_838)})`],
  ...[`#set($x = 1${' + 1'.repeat(255)})`, `#if(${'!'.repeat(255)}true)#end`, '#if(1 == 1 && 2 < 3 || !false)x#end'],
].map(fill);
const nests = [
  nest('#if(true)', '#end'),
  nest('#if(', ')'),
  nest('#set($a = [', '])'),
  nest('$a.b(', ')'),
  nest('$a[', ']'),
  nest('#foreach($i in [1..9])', '#end'),
  nest('#define($d)', '#end'),
  nest('{"a":', '}'),
];

describe('a text made to be slow to read', () => {
  test.each([...floods, ...nests].map((text) => [text.slice(0, 24), text]))(
    '%j... is read in a bounded time',
    (_, text) => {
      expect(text.length).toBeGreaterThan(templateLimits.template * 0.99);
      expect(time(text)).toBeLessThan(50);
    },
  );

  test('longer than the limit is refused unread', () => {
    expect(end('x'.repeat(templateLimits.template))).toBe(`prints ${templateLimits.template}`);
    expect(end('x'.repeat(templateLimits.template + 1))).toBe('length');
  });

  test('quotes within quotes end', () => {
    let text = '$a';
    for (let depth = 0; depth < 13; depth += 1) text = `#set($x = "${text.replaceAll('"', '""')}")`;
    expect(text.length).toBeLessThan(templateLimits.template);
    expect(time(text)).toBeLessThan(50);
  });
});

describe('any text', () => {
  const parts = [
    '$',
    '#',
    '\\',
    '!',
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '"',
    "'",
    '.',
    ',',
    ' ',
    '\n',
    '1',
    '..',
    '=',
    '&&',
    '||',
    '<',
    '-',
  ];
  const words = [
    '$a',
    '$l',
    '$s.length()',
    '#if(',
    '#else',
    '#end',
    '#set($x = ',
    '#foreach($i in $l)',
    '#macro(m $p)',
    '#m(',
    'x',
    'true',
    '#evaluate(',
  ];

  test('is printed or refused with a TemplateError', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts, ...words), { maxLength: 40 }), (pieces) => {
        expect(end(pieces.join(''))).toMatch(/^(prints \d+|syntax|steps|length|depth|method|resource)$/);
      }),
      { numRuns: 3000 },
    );
  });

  test('without signs is printed as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = text.replace(/[$#\\]/g, '');
        expect(render(parseTemplate(plain), {})).toBe(plain);
      }),
    );
  });
});
