import ts from 'typescript';
import { emptyNames, type TextRule, type TextRuleName, textRules } from './rules.js';
import { type Fault, isIn, type Paper, type Source, walk } from './sources.js';

type NamedRule = readonly [TextRuleName, TextRule];
const rules = Object.entries(textRules) as NamedRule[];

/** The text with comments blanked; lines stay where they are. */
function withoutComments({ text, tree }: Source): string {
  const ranges = new Map<number, number>();
  const note = (found: readonly ts.CommentRange[] | undefined): void => {
    for (const { pos, end } of found ?? []) ranges.set(pos, end);
  };
  walk(tree, (node) => {
    note(ts.getLeadingCommentRanges(text, node.pos));
    note(ts.getTrailingCommentRanges(text, node.end));
  });
  note(ts.getLeadingCommentRanges(text, tree.endOfFileToken.pos));
  let bare = text;
  for (const [from, to] of ranges) {
    bare = bare.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + bare.slice(to);
  }
  return bare;
}

function matches(path: string, text: string, [name, rule]: NamedRule): Fault[] {
  if (!isIn(path, rule.in) || isIn(path, rule.except)) return [];
  return [...text.matchAll(new RegExp(rule.never, `${rule.never.flags}g`))].map((match) => ({
    rule: name,
    path,
    line: text.slice(0, match.index).split('\n').length,
    what: `${rule.what} (${match[0].trim()})`,
  }));
}

function nameFaults({ path }: Paper): Fault[] {
  if (!emptyNames.test(path)) return [];
  return [{ rule: 'empty-name', path, line: 1, what: 'the name says nothing of what is in the file' }];
}

/** Holds sources to what they never say, and to names that say something. */
export function textFaults(sources: readonly Source[]): Fault[] {
  return sources.flatMap((source) => {
    const bare = withoutComments(source);
    const found = rules.flatMap(([name, rule]) =>
      matches(source.path, rule.everywhere ? source.text : bare, [name, rule]),
    );
    return [...found, ...nameFaults(source)];
  });
}

/** Holds all else that is written to the rules that look at every file. */
export function paperFaults(papers: readonly Paper[]): Fault[] {
  const forAll = rules.filter(([, rule]) => rule.everywhere);
  return papers.flatMap(({ path, text }) => forAll.flatMap((rule) => matches(path, text, rule)));
}
