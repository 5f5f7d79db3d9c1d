/**
 * image-size 2.1.0 goes on byte by byte where a JPEG's segments don't join (two megabytes of zeros held the loop for a
 * quarter of a second), takes no padding between segments, and knows three of the thirteen kinds of frames. So frames
 * are found here, by the lengths of the segments that stand before them (ITU-T T.81, annex B).
 */

const MARKER = 0xff;
/** Restart markers and TEM: they have no length. */
const hasNoLength = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
/** SOF0 to SOF15; DHT, JPG and DAC stand between them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Start of scan, or the end: a frame would have stood before. */
const isLate = (marker: number): boolean => marker === 0xda || marker === 0xd9;

/** A segment's length counts its own two bytes; less than that would lead nowhere. */
const LENGTH_BYTES = 2;

const sizeAt = (view: DataView, at: number): { width: number; height: number } => ({
  height: view.getUint16(at + 5),
  width: view.getUint16(at + 7),
});

/** Width and height in pixels of the first frame; undefined where none stands in its place. */
export function jpegSize(data: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let at = 2;
  while (at + 4 <= data.length) {
    if (data[at] !== MARKER) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === MARKER) at += 1;
    else if (hasNoLength(marker)) at += 2;
    else if (isLate(marker)) return undefined;
    else if (isFrame(marker)) return at + 9 <= data.length ? sizeAt(view, at) : undefined;
    else at += 2 + Math.max(LENGTH_BYTES, view.getUint16(at + 2));
  }
  return undefined;
}
