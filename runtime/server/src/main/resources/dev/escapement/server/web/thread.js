// The page of one thread. Its state is the fragment of the URL, so that links, Back and Forward work.
import { get, post, segment } from './api.js';
import { el, fill } from './dom.js';
import { EventPages } from './event-pages.js';
import { hasRequest } from './events.js';
import { stringify } from './json.js';
import { clearReport, report } from './failure.js';
import { announce, openPage } from './page.js';
import { Search } from './search.js';
import { ReplyInProgress, ThreadFollower } from './thread-follow.js';
import { fragment, readState, threadLink } from './thread-state.js';
import { showChildren, showQuestions, showSummary } from './thread-summary.js';
import { ThreadViews } from './thread-views.js';
import { Timeline } from './timeline.js';
import { simpleName } from './words.js';

const LOSS = 'The connection was lost. The page tries again…';
const LOSSES = { 401: 'Your session has ended. Open a new link of the server, or sign in again, in another tab; this page then continues.' };

/** The parts of the page and what connects them. */
class ThreadPage {
  #id;
  #main;
  #state;
  #follower = null;
  #refreshing = 0;

  constructor(id, main) {
    this.#id = id;
    this.#main = main;
    this.#state = readState();
  }

  async open() {
    const thread = await get(`api/threads/${segment(this.#id)}`);
    this.thread = thread;
    document.title = `${simpleName(thread.agent)} ${thread.id}`;
    this.pages = new EventPages(this.#id, thread.size, { changed: () => this.#loaded(), failed: report });
    this.timeline = new Timeline(
      this.pages,
      (position) => fragment({ ...this.#state, event: position }),
      (position, how) => this.#select(position, how),
    );
    this.views = new ThreadViews({
      id: this.#id,
      agent: thread.agent,
      pages: this.pages,
      may: (action) => this.thread.permitted.includes(action),
      fork: (position) => this.#fork(position),
      choose: (view) => this.#go({ view }),
    });
    this.search = new Search(this.#id, {
      search: (q) => this.#go({ q }),
      found: (positions) => this.timeline.mark(positions),
      jump: (position, replace) => this.#go({ event: position }, replace),
    });
    this.reply = new ReplyInProgress();
    this.summary = el('section.summary', { 'aria-label': 'Thread' });
    this.questions = el('section.questions', { 'aria-label': 'Open questions', hidden: true });
    this.children = el('ul.children', { 'aria-label': 'Threads that this thread started', hidden: true });
    this.connection = el('p.muted.live', { role: 'status' });
    const events = el('section.events', { 'aria-label': 'Timeline' }, this.search.element, this.timeline.element, this.connection, this.reply.element);
    fill(this.#main, this.summary, this.children, this.questions, el('div.inspector', null, events, this.views.element));
    this.#showThread(thread);
    this.timeline.update();
    this.apply();
    this.#follow();
  }

  #loaded() {
    this.timeline.update();
    showChildren(this.children, this.pages.children);
  }

  close() {
    this.#follower?.close();
  }

  /** Applies the state of the URL. */
  apply() {
    this.#state = readState();
    const last = this.pages.size - 1;
    const event = Math.min(this.#state.event ?? last, last);
    this.timeline.show(event);
    this.views.show(this.#state.view, event);
    this.search.apply(this.#state.q, { select: this.#state.event === null }).catch(report);
  }

  /** Changes the state, with a new entry in the history unless it replaces the current one. */
  #go(change, replace = false) {
    clearReport();
    const target = fragment({ ...this.#state, ...change });
    if (!replace && target !== location.hash) {
      location.hash = target;
      return;
    }
    history.replaceState(null, '', target);
    this.apply();
  }

  /** Called when a person selects an event in the timeline. Steps through the events do not fill the history. */
  #select(position, { open }) {
    this.#state = { ...this.#state, event: position, view: open ? 'event' : this.#state.view };
    history.replaceState(null, '', fragment(this.#state));
    this.views.show(this.#state.view, position);
    if (open) {
      this.views.panel.focus();
    }
  }

  #showThread(thread) {
    showSummary(this.summary, thread, {
      exportJson: () => this.#export().catch(report),
      changed: () => this.#refresh(),
    });
    showQuestions(this.questions, this.#id).catch(report);
  }

  /** Reads the state of the thread again, at most every half second. */
  #refreshLater() {
    this.#refreshing ||= setTimeout(() => {
      this.#refreshing = 0;
      this.#refresh().catch(report);
    }, 500);
  }

  async #refresh() {
    const thread = await get(`api/threads/${segment(this.#id)}`);
    if (thread.size > this.thread.size) {
      announce(`${thread.size} events`); // here, because each single event would interrupt a screen reader
    }
    this.thread = thread;
    this.pages.size = Math.max(this.pages.size, thread.size);
    // A rebuilt head would take the focus from its buttons.
    if (!this.summary.contains(document.activeElement)) {
      this.#showThread(thread);
    }
    this.timeline.update();
    if (!this.#follower) {
      this.#follow();
    }
  }

  #follow() {
    if (this.thread.phase === 'FINISHED' || this.thread.phase === 'STOPPED') {
      this.connection.textContent = 'The thread has ended.';
      return;
    }
    this.#follower = new ThreadFollower(this.#id, this.pages.size, {
      event: (position, event) => this.#arrived(position, event),
      delta: (delta) => this.reply.add(delta),
      state: (isOpen, status) => {
        this.connection.textContent = isOpen ? 'Live: new events appear by themselves.' : LOSSES[status] ?? LOSS;
      },
      end: () => {
        this.#follower = null;
        this.reply.clear();
        this.connection.textContent = 'The thread has ended.';
        this.#refreshLater();
      },
    });
  }

  #arrived(position, event) {
    this.pages.put(position, event);
    if (hasRequest(event)) {
      this.reply.clear();
    }
    const isAtLast = this.#state.event === null;
    this.#loaded();
    if (isAtLast) {
      this.timeline.show(this.pages.size - 1);
    }
    if (isAtLast || this.#state.view === 'diagram') {
      this.views.show(this.#state.view, this.#state.event ?? this.pages.size - 1);
    }
    this.#refreshLater();
  }

  async #fork(position) {
    try {
      const copy = await post(`api/threads/${segment(this.#id)}/fork`, { position: position + 1 });
      location.assign(threadLink(copy.id));
    } catch (error) {
      report(error);
    }
  }

  /** Saves the thread and all its events, in order, as one file. */
  async #export() {
    await this.pages.loadAll((count) => announce(`${count} of ${this.pages.size} events loaded`));
    const events = this.pages.all().map((event, position) => ({ position, event }));
    const blob = new Blob([stringify({ thread: this.thread, events }, 1)], { type: 'application/json' });
    const link = el('a', { href: URL.createObjectURL(blob), download: `${this.#id}.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
}

openPage(async (_, main) => {
  let page = null;
  const show = async () => {
    const { id } = readState();
    if (page?.id === id) {
      page.shown.apply();
      return;
    }
    page?.shown.close();
    page = { id, shown: new ThreadPage(id, main) };
    if (id) {
      await page.shown.open();
    } else {
      fill(main, el('p.empty', null, 'Select a thread in the ', el('a', { href: 'threads.html' }, 'list of threads'), '.'));
    }
  };
  addEventListener('hashchange', () => {
    clearReport();
    show().catch(report);
  });
  await show();
});
