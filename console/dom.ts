export type Child = Node | string | number | null | undefined | false;
type Attrs = Record<string, string | number | boolean | undefined | ((event: never) => void)>;

/** Makes an element. Text always becomes a text node: nothing that an org holds is ever read as HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attrs: Attrs = {},
  ...kids: (Child | Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value as EventListener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const kid of kids.flat()) {
    if (kid === null || kid === undefined || kid === false) continue;
    element.append(typeof kid === 'number' ? String(kid) : kid);
  }
  return element;
}

/** The element that the page is known to have. @throws Error where it has none */
export function $<T extends HTMLElement = HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** The path with its parameters set apart, and with places to break the line at. */
export function pathParts(path: string): Child[] {
  const parts = path.split(/(\{\w+\}|\/)/).filter(Boolean);
  return parts.flatMap((part) => {
    if (part.startsWith('{')) return [h('i', {}, part.slice(1, -1))];
    return part === '/' ? [h('wbr'), part] : [part];
  });
}

/** A method as a short word. */
export const methodName = (method: string): string => (method === 'delete' ? 'DEL' : method.toUpperCase());

/** A method in its colour. */
export const methodMark = (method: string): HTMLElement => h('b', { class: `m ${method}` }, methodName(method));

/** Says something to a screen reader. */
export function say(text: string): void {
  $('#say').textContent = text;
}

/** Where a page may not write to the clipboard itself. */
function copyBySelection(text: string): void {
  const area = h('textarea', { class: 'off' }, text);
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

/** Copies, and says so on the button for a moment. */
export async function copy(text: string, button: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(text).catch(() => copyBySelection(text));
  const before = button.textContent ?? '';
  if (before === 'Copied') return;
  button.textContent = 'Copied';
  say('Copied');
  setTimeout(() => {
    button.textContent = before;
  }, 1200);
}

/** A button that copies what `text` gives when it is pressed. */
export function copyButton(text: () => string, name = 'Copy'): HTMLButtonElement {
  const button: HTMLButtonElement = h(
    'button',
    { type: 'button', class: 'quiet', click: () => void copy(text(), button) },
    name,
  );
  return button;
}

/** A small label over a value. */
export const fact = (name: string, value: Child | Child[], kind?: string): HTMLElement =>
  h('div', { class: kind }, h('dt', {}, name), h('dd', {}, value));

const THEMES = ['system', 'light', 'dark'] as const;

/** Makes the button go round the themes and remember the choice. */
export function themeButton(button: HTMLElement): void {
  const root = document.documentElement;
  const now = () => THEMES.find((theme) => theme === root.dataset.theme) ?? 'system';
  const show = (): void => {
    button.textContent = `Theme: ${now()}`;
  };
  button.addEventListener('click', () => {
    const next = THEMES[(THEMES.indexOf(now()) + 1) % THEMES.length];
    if (next === 'system' || next === undefined) {
      delete root.dataset.theme;
      localStorage.removeItem('mockta.theme');
    } else {
      root.dataset.theme = next;
      localStorage.setItem('mockta.theme', next);
    }
    show();
  });
  show();
}

/** Tabs over a panel, moved through by the arrow keys. */
export function tabs(label: string, panel: HTMLElement, names: readonly string[], choose: (at: number) => void) {
  const buttons = names.map((name, at) =>
    h(
      'button',
      { type: 'button', role: 'tab', id: `${panel.id}-tab-${at}`, 'aria-controls': panel.id, click: () => choose(at) },
      name,
    ),
  );
  const list = h('div', { role: 'tablist', 'aria-label': label }, buttons);
  let chosen = 0;
  list.addEventListener('keydown', ({ key }) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    choose((chosen + step + names.length) % names.length);
    buttons[chosen]?.focus();
  });
  const show = (at: number): void => {
    chosen = at;
    for (const [i, button] of buttons.entries()) {
      button.setAttribute('aria-selected', String(i === at));
      button.tabIndex = i === at ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', `${panel.id}-tab-${at}`);
  };
  return { list, show };
}
