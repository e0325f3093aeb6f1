// The events of a thread as a list of which only the visible rows exist, so that 10,000 events scroll smoothly.
import { el, fill } from './dom.js';
import { describe, measures } from './events.js';
import { duration } from './time.js';

/** The height of a row in CSS pixels, the same as --row in inspect.css. */
const ROW = 48;
const MARGIN = 8;
const GAP = 60000;
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** A feed of events. The selected row is always part of the page, so that it keeps the focus while a person scrolls. */
export class Timeline {
  #pages;
  #link;
  #selected;
  #rows = new Map();
  #active = 0;
  #found = new Set();
  #frame = 0;

  /**
   * @param {import('./event-pages.js').EventPages} pages the events
   * @param {(position: number) => string} link returns the link to an event
   * @param {(position: number, how: {open: boolean}) => void} selected called when a person selects an event; open when
   *     the details are to receive the focus
   */
  constructor(pages, link, selected) {
    this.#pages = pages;
    this.#link = link;
    this.#selected = selected;
    this.list = el('div.rows', { role: 'feed', 'aria-label': 'Events', 'aria-busy': 'false' });
    this.element = el('div.timeline', null, this.list);
    this.element.addEventListener('scroll', () => this.#later(), { passive: true });
    this.list.addEventListener('keydown', (event) => this.#key(event));
    this.list.addEventListener('click', (event) => this.#click(event));
    new ResizeObserver(() => this.#later()).observe(this.element);
  }

  /** Whether the last event is visible. */
  get isAtEnd() {
    const { scrollTop, clientHeight, scrollHeight } = this.element;
    return scrollTop + clientHeight >= scrollHeight - ROW;
  }

  /** Marks the events at some positions as results of a search. */
  mark(positions) {
    this.#found = new Set(positions);
    this.#rows.forEach((row, position) => row.classList.toggle('found', this.#found.has(position)));
  }

  /** Shows the current number of events and their content. Follows the end if it was visible. */
  update() {
    const follow = this.isAtEnd && this.element.scrollTop > 0;
    this.list.style.height = `${this.#pages.size * ROW}px`;
    if (follow) {
      this.element.scrollTop = this.element.scrollHeight;
    }
    this.#rows.forEach((row, position) => this.#complete(row, position));
    this.#render();
  }

  /** Selects an event and scrolls to it. */
  show(position, { focus = false } = {}) {
    this.#activate(Math.max(0, Math.min(position, this.#pages.size - 1)));
    const top = this.#active * ROW;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop || top + ROW > scrollTop + clientHeight) {
      const near = Math.abs(top - scrollTop) < 2 * clientHeight;
      const edge = top < scrollTop ? top : top + ROW - clientHeight;
      this.element.scrollTop = near ? edge : top - (clientHeight - ROW) / 2;
    }
    this.#render();
    if (focus) {
      this.#rows.get(this.#active)?.focus({ preventScroll: true });
    }
  }

  #later() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#render();
    });
  }

  #render() {
    const first = Math.max(0, Math.floor(this.element.scrollTop / ROW) - MARGIN);
    const last = Math.min(this.#pages.size, Math.ceil((this.element.scrollTop + this.element.clientHeight) / ROW) + MARGIN);
    for (const [position, row] of this.#rows) {
      if ((position < first || position >= last) && position !== this.#active) {
        row.remove();
        this.#rows.delete(position);
      }
    }
    for (let position = first; position < last; position += 1) {
      this.#row(position);
    }
    if (this.#active < this.#pages.size) {
      this.#row(this.#active);
    }
    this.#pages.want(first, last);
  }

  #row(position) {
    if (this.#rows.has(position)) {
      return;
    }
    const row = el('article.row', { 'aria-posinset': position + 1, 'data-position': position, tabindex: '-1' });
    row.style.transform = `translateY(${position * ROW}px)`;
    row.classList.toggle('found', this.#found.has(position));
    this.#rows.set(position, row);
    this.#state(row, position);
    this.#complete(row, position);
    this.#insert(row, position);
  }

  /** Inserts a row in the order of the events, which is the order for the keyboard and for screen readers. */
  #insert(row, position) {
    let before = this.list.lastElementChild;
    while (before && Number(before.dataset.position) > position) {
      before = before.previousElementSibling;
    }
    if (before) {
      before.after(row);
    } else {
      this.list.prepend(row);
    }
  }

  #state(row, position) {
    const isActive = position === this.#active;
    row.tabIndex = isActive ? 0 : -1;
    row.classList.toggle('active', isActive);
    if (isActive) {
      row.setAttribute('aria-current', 'true');
    } else {
      row.removeAttribute('aria-current');
    }
  }

  #complete(row, position) {
    row.setAttribute('aria-setsize', this.#pages.size);
    const event = this.#pages.at(position);
    const tool = event?.callId ? this.#pages.tool(event.callId) : '';
    const state = event ? `complete ${tool}` : 'empty';
    if (row.dataset.state === state && row.dataset.gap !== 'unknown') {
      return;
    }
    const before = position > 0 ? this.#pages.at(position - 1) : undefined;
    row.dataset.state = state;
    row.dataset.gap = position > 0 && !before ? 'unknown' : 'known';
    if (!event) {
      fill(row, el('span.number', null, `${position}`), el('span.muted', null, 'Loading…'));
      return;
    }
    const { title, text, tone } = describe(event, this.#pages.tool);
    row.dataset.tone = tone;
    const titleId = `event-${position}`;
    row.setAttribute('aria-labelledby', titleId);
    fill(
      row,
      el('span.number', null, `${position}`),
      el('a.title', { href: this.#link(position), id: titleId, tabindex: '-1' }, title),
      el('span.measures', null, measures(event)),
      el('span.when', null, TIME.format(new Date(event.at)), gap(before, event)),
      el('span.text', null, text),
    );
  }

  #activate(position) {
    const before = this.#active;
    this.#active = position;
    for (const each of [before, position]) {
      const row = this.#rows.get(each);
      if (row) {
        this.#state(row, each);
      }
    }
  }

  #key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW) - 1);
    const last = this.#pages.size - 1;
    const targets = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: this.#active + page,
      PageUp: this.#active - page,
      Home: 0,
      End: last,
    };
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#selected(this.#active, { open: true });
    } else if (Object.hasOwn(targets, event.key)) {
      event.preventDefault();
      this.show(targets[event.key], { focus: true });
      this.#selected(this.#active, { open: false });
    }
  }

  #click(event) {
    const row = event.target.closest('.row');
    const isModified = event.ctrlKey || event.metaKey || event.shiftKey;
    if (row && !isModified) {
      event.preventDefault();
      const position = Number(row.dataset.position);
      this.show(position, { focus: true });
      this.#selected(position, { open: false });
    }
  }
}

function gap(before, event) {
  const passed = before ? new Date(event.at) - new Date(before.at) : 0;
  return passed >= GAP ? el('span.gap', null, ` +${duration(passed)}`) : null;
}
