import type { Image, ImageFault, ImageType } from './read-image.js';

/** What an image may be that is uploaded for a purpose. */
export interface ImageRule {
  readonly types: readonly ImageType[];
  /** The most it may have, in units of 1,024 bytes, as Okta counts them. */
  readonly mostKilobytes: number;
  /** Pixels. */
  readonly mostWidth?: number;
  /** Pixels. */
  readonly mostHeight?: number;
  readonly square?: boolean;
}

const pictures: readonly ImageType[] = ['PNG', 'JPG', 'GIF'];

/** The rules of each kind of upload (facts: apps §6, brand-theme-email, org). */
export const imageRules = {
  appLogo: { types: pictures, mostKilobytes: 1024 },
  orgLogo: { types: pictures, mostKilobytes: 1024 },
  themeLogo: { types: pictures, mostKilobytes: 1024, mostWidth: 3840, mostHeight: 2160 },
  themeFavicon: { types: ['PNG', 'ICO'], mostKilobytes: 1024, mostWidth: 512, mostHeight: 512, square: true },
  themeBackground: { types: pictures, mostKilobytes: 2048, mostWidth: 8000, mostHeight: 8000 },
} as const satisfies Record<string, ImageRule>;

const grouped = (value: number): string => `${value}`.replace(/\B(?=(\d{3})+$)/g, ',');

/** The causes of a refusal for what an image is too large for, in Okta's words; none where it may be taken. */
function sizeCauses({ width, height, bytes }: Image, rule: ImageRule): string[] {
  const { mostKilobytes, mostWidth = Number.POSITIVE_INFINITY, mostHeight = Number.POSITIVE_INFINITY } = rule;
  const kilobytes = Math.ceil(bytes / 1024);
  const causes: string[] = [];
  if (kilobytes > mostKilobytes) {
    causes.push(`Your selected image is ${grouped(kilobytes)}kB, which exceeds the ${grouped(mostKilobytes)}kB limit`);
  }
  if (width > mostWidth) causes.push(pixelCause(width, 'wide', mostWidth));
  if (height > mostHeight) causes.push(pixelCause(height, 'high', mostHeight));
  if (rule.square && width !== height) causes.push(squareCause(width, height));
  return causes;
}

const pixelCause = (pixels: number, way: 'wide' | 'high', most: number): string =>
  `Your selected image is ${grouped(pixels)} pixels ${way}, which exceeds the ${grouped(most)} pixel limit`;

const squareCause = (width: number, height: number): string =>
  `Your selected image should be in a 1:1 ratio for width and height. Found ${grouped(width)} x ${grouped(height)}. ` +
  `The image should be ${grouped(width)} x ${grouped(width)} or ${grouped(height)} x ${grouped(height)}.`;

/**
 * Why an image is refused, as error causes; none where it is taken. Texts for what is no image at all, or one of
 * another type, are ours: Okta's are not known.
 */
export function imageCauses(image: Image | { readonly fault: ImageFault }, rule: ImageRule): readonly string[] {
  if ('fault' in image) {
    return [image.fault === 'empty' ? 'file: The field cannot be left blank' : typeCause(rule)];
  }
  return rule.types.includes(image.type) ? sizeCauses(image, rule) : [typeCause(rule)];
}

const typeCause = ({ types }: ImageRule): string => `file: The file must be an image of type ${types.join(', ')}`;
