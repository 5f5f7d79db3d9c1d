const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARKS = /[\uE000\uE001]/g;

/** Text without its marks. */
export const plain = (text: string): string => text.replace(MARKS, '');

/** Marks what is the org's own in a sample, so that it can be shown as such. */
export const live = (text: string): string => `${OPEN}${plain(text)}${CLOSE}`;

/** A sample in parts: what is the org's own, and what is not. */
export const pieces = (text: string): { text: string; live: boolean }[] =>
  text
    .split(/(\uE000[^\uE001]*\uE001)/)
    .filter(Boolean)
    .map((part) => ({ text: plain(part), live: part.startsWith(OPEN) }));
