/** Reads JSON to the place where it stops being JSON: engines word that differently, and not all tell the place. */
class Scanner {
  at = 0;

  constructor(readonly text: string) {}

  space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found !== null;
  }

  word(): boolean {
    return this.take(/"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy);
  }

  list(end: string, member: () => boolean): boolean {
    this.at += 1;
    this.space();
    if (this.skip(end)) return true;
    for (;;) {
      this.space();
      if (!member()) return false;
      this.space();
      if (this.skip(end)) return true;
      if (!this.skip(',')) return false;
    }
  }

  skip(letter: string): boolean {
    if (this.text[this.at] !== letter) return false;
    this.at += 1;
    return true;
  }

  pair(): boolean {
    if (!this.word()) return false;
    this.space();
    return this.skip(':') && this.value();
  }

  value(): boolean {
    this.space();
    const next = this.text[this.at];
    if (next === '{') return this.list('}', () => this.pair());
    if (next === '[') return this.list(']', () => this.value());
    return this.word() || this.take(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y);
  }
}

/** Line and column of the first fault in JSON, as a sentence; undefined for JSON, and for nothing at all. */
export function jsonFault(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    const scanner = new Scanner(text);
    if (scanner.value()) scanner.space();
    const before = text.slice(0, scanner.at).split('\n');
    return `Not JSON: line ${before.length}, column ${(before.at(-1) ?? '').length + 1}.`;
  }
}
