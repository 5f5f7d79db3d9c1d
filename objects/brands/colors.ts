/** Whether a colour is written as Okta takes it: `#rgb` or `#rrggbb`. */
export const isColor = (text: string): boolean => /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text);

/** Red, green and blue, 0 to 1. */
function channels(color: string): number[] {
  const digits = color.slice(1);
  const whole = digits.length === 3 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  return whole.map((pair) => Number.parseInt(pair, 16) / 255);
}

/** How light a colour looks, 0 to 1 (WCAG 2, relative luminance). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) =>
    value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Where black and white can be read equally well. */
const MIDDLE = 0.179;

/** Black or white, whichever is read better on a colour. */
export const contrastOf = (color: string): string => (luminance(color) > MIDDLE ? '#000000' : '#ffffff');
