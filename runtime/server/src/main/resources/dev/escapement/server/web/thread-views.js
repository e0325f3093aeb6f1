// The views next to the timeline: the selected event, the model's input, the diagram and the replay, as tabs.
import { get, segment } from './api.js';
import { el, fill } from './dom.js';
import { hasRequest } from './events.js';
import { eventDetails } from './event-details.js';
import { drawGraph, graphOf, graphTable } from './graph.js';
import { pathTaken } from './path.js';
import { showRequest } from './request.js';
import { fragment, VIEWS } from './thread-state.js';

const TITLES = { event: 'Event', input: 'Model’s input', diagram: 'Diagram', replay: 'Replay' };

/** The tabs. Shows one view at a time; a view that is replaced before it has loaded is given up. */
export class ThreadViews {
  #context;
  #loading = new AbortController();
  #shown = '';
  #tabs = new Map();

  /**
   * @param {{id: string, agent: string, pages: import('./event-pages.js').EventPages, may: (action: string) => boolean,
   *     fork: (position: number) => void, choose: (view: string) => void}} context the thread and the actions
   */
  constructor(context) {
    this.#context = context;
    VIEWS.forEach((view) => this.#tabs.set(view, this.#tab(view)));
    const tabs = el('div.tabs', { role: 'tablist', 'aria-label': 'Views' }, [...this.#tabs.values()]);
    tabs.addEventListener('keydown', (event) => this.#key(event));
    this.panel = el('div.view', { role: 'tabpanel', id: 'view', tabindex: '0' });
    this.element = el('div.views', null, tabs, this.panel);
  }

  #tab(view) {
    return el('button', { role: 'tab', type: 'button', id: `tab-${view}`, 'aria-controls': 'view', onclick: () => this.#context.choose(view) }, TITLES[view]);
  }

  #key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const focused = VIEWS.findIndex((view) => this.#tabs.get(view) === document.activeElement);
      const view = VIEWS[(focused + step + VIEWS.length) % VIEWS.length];
      this.#tabs.get(view).focus();
      this.#context.choose(view);
    }
  }

  /** Shows a view for the selected event. Shows it again only if the event, the view or, for the diagram, the size changed. */
  async show(view, position) {
    const { pages } = this.#context;
    const key = view === 'diagram' || view === 'replay' ? `${view} ${pages.size}` : `${view} ${position}`;
    if (key === this.#shown) {
      return;
    }
    this.#shown = key;
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    this.element.dataset.view = view;
    for (const [name, tab] of this.#tabs) {
      tab.setAttribute('aria-selected', String(name === view));
      tab.tabIndex = name === view ? 0 : -1;
    }
    this.panel.setAttribute('aria-labelledby', `tab-${view}`);
    try {
      await this[`show_${view}`](position, signal);
    } catch (error) {
      if (!signal.aborted) {
        this.#shown = '';
        fill(this.panel, el('p.violation', { role: 'alert' }, error.message));
      }
    }
  }

  async show_event(position, signal) {
    const { pages } = this.#context;
    const event = await pages.load(position);
    if (!signal.aborted) {
      fill(this.panel, eventDetails(position, event, this.#context));
    }
  }

  async show_input(position, signal) {
    const { pages, id } = this.#context;
    let request = position;
    while (request >= 0 && !hasRequest(await pages.load(request))) {
      request -= 1;
    }
    if (signal.aborted) {
      return;
    }
    if (request < 0) {
      fill(this.panel, el('p', null, 'The thread had not sent a request before this event. Select a later event.'));
      return;
    }
    await showRequest(this.panel, id, request, signal);
    if (request !== position) {
      const link = el('a', { href: fragment({ id, event: request, view: 'input' }) }, `event ${request}`);
      this.panel.prepend(el('p.hint', null, 'The last request before the selected event, recorded by ', link, '.'));
    }
  }

  async show_diagram(position, signal) {
    const { pages, agent } = this.#context;
    fill(this.panel, el('p.muted', { role: 'status' }, 'Loading the diagram…'));
    const { agents } = await get('api/agents', { signal });
    const graph = graphOf(agents.find((each) => each.name === agent));
    if (!graph) {
      fill(this.panel, el('p', null, 'The server does not know the diagram of this agent. Add its loop to the server.'));
      return;
    }
    await pages.loadAll((count) => {
      if (!signal.aborted) {
        fill(this.panel, el('p.muted', { role: 'status' }, `Read ${count} of ${pages.size} events…`));
      }
    });
    if (!signal.aborted) {
      const path = pathTaken(graph, pages.all());
      fill(
        this.panel,
        el('p.hint', null, 'Strong lines show the path that the thread took; the thickest outline shows the node that it reached last.'),
        diagram(drawGraph(graph, path)),
        el('details', null, el('summary', null, 'Transitions as a table'), graphTable(graph, path)),
      );
    }
  }

  async show_replay(position, signal) {
    const { id } = this.#context;
    fill(this.panel, el('p.muted', { role: 'status' }, 'Verifying the thread against the current code…'));
    const { matches, compared, divergence } = await get(`api/threads/${segment(id)}/verification`, { signal });
    fill(
      this.panel,
      el('h2', null, 'Replay'),
      matches
        ? el('p.result.good', { 'data-matches': 'true' }, `The current code continues this thread exactly as recorded. ${compared} events were compared.`)
        : el('p.result.bad', { 'data-matches': 'false' }, 'The current code differs from the recorded thread.'),
      divergence
        ? [el('p', null, el('a', { href: fragment({ id, event: divergence.position }) }, `First difference: event ${divergence.position}`)), el('pre', null, divergence.text)]
        : null,
    );
  }
}

/** Returns a drawing that scrolls, with a switch between its full size and the width of the view. */
function diagram(drawing) {
  const box = el('div.diagram', { tabindex: '0', role: 'region', 'aria-label': 'Diagram' }, drawing);
  const fit = el('button.small', { type: 'button', 'aria-pressed': 'false' }, 'Fit to the width');
  fit.addEventListener('click', () => fit.setAttribute('aria-pressed', String(box.classList.toggle('fit'))));
  return [el('p', null, fit), box];
}
