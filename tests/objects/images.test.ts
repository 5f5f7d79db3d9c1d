import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readImage } from '../../objects/images/read-image.js';
import { imageCauses, imageRules } from '../../objects/images/rules.js';

const MEGABYTE = 1024 * 1024;
const u16 = (value: number): number[] => [value >> 8, value & 0xff];

function png(width: number, height: number, size = 64): Buffer {
  const data = Buffer.alloc(size);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(data);
  data.writeUInt32BE(width, 16);
  data.writeUInt32BE(height, 20);
  return data;
}

function gif(width: number, height: number, version = '89a'): Buffer {
  const data = Buffer.alloc(32);
  data.write(`GIF${version}`, 'latin1');
  data.writeUInt16LE(width, 6);
  data.writeUInt16LE(height, 8);
  return data;
}

/** Sizes of an ICO are bytes, 0 for 256. */
function ico(...sizes: readonly (readonly [width: number, height: number])[]): Buffer {
  const entries = sizes.map(([width, height]) => [width % 256, height % 256, ...Array<number>(14).fill(0)]);
  return Buffer.from([0, 0, 1, 0, sizes.length, 0, ...entries.flat()]);
}

const segment = (marker: number, length: number): number[] => [
  0xff,
  marker,
  ...u16(length + 2),
  ...Array<number>(length).fill(0xc0),
];
const frame = (width: number, height: number, marker = 0xc0): number[] => [
  ...[0xff, marker, ...u16(17), 8, ...u16(height), ...u16(width)],
  ...[3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
];
const jpeg = (...parts: readonly (readonly number[])[]): Buffer => Buffer.from([0xff, 0xd8, ...parts.flat()]);

const sizeOf = (data: Uint8Array): unknown => {
  const image = readImage(data);
  return 'fault' in image ? image.fault : [image.type, image.width, image.height, image.bytes - data.length];
};

describe('the content of an image tells its type and size', () => {
  test('PNG, GIF and ICO', () => {
    expect(sizeOf(png(420, 120))).toEqual(['PNG', 420, 120, 0]);
    expect(sizeOf(gif(300, 7))).toEqual(['GIF', 300, 7, 0]);
    expect(sizeOf(gif(1, 65_535, '87a'))).toEqual(['GIF', 1, 65_535, 0]);
    expect(sizeOf(ico([16, 16]))).toEqual(['ICO', 16, 16, 0]);
    expect(sizeOf(ico([16, 16], [256, 256], [32, 32]))).toEqual(['ICO', 256, 256, 0]);
  });

  test('JPG, whatever stands before the frame', () => {
    const app0 = segment(0xe0, 14);
    const cases: Readonly<Record<string, Buffer>> = {
      'with JFIF': jpeg(app0, frame(200, 100)),
      'with a table first': jpeg(segment(0xdb, 65), frame(200, 100)),
      'with the frame first': jpeg(frame(200, 100)),
      'with large metadata': jpeg(app0, ...Array<number[]>(20).fill(segment(0xe1, 65_533)), frame(200, 100)),
      'with padding between segments': jpeg(app0, [0xff, 0xff, 0xff], frame(200, 100)),
      progressive: jpeg(app0, segment(0xc4, 30), frame(200, 100, 0xc2)),
      lossless: jpeg(app0, frame(200, 100, 0xc3)),
      arithmetic: jpeg(app0, segment(0xcc, 4), frame(200, 100, 0xc9)),
    };
    for (const [what, data] of Object.entries(cases))
      expect([what, sizeOf(data)]).toEqual([what, ['JPG', 200, 100, 0]]);
  });

  test('SVG, by its root alone', () => {
    const svg = (text: string): unknown => sizeOf(Buffer.from(text));
    expect(svg('<svg width="10" height="20px"/>')).toEqual(['SVG', 10, 20, 0]);
    expect(svg('\uFEFF<?xml version="1.0"?>\n<svg viewBox="0 0 24 12">')).toEqual(['SVG', 24, 12, 0]);
    expect(svg('<!-- <svg width="1" height="1"> --><svg width="10" height="20">')).toEqual(['SVG', 10, 20, 0]);
    expect(svg('<!DOCTYPE svg [<!ENTITY a "<svg width=\'1\'>">]><svg width="10" height="20">')).toEqual([
      'SVG',
      10,
      20,
      0,
    ]);
    expect(svg(`<!--${'x'.repeat(5000)}--><svg title=">" width="10" height="20">`)).toEqual(['SVG', 10, 20, 0]);
    expect(svg('<html><svg width="10" height="20"/></html>')).toBe('unknownType');
    expect(svg('<svgs width="10" height="20"/>')).toBe('unknownType');
  });

  test('in a part of a larger buffer', () => {
    for (const data of [png(3, 4), jpeg(frame(3, 4)), Buffer.from('<svg width="3" height="4"/>')]) {
      const padded = new Uint8Array(Buffer.concat([Buffer.alloc(5), data, Buffer.alloc(5)]));
      expect(readImage(padded.subarray(5, 5 + data.length))).toEqual(readImage(data));
      expect(readImage(data)).toMatchObject({ width: 3, height: 4, bytes: data.length });
    }
  });
});

describe('an image is refused', () => {
  test('where there is none, or none of a known type', () => {
    expect(readImage(Buffer.alloc(0))).toEqual({ fault: 'empty' });
    const others = ['x', '%PDF-1.4', 'RIFF\0\0\0\0WEBPVP8 ', 'BM', 'II*\0', '{"a":1}', 'GIF88a', '\x89PNG'];
    for (const text of others) expect(readImage(Buffer.from(text, 'latin1'))).toEqual({ fault: 'unknownType' });
    expect(readImage(Buffer.from([0, 0, 2, 0, 1, 0]))).toEqual({ fault: 'unknownType' });
  });

  test('where it does not tell its size', () => {
    const unreadable: readonly Buffer[] = [
      png(0, 5),
      png(5, 0),
      png(5, 5).subarray(0, 20),
      gif(0, 3),
      gif(3, 3).subarray(0, 8),
      ico(),
      ico([16, 16], [32, 32]).subarray(0, 30),
      jpeg(segment(0xe0, 14)),
      jpeg(frame(3, 3)).subarray(0, 9),
      jpeg(segment(0xda, 10), frame(3, 3)),
      jpeg(segment(0xe0, 14), [0, 0], frame(3, 3)),
      Buffer.from('<svg viewBox="0,0,24,12"/>'),
      Buffer.from('<svg/>'),
      Buffer.from('<svg width="-3" height="x"/>'),
    ];
    for (const data of unreadable)
      expect([data.toString('hex'), readImage(data)]).toMatchObject([{}, { fault: 'unreadable' }]);
  });

  test('whatever bytes come after a beginning that is right, it answers', () => {
    const beginnings = [png(1, 1, 24), gif(1, 1), ico([1, 1]), jpeg(segment(0xe0, 2)), Buffer.from('<svg ')];
    fc.assert(
      fc.property(
        fc.constantFrom(...beginnings),
        fc.nat({ max: 40 }),
        fc.uint8Array({ maxLength: 200 }),
        (begin, at, rest) => {
          const image = readImage(Buffer.concat([begin.subarray(0, at), rest]));
          expect('fault' in image || (image.width > 0 && image.height > 0)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('images that are long and say nothing are refused', () => {
  const fill = (begin: string | Buffer, unit: string | Buffer): Buffer =>
    Buffer.concat([Buffer.from(begin), Buffer.alloc(2 * MEGABYTE, unit)]);
  const crafted = [
    fill(jpeg(segment(0xe0, 14)), Buffer.from([0xff])),
    fill(jpeg(segment(0xe0, 14)), Buffer.from([0xff, 0xe1, 0, 2])),
    fill(jpeg(segment(0xe0, 14)), Buffer.from([0xff, 0xd0])),
    fill(Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(1)),
    fill('', '<svg '),
    fill('<svg ', " width='"),
    fill('<svg ', ' viewBox="'),
    fill('', '<!---->'),
    fill('', '<!DOCTYPE ['),
    fill('', ' '),
  ];
  for (const data of crafted) {
    expect(readImage(data)).toHaveProperty('fault');
  }
  // An ICO whose pictures are all of the greatest size.
  const icons = fill(Buffer.from([0, 0, 1, 0, 0xff, 0xff]), Buffer.alloc(1));
  expect(readImage(icons)).toMatchObject({ width: 256, height: 256 });
});

describe('what an image may be used for', () => {
  const causes = (data: Buffer, rule: keyof typeof imageRules): readonly string[] =>
    imageCauses(readImage(data), imageRules[rule]);

  test('is taken within the limits', () => {
    expect(causes(png(3840, 2160, MEGABYTE), 'themeLogo')).toEqual([]);
    expect(causes(jpeg(frame(8000, 8000)), 'themeBackground')).toEqual([]);
    expect(causes(ico([256, 256]), 'themeFavicon')).toEqual([]);
    expect(causes(gif(9000, 9000), 'appLogo')).toEqual([]);
  });

  test('is refused with a cause for each limit', () => {
    expect(causes(png(5568, 2161, 4158 * 1024), 'themeLogo')).toEqual([
      'Your selected image is 4,158kB, which exceeds the 1,024kB limit',
      'Your selected image is 5,568 pixels wide, which exceeds the 3,840 pixel limit',
      'Your selected image is 2,161 pixels high, which exceeds the 2,160 pixel limit',
    ]);
    expect(causes(png(199, 200), 'themeFavicon')).toEqual([
      'Your selected image should be in a 1:1 ratio for width and height. Found 199 x 200. The image should be 199 x 199 or 200 x 200.',
    ]);
    expect(causes(png(1, 1, MEGABYTE + 1), 'orgLogo')).toHaveLength(1);
  });

  test('is refused for its type, whatever its size', () => {
    expect(causes(jpeg(frame(16, 16)), 'themeFavicon')).toEqual(['file: The file must be an image of type PNG, ICO']);
    expect(causes(ico([16, 16]), 'themeLogo')).toEqual(['file: The file must be an image of type PNG, JPG, GIF']);
    expect(causes(Buffer.from('x'), 'orgLogo')).toEqual(['file: The file must be an image of type PNG, JPG, GIF']);
    expect(causes(Buffer.alloc(0), 'appLogo')).toEqual(['file: The field cannot be left blank']);
  });
});
