import { h } from './dom.js';
import { linkTo, route } from './operations.js';
import type { Thing } from './org.js';

/** What reads the thing that an id is of, by the id's first letters. */
const readers: Readonly<Record<string, readonly [op: string, param: string]>> = {
  '00u': ['getUser', 'userId'],
  '00g': ['getGroup', 'groupId'],
  '0pr': ['getGroupRule', 'ruleId'],
  '0oa': ['getApplication', 'appId'],
  oty: ['getUserType', 'typeId'],
};

/** Where a string of an answer leads to within the API. */
function goalOf(text: string, method: string): string | undefined {
  const reader = /^\w{20}$/.test(text) ? readers[text.slice(0, 3)] : undefined;
  if (reader) return linkTo(reader[0], { [reader[1]]: text });
  if (!text.startsWith(`${location.origin}/api/v1/`)) return undefined;
  const found = route(method, text);
  return found && linkTo(found.op.id, found.values);
}

/** The method that a link of an answer is meant for. */
function methodBeside(beside: Thing | undefined): string {
  const hints = beside?.hints as { allow?: string[] } | undefined;
  return String(beside?.method ?? hints?.allow?.[0] ?? 'get').toLowerCase();
}

/** Lines that are laid out at most: nobody reads more, and laying them out takes time. */
const LIMIT = 1500;

class Printer {
  lines = 0;
  left = 0;

  constructor(readonly into: HTMLElement) {}

  put(text: string, kind?: string): void {
    this.into.append(kind ? h('span', { class: kind }, text) : text);
  }

  line(depth: number): void {
    this.lines += 1;
    this.put(`\n${'  '.repeat(depth)}`);
  }

  text(value: string, beside: Thing | undefined): void {
    const goal = goalOf(value, methodBeside(beside));
    const inner = JSON.stringify(value).slice(1, -1);
    this.into.append('"', goal ? h('a', { href: goal }, inner) : h('span', { class: 's' }, inner), '"');
  }

  print(value: unknown, depth: number, beside?: Thing): void {
    if (this.lines > LIMIT) this.left += 1;
    else if (typeof value === 'string') this.text(value, beside);
    else if (typeof value !== 'object' || value === null) this.put(String(value), 'n');
    else this.members(value as Thing, depth);
  }

  members(value: Thing, depth: number): void {
    const isList = Array.isArray(value);
    const [open, close] = isList ? ['[', ']'] : ['{', '}'];
    const entries = Object.entries(value);
    if (entries.length === 0) return this.put(open + close);
    this.put(open);
    for (const [at, [name, one]] of entries.entries()) {
      this.line(depth + 1);
      if (!isList) {
        this.put(JSON.stringify(name), 'k');
        this.put(': ');
      }
      this.print(one, depth + 1, value);
      if (at < entries.length - 1) this.put(',');
    }
    this.line(depth);
    this.put(close);
  }
}

/** JSON as text, ids and links of the org as links to the operation that takes them. */
export function jsonView(value: unknown, label = 'Response body'): HTMLElement {
  const pre = h('pre', { class: 'json', tabindex: 0, role: 'region', 'aria-label': label });
  const printer = new Printer(pre);
  printer.print(value, 0);
  if (printer.left > 0) printer.put(`\n… cut after ${LIMIT} lines; Copy takes all of it`, 'n');
  return pre;
}
