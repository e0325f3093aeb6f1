// The search within a thread: a form, and a bar that steps through the results.
import { get, query, segment } from './api.js';
import { el, uid } from './dom.js';

/** A search whose text is part of the state of the page. */
export class Search {
  #id;
  #results = [];
  #index = -1;
  #shown = '';
  #handler;

  /**
   * @param {string} id the id of the thread
   * @param {{search: (text: string) => void, found: (positions: number[]) => void, jump: (position: number, replace: boolean) => void}}
   *     handler called when a person searches, with the results, and for a step to a result; replace if the result belongs
   *     to the search itself, so that it needs no entry in the history
   */
  constructor(id, handler) {
    this.#id = id;
    this.#handler = handler;
    const inputId = uid('search');
    this.input = el('input', { id: inputId, type: 'search', autocomplete: 'off', maxlength: 200 });
    this.count = el('span.muted', { role: 'status' });
    this.previous = el('button.small', { type: 'button', onclick: () => this.step(-1) }, 'Previous');
    this.next = el('button.small', { type: 'button', onclick: () => this.step(1) }, 'Next');
    this.element = el(
      'form.search',
      { role: 'search' },
      el('label', { for: inputId }, 'Search events'),
      this.input,
      el('button.small', { type: 'submit' }, 'Search'),
      this.previous,
      this.next,
      this.count,
    );
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = this.input.value.trim();
      if (text && text === this.#shown) {
        this.step(1);
      } else {
        this.#handler.search(text);
      }
    });
    this.#show(false);
  }

  /** Searches for a text, unless its results are shown already. Selects the first result if none is selected. */
  async apply(text, { select }) {
    if (text === this.#shown) {
      return;
    }
    this.#shown = text;
    this.input.value = text;
    const { positions, truncated } = text
      ? await get(`api/threads/${segment(this.#id)}/search${query({ q: text })}`)
      : { positions: [], truncated: false };
    if (this.#shown !== text) {
      return; // a newer search has started
    }
    this.#results = positions;
    this.#index = -1;
    this.isTruncated = truncated;
    this.#show(text !== '');
    this.#handler.found(positions);
    if (select && positions.length > 0) {
      this.step(1, { replace: true });
    }
  }

  /** Goes to the next or to the previous result, around the end. */
  step(by, { replace = false } = {}) {
    const { length } = this.#results;
    if (length > 0) {
      this.#index = this.#index < 0 ? (by > 0 ? 0 : length - 1) : (this.#index + by + length) % length;
      this.#show(true);
      this.#handler.jump(this.#results[this.#index], replace);
    }
  }

  #show(isActive) {
    const { length } = this.#results;
    this.previous.hidden = this.next.hidden = length === 0;
    const total = `${length}${this.isTruncated ? ' or more' : ''}`;
    this.count.textContent = !isActive ? '' : length === 0 ? 'No event contains this text.' : this.#index < 0 ? `${total} events` : `${this.#index + 1} of ${total}`;
  }
}
