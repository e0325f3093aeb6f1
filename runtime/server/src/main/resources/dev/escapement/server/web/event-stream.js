// Server-sent events through fetch: unlike an EventSource, it can send the header with the token of the session.

const RETRY = 2000;

/** A stream of events. It connects again after a loss, from the last event on. */
export class EventStream {
  #abort = new AbortController();
  #url;
  #handler;
  #lastId = '';
  #retry = RETRY;

  /**
   * Opens a stream.
   *
   * @param {URL|string} url the URL
   * @param {{headers: function(): object, open: function(), event: function(string, string), lost: function(number)}} handler
   *     returns the headers of each attempt; called when the stream is open, with the type and the data of each event, and
   *     with the status after a loss: 0 without a response, 200 for a stream that broke off. A refusal (a status from 400 to
   *     499) ends the stream. So does the status 204, after an event of the type "end".
   */
  constructor(url, handler) {
    this.#url = url;
    this.#handler = handler;
    this.#run();
  }

  /** Ends the stream. The handler is not called any more. */
  close() {
    this.#abort.abort();
  }

  async #run() {
    const { signal } = this.#abort;
    while (!signal.aborted) {
      const status = await this.#attempt(signal);
      if (signal.aborted) {
        return;
      }
      if (status === 204) {
        this.#handler.event('end', '');
        return;
      }
      this.#handler.lost(status);
      if (status >= 400 && status < 500) {
        return;
      }
      await new Promise((resume) => setTimeout(resume, this.#retry));
    }
  }

  async #attempt(signal) {
    let status = 0;
    try {
      const headers = { Accept: 'text/event-stream', ...this.#handler.headers() };
      if (this.#lastId !== '') {
        headers['Last-Event-ID'] = this.#lastId;
      }
      const response = await fetch(this.#url, { headers, cache: 'no-store', credentials: 'same-origin', signal });
      status = response.status;
      if (status === 200) {
        this.#handler.open();
        await this.#read(response.body.pipeThrough(new TextDecoderStream()).getReader());
      }
    } catch {
      // A loss, which the caller reports.
    }
    return status;
  }

  async #read(reader) {
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (rest + part.value).split('\n\n'); // the server writes no other line ends
      rest = blocks.pop();
      blocks.forEach((block) => this.#block(block));
    }
  }

  #block(block) {
    let type = 'message';
    const data = [];
    for (const line of block.split('\n')) {
      const [, name, value] = /^([^:]*):? ?(.*)$/.exec(line);
      switch (name) {
        case 'data':
          data.push(value);
          break;
        case 'event':
          type = value;
          break;
        case 'id':
          this.#lastId = value;
          break;
        case 'retry':
          this.#retry = Number(value) || this.#retry;
          break;
        default: // a comment, which keeps the connection open
      }
    }
    if (data.length > 0 && !this.#abort.signal.aborted) {
      this.#handler.event(type, data.join('\n'));
    }
  }
}
