// The live events of a thread, and the reply in progress. The stream is closed while the page is hidden: a browser opens
// only six connections to a server.
import { segment, tokenHeader, url } from './api.js';
import { el, fill, visible } from './dom.js';
import { EventStream } from './event-stream.js';
import { parse } from './json.js';

/** Follows a thread from a number of events on, through reconnections, until it has ended. */
export class ThreadFollower {
  #id;
  #handler;
  #source = null;
  #size;
  #ended = false;

  /**
   * @param {string} id the id of the thread
   * @param {number} size the number of events that are known
   * @param {{event: Function, delta: Function, end: Function, state: Function}} handler called with each event and its
   *     position, with each delta, at the end, and with whether the stream is open
   *     and the status of the refusal or loss
   */
  constructor(id, size, handler) {
    this.#id = id;
    this.#size = size;
    this.#handler = handler;
    document.addEventListener('visibilitychange', this.#visibility);
    this.#visibility();
  }

  /** Ends the stream. */
  close() {
    this.#ended = true;
    document.removeEventListener('visibilitychange', this.#visibility);
    this.#stop();
  }

  #visibility = () => {
    if (document.hidden) {
      this.#stop();
    } else if (!this.#source && !this.#ended) {
      this.#start();
    }
  };

  #stop() {
    this.#source?.close();
    this.#source = null;
  }

  #start() {
    const source = new EventStream(url(`api/threads/${segment(this.#id)}/follow?after=${this.#size}`), {
      headers: tokenHeader,
      open: () => this.#handler.state(true, 200),
      event: (type, data) => this.#received(type, data),
      lost: (status) => this.#lost(source, status),
    });
    this.#source = source;
  }

  #received(type, data) {
    switch (type) {
      case 'event': {
        const { position, event } = parse(data);
        this.#size = Math.max(this.#size, position + 1);
        this.#handler.event(position, event);
        break;
      }
      case 'delta':
        this.#handler.delta(parse(data));
        break;
      case 'end':
        this.close();
        this.#handler.end();
        break;
      default: // of a later version
    }
  }

  #lost(source, status) {
    this.#handler.state(false, status);
    // A stream connects again by itself unless it was refused; a new one then starts a little later.
    if (status >= 400 && status < 500 && this.#source === source) {
      this.#stop();
      setTimeout(this.#visibility, 5000);
    }
  }
}

/** The box with the model's reply while it arrives. Hidden without one. */
export class ReplyInProgress {
  #text = el('pre.reply-text');
  #thinking = el('pre.muted');
  #calls = new Map();
  #callList = el('ul');

  constructor() {
    const thinking = el('details', null, el('summary', null, 'Thinking'), this.#thinking);
    this.element = el('section.in-progress', { 'aria-label': 'Reply in progress', hidden: true }, el('h2', null, 'Reply in progress'), thinking, this.#text, this.#callList);
    this.thinkingBox = thinking;
    this.clear();
  }

  /** Removes the reply, because it is recorded or void. */
  clear() {
    fill(this.#text);
    fill(this.#thinking);
    fill(this.#callList);
    this.#calls.clear();
    this.element.hidden = true;
  }

  /** Adds a delta. One of an unknown type is ignored: the recorded reply follows. */
  add(delta) {
    switch (delta.type) {
      case 'text':
        this.#text.append(...visible(delta.text));
        break;
      case 'thinking':
        this.#thinking.append(...visible(delta.text));
        break;
      case 'call_begun':
        this.#call(delta.index).tool.textContent = delta.tool;
        break;
      case 'arguments':
        this.#call(delta.index).json.append(...visible(delta.fragment));
        break;
      case 'discarded':
        this.clear();
        return;
      default:
        return;
    }
    this.#text.hidden = !this.#text.hasChildNodes();
    this.thinkingBox.hidden = !this.#thinking.hasChildNodes();
    this.element.hidden = false;
  }

  #call(index) {
    if (!this.#calls.has(index)) {
      const call = { tool: el('strong'), json: el('code') };
      this.#calls.set(index, call);
      this.#callList.append(el('li', null, call.tool, ' ', call.json));
    }
    return this.#calls.get(index);
  }
}
