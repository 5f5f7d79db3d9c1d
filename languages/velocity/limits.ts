/**
 * The most that a template may be or do. Okta takes bodies of less than 64 KB; the rest is ours, so that no template
 * holds up a server that answers on one thread: each limit counts work, none reads a clock.
 */
export const limits = {
  /** Characters of a template's text. */
  template: 65_536,
  /** References, directives, operands, operators, comments and escapes of a template. */
  parts: 5000,
  /** Blocks, brackets, quoted templates within each other. */
  nesting: 64,
  /** Members, calls and indexes in one reference. */
  path: 64,
  /** Operators in one expression. */
  operators: 256,
  /** Operators, operands and brackets in all the different expressions of a template: velocityjs takes 6 us for each. */
  words: 2000,
  /** Steps of one rendering: a node, an operator, a call, a loop's turn, 64 characters or 8 list items handled. */
  steps: 20_000,
  /** UTF-16 units that a rendering prints, or that a text within it has: 1 MB, as UTF-8 spends 3 bytes on each at most. */
  output: 349_525,
  /** Macros within macros: Velocity's own default. */
  macros: 20,
  /** Bits of a whole number. */
  bits: 1024,
} as const;
