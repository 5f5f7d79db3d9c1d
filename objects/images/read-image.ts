import { imageSize } from 'image-size';
import { jpegSize } from './jpeg.js';
import { svgRoot } from './svg.js';

/** What an image is, whatever its name or media type says. */
export type ImageType = 'PNG' | 'JPG' | 'GIF' | 'ICO' | 'SVG';

/** An image that could be read. */
export interface Image {
  readonly type: ImageType;
  /** Pixels, as they are stored: an orientation that the image asks for is not applied. The largest one of an ICO. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** How many bytes it has. */
  readonly bytes: number;
}

/** Why bytes are no image: there are none, they are of no known type, or they don't tell width and height. */
export type ImageFault = 'empty' | 'unknownType' | 'unreadable';

interface Size {
  readonly width?: number;
  readonly height?: number;
}

/** How the types begin. */
const beginnings: readonly (readonly [ImageType, readonly number[]])[] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['JPG', [0xff, 0xd8, 0xff]],
  ['GIF', [...Buffer.from('GIF87a')]],
  ['GIF', [...Buffer.from('GIF89a')]],
  ['ICO', [0, 0, 1, 0]],
];

function typeOf(data: Uint8Array): ImageType | undefined {
  const found = beginnings.find(([, bytes]) => bytes.every((byte, at) => data[at] === byte));
  return found?.[0] ?? (svgRoot(data) === undefined ? undefined : 'SVG');
}

/**
 * image-size's answer if it sees the same type. It throws where it finds nothing, and may leave the sizes out. It gets
 * bytes of its own: past the end of a view it reads what lies behind.
 */
function sizeOf(data: Uint8Array, type: ImageType): Size {
  try {
    const { type: seen, width, height } = imageSize(new Uint8Array(data));
    return seen === type.toLowerCase() ? { width, height } : {};
  } catch {
    return {};
  }
}

/** The part of the bytes that tells the size is cut out first, where a search for it in all of them could take long. */
function measure(data: Uint8Array, type: ImageType): Size {
  if (type === 'JPG') return jpegSize(data) ?? {};
  return sizeOf(type === 'SVG' ? Buffer.from(svgRoot(data) ?? '') : data, type);
}

const isSize = (pixels: number | undefined): pixels is number =>
  pixels !== undefined && Number.isSafeInteger(pixels) && pixels > 0;

/**
 * Reads type and size of an image from its content alone; the bytes are looked through once at most. Whether there may
 * be so many bytes or pixels is for `imageCauses` to say.
 */
export function readImage(data: Uint8Array): Image | { readonly fault: ImageFault } {
  if (data.length === 0) return { fault: 'empty' };
  const type = typeOf(data);
  if (type === undefined) return { fault: 'unknownType' };
  const { width, height } = measure(data, type);
  if (!isSize(width) || !isSize(height)) return { fault: 'unreadable' };
  return { type, width, height, bytes: data.length };
}
