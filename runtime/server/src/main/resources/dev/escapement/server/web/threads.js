// The list of threads. Its filters and its page are the query of the URL, so that links, Back and Forward work.
import { get, query } from './api.js';
import { el, fill, uid } from './dom.js';
import { report } from './failure.js';
import { announce, openPage } from './page.js';
import { startForm } from './start-form.js';
import { threadLink } from './thread-state.js';
import { labelTags, phaseTag } from './thread-summary.js';
import { deadlineElement, timeElement } from './time.js';
import { number, simpleName } from './words.js';

const FILTERS = ['phase', 'agent', 'label', 'order'];
const PHASES = ['RUNNABLE', 'WAITING', 'FINISHED', 'STOPPED'];
const LIMIT = 50;
const BOUND = 10000;
const REFRESH = 5000;

/** The page. */
class ThreadList {
  #agents;
  #controls = new Map();
  #loading = new AbortController();
  #shown = '';
  #failure = null;

  constructor(agents, canStart) {
    this.#agents = agents;
    this.filters = el('form.filters', { 'aria-label': 'Filters' }, this.#fields());
    this.filters.addEventListener('submit', (event) => event.preventDefault());
    this.filters.addEventListener('change', () => this.#change(this.#chosen()));
    this.count = el('p.muted', { role: 'status' });
    this.body = el('tbody');
    this.pages = el('nav.actions', { 'aria-label': 'Pages of the list' });
    const titles = ['Thread', 'Agent', 'Phase', 'Since', 'Events', 'Waits for', 'Labels'];
    const table = el(
      'table',
      null,
      el('caption.visually-hidden', null, 'Threads'),
      el('thead', null, el('tr', null, titles.map((title) => el('th', { scope: 'col' }, title)))),
      this.body,
    );
    this.element = el('div.threads', null, el('h2', null, 'Threads'), canStart ? startForm(agents) : null, this.filters, this.count, table, this.pages);
  }

  #fields() {
    const agents = this.#agents.map((agent) => [agent.name, agent.simpleName ?? simpleName(agent.name)]);
    return [
      this.#select('phase', 'Phase', [['', 'all'], ...PHASES.map((phase) => [phase, phase.toLowerCase()])]),
      this.#select('agent', 'Agent', [['', 'all'], ...agents]),
      this.#field('label', 'Label', el('input', { type: 'text', placeholder: 'name:value', autocomplete: 'off' })),
      this.#select('order', 'Order', [['', 'newest first'], ['oldest', 'oldest first']]),
    ];
  }

  #select(name, label, options) {
    return this.#field(name, label, el('select', null, options.map(([value, text]) => el('option', { value }, text))));
  }

  #field(name, label, control) {
    control.id = uid(name);
    this.#controls.set(name, control);
    return el('div.field', null, el('label', { for: control.id }, label), control);
  }

  #chosen() {
    return Object.fromEntries(FILTERS.map((name) => [name, this.#controls.get(name).value.trim()]));
  }

  /** Changes the filters or the page, with a new entry in the history. */
  #change(values) {
    history.pushState(null, '', `${location.pathname}${query(values)}`);
    this.show();
  }

  /** Shows the threads of the state in the URL. */
  async show({ isRefresh = false } = {}) {
    const state = new URLSearchParams(location.search);
    const values = Object.fromEntries(FILTERS.map((name) => [name, state.get(name) ?? '']));
    if (!isRefresh) {
      FILTERS.forEach((name) => (this.#controls.get(name).value = values[name]));
    }
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    try {
      const after = state.get('after') ?? '';
      const [list, total] = await Promise.all([
        get(`api/threads${query({ ...values, after, limit: LIMIT })}`, { signal }),
        get(`api/threads/count${query({ ...values, order: '', bound: BOUND })}`, { signal }),
      ]);
      this.#fill(list, total, values, after);
      this.#failure?.remove(); // of an earlier loading only
    } catch (error) {
      this.#failure = report(error) ?? this.#failure;
    }
  }

  #fill({ threads, next }, total, values, after) {
    const content = JSON.stringify([threads, total, next ?? '', after]);
    if (content === this.#shown) {
      return; // without a change, focus and selection remain
    }
    this.#shown = content;
    const text = `${number(total.count)}${total.reached ? ' or more' : ''} ${total.count === 1 ? 'thread' : 'threads'}`;
    if (this.count.textContent !== text) {
      this.count.textContent = text;
    }
    const focused = this.body.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    fill(this.body, threads.map(row));
    if (focused) {
      [...this.body.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused)?.focus();
    }
    fill(
      this.pages,
      after ? el('a.button', { href: `threads.html${query(values)}` }, 'First page') : null,
      next ? el('a.button', { href: `threads.html${query({ ...values, after: next })}` }, 'Next page') : null,
    );
    if (threads.length === 0) {
      announce('No thread matches the filters.');
    }
  }
}

function row(thread) {
  return el(
    'tr',
    null,
    el('td', null, el('a', { href: threadLink(thread.id) }, thread.id)),
    el('td', null, simpleName(thread.agent)),
    el('td', null, phaseTag(thread)),
    el('td', null, timeElement(thread.since)),
    el('td', null, number(thread.size), el('span.muted.phone-only', null, ' events')),
    el('td', null, (thread.questions ?? []).map(question)),
    el('td', null, labelTags(thread.labels)),
  );
}

function question({ kind, deadline }) {
  return el('div', null, kind.toLowerCase(), deadline ? [' ', deadlineElement(deadline)] : null);
}

openPage(async (session, main) => {
  const { agents } = await get('api/agents');
  const list = new ThreadList(agents, (session.roles ?? []).includes('STARTER'));
  fill(main, list.element);
  addEventListener('popstate', () => list.show());
  setInterval(() => document.hidden || list.show({ isRefresh: true }), REFRESH);
  await list.show();
});
