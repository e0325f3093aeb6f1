// The state of the thread page in the fragment of its URL: #<thread>?event=12&view=diagram&q=text.

/** The views of the page next to the timeline. */
export const VIEWS = ['event', 'input', 'diagram', 'replay'];

/**
 * Returns the state in a fragment.
 *
 * @returns {{id: string, event: number|null, view: string, q: string}}
 */
export function readState(hash = location.hash) {
  const [id, parameters] = split(hash.replace(/^#/, ''));
  const values = new URLSearchParams(parameters);
  const event = values.get('event');
  const view = values.get('view');
  return {
    id: decoded(id),
    event: event !== null && /^\d{1,9}$/.test(event) ? Number(event) : null,
    view: VIEWS.includes(view) ? view : 'event',
    q: values.get('q') ?? '',
  };
}

function split(text) {
  const end = text.indexOf('?');
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)];
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Returns the fragment of a state. */
export function fragment({ id, event = null, view = 'event', q = '' }) {
  const values = new URLSearchParams();
  if (event !== null) {
    values.set('event', event);
  }
  if (view !== 'event') {
    values.set('view', view);
  }
  if (q) {
    values.set('q', q);
  }
  const parameters = values.toString();
  return `#${encodeURIComponent(id)}${parameters ? `?${parameters}` : ''}`;
}

/** Returns the link to a thread, relative to the folder of the pages. */
export function threadLink(id, event = null) {
  return `thread.html${fragment({ id, event })}`;
}
