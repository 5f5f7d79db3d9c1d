/** A text in quotes, or `user.` and the name of an attribute. */
const PARTS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\buser\s*\.\s*([A-Za-z_]\w*)/g;

/** The attributes of users that a group rule's expression reads; what stands in quotes is text, not an attribute. */
export const attributesOf = (expression: string): string[] =>
  [...expression.matchAll(PARTS)].flatMap((match) => match[1] ?? []);
