// The events of a thread, fetched in ranges and kept.
import { get, query, segment } from './api.js';
import { callsIn } from './events.js';

const PAGE = 100;
const BULK = 1000;

/** The events of one thread by position. Loads one range at a time; the last range that was requested comes first. */
export class EventPages {
  #id;
  #events = new Map();
  #calls = new Map();
  #introduced = new Map();
  #children = new Map();
  #wanted = null;
  #isLoading = false;
  #listener;

  /**
   * @param {string} id the id of the thread
   * @param {number} size the number of events
   * @param {{changed: () => void, failed: (error: Error) => void}} listener called after events have arrived, and after
   *     a request for wanted events has failed
   */
  constructor(id, size, listener) {
    this.#id = id;
    this.size = size;
    this.#listener = listener;
  }

  /** Returns the event at a position, or undefined if it is not loaded. */
  at(position) {
    return this.#events.get(position);
  }

  /** Returns the call with an id, or undefined if the event that introduced it is not loaded. */
  call(id) {
    return this.#calls.get(id);
  }

  /** Returns the tool of a call, or the id of the call if the tool is not known. */
  tool = (callId) => this.#calls.get(callId)?.tool ?? callId;

  /** Returns the position of the event that introduced a call, or undefined if it is not loaded. */
  introduced(callId) {
    return this.#introduced.get(callId);
  }

  /** Returns the threads that the loaded events started: agents by id. */
  get children() {
    return this.#children;
  }

  /** Keeps an event. */
  put(position, event) {
    this.#events.set(position, event);
    if (event.event === 'delegate_started') {
      this.#children.set(event.threadId, event.agent);
    }
    this.size = Math.max(this.size, position + 1);
    for (const call of callsIn(event)) {
      this.#calls.set(call.id, call);
      this.#introduced.set(call.id, position);
    }
  }

  /** Requests the events of a range, in place of the range that was requested before. */
  want(from, to) {
    this.#wanted = [Math.max(0, from), Math.min(to, this.size)];
    if (!this.#isLoading) {
      this.#loadWanted();
    }
  }

  async #loadWanted() {
    this.#isLoading = true;
    try {
      for (let start = this.#missing(); start >= 0; start = this.#missing()) {
        await this.#load(start, PAGE);
        this.#listener.changed();
      }
    } catch (error) {
      this.#wanted = null;
      this.#listener.failed(error);
    } finally {
      this.#isLoading = false;
    }
  }

  /** Returns the start of the first page of the wanted range that is not complete, or -1. */
  #missing() {
    const [from, to] = this.#wanted ?? [0, 0];
    for (let position = from; position < to; position += 1) {
      if (!this.#events.has(position)) {
        return position - (position % PAGE);
      }
      const callId = this.#events.get(position).callId;
      const before = position - (position % PAGE) - 1;
      // The reply that contains the call of an event can be in the page before.
      if (callId && before >= 0 && !this.#calls.has(callId) && !this.#events.has(before)) {
        return before - (before % PAGE);
      }
    }
    return -1;
  }

  async #load(from, limit) {
    const path = `api/threads/${segment(this.#id)}/events${query({ from, limit })}`;
    const { events, size } = await get(path);
    events.forEach(({ position, event }) => this.put(position, event));
    if (from < this.size && !this.#events.has(from)) {
      throw new Error(`The server did not return the event at position ${from}. Reload the page.`);
    }
    this.size = Math.max(this.size, size);
    return events.length;
  }

  /** Returns an event, after loading it if necessary. */
  async load(position) {
    if (!this.#events.has(position)) {
      await this.#load(position - (position % PAGE), PAGE);
    }
    return this.#events.get(position);
  }

  /** Loads all events, and calls a function with the number of events that are loaded after each request. */
  async loadAll(progress = () => {}) {
    for (let position = 0; position < this.size; ) {
      if (this.#events.has(position)) {
        position += 1;
      } else {
        position += await this.#load(position, BULK);
        progress(position);
      }
    }
  }

  /** Returns all events in order. {@link loadAll} must have ended. */
  all() {
    return Array.from({ length: this.size }, (_, position) => this.#events.get(position));
  }
}
