// The live events of a thread, and the reply in progress. The stream is closed while the page is hidden: a browser opens
// only six connections to a server.
import { segment, url } from './api.js';
import { el, fill } from './dom.js';
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
    const source = new EventSource(url(`api/threads/${segment(this.#id)}/follow?after=${this.#size}`));
    this.#source = source;
    source.addEventListener('open', () => this.#handler.state(true));
    source.addEventListener('event', (message) => {
      const { position, event } = parse(message.data);
      this.#size = Math.max(this.#size, position + 1);
      this.#handler.event(position, event);
    });
    source.addEventListener('delta', (message) => this.#handler.delta(parse(message.data)));
    source.addEventListener('end', () => {
      this.close();
      this.#handler.end();
    });
    source.addEventListener('error', () => this.#failed(source));
  }

  #failed(source) {
    this.#handler.state(false);
    // A browser reconnects by itself unless the response was refused; a new stream then starts a little later.
    if (source.readyState === EventSource.CLOSED && this.#source === source) {
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
        this.#text.append(delta.text);
        break;
      case 'thinking':
        this.#thinking.append(delta.text);
        break;
      case 'call_begun':
        this.#call(delta.index).tool.textContent = delta.tool;
        break;
      case 'arguments':
        this.#call(delta.index).json.append(delta.fragment);
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
