import { beforehand } from './before.js';
import { $, copyButton, h, tabs } from './dom.js';
import { obstacle } from './fields.js';
import { pieces, plain } from './marks.js';
import { linkTo } from './operations.js';
import { languages } from './samples.js';
import { linkValues, type Open, sampleOf, state } from './state.js';

let language = languages.find(({ id }) => id === localStorage.getItem('mockta.language')) ?? languages[0];
let running: AbortController | undefined;

const code = h('pre', { class: 'code', tabindex: 0, role: 'tabpanel', id: 'sample' });
const printed = (): string => (state.open ? plain(language.make(sampleOf(state.open))) : '');
const copySample = copyButton(printed);
const copyLink = copyButton(
  () => (state.open ? location.origin + linkTo(state.open.op.id, linkValues(state.open)) : ''),
  'Copy link',
);
const runButton = h('button', { type: 'button', class: 'run' });
const why = h('p', { class: 'why' });
const before = h('p', { class: 'before', hidden: true });
const result = h('div', { class: 'result', id: 'result' });
const languageTabs = tabs(
  'Sample request',
  code,
  languages.map(({ name }) => name),
  chooseLanguage,
);
const bar = h('div', { class: 'tabs' }, languageTabs.list, copySample);

/** What other parts of the page press or fill. */
export const parts = { runButton, copySample, copyLink, result };

/** Shows the sample in another language, and remembers it. */
export function chooseLanguage(at: number): void {
  language = languages[at] ?? language;
  localStorage.setItem('mockta.language', language.id);
  if (state.open) renderRequest(state.open);
}

/** Ends the request under way, and gives the next one its signal. */
export function nextRun(): AbortController {
  running?.abort();
  running = new AbortController();
  return running;
}

/** Ends the request under way. */
export const stopRunning = (): void => running?.abort();

/** Shows the sample, and whether it can be run. */
export function renderRequest(open: Open): void {
  const host = $('#try');
  if (!host.contains(bar)) {
    host.replaceChildren(h('div', { class: 'go' }, runButton, why, copyLink), before, bar, code, result);
  }
  languageTabs.show(languages.indexOf(language));
  code.className = `code ${language.id}`;
  const shown = pieces(language.make(sampleOf(open)));
  code.replaceChildren(...shown.map(({ text, live }) => (live ? h('span', { class: 'live' }, text) : text)));
  const reason = obstacle(open);
  const { method, id } = open.op;
  runButton.disabled = reason !== undefined;
  runButton.className = `run ${method}`;
  runButton.replaceChildren(`Run ${method.toUpperCase()}`, h('kbd', {}, 'Ctrl Enter'));
  why.textContent = reason ?? '';
  if (result.dataset.op === id) return;
  result.replaceChildren();
  result.dataset.op = id;
  void consequences(open);
}

/** Tells before a request is run what it takes along, or what to expect. */
export async function consequences(open: Open): Promise<void> {
  before.hidden = true;
  const text = obstacle(open) === undefined ? await beforehand(open).catch(() => '') : '';
  if (state.open !== open) return;
  before.dataset.op = open.op.id;
  before.textContent = text;
  before.hidden = text === '';
}
