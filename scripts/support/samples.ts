/** A block of code in a text that people read. */
export interface Sample {
  /** What the fence says: `js`, `ts`, `sh`. */
  readonly language: string;
  readonly code: string;
  /** The file that its first line, a comment, names: `// team.ts`. */
  readonly file: string | undefined;
}

/** The fenced blocks of code in a Markdown text, in their order. */
export function samplesIn(markdown: string): Sample[] {
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', code = '']) => ({
    language,
    code,
    file: /^(?:\/\/|#) (\w[\w.-]*\.\w+)\n/.exec(code)?.[1],
  }));
}
