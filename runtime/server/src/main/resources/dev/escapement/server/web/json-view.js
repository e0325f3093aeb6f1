// JSON values as nested lists that open on demand. All text becomes text nodes.
import { el } from './dom.js';
import { isNumber, parse, text } from './json.js';

const SHOWN = 100;
const OPEN_LIMIT = 20;

/**
 * Creates a view of a value. Objects and arrays with few entries are open, others are closed until a person opens them;
 * the entries of a closed one are not created.
 *
 * @param {unknown} value a value from json.js
 * @returns {HTMLElement}
 */
export function jsonView(value) {
  return el('div.json', null, node(value, null, 0));
}

/** Creates a view of JSON text. Text that is not JSON is shown as it is. */
export function jsonTextView(json) {
  if (json === '') {
    return el('p.muted', null, 'Empty.');
  }
  let value;
  try {
    value = parse(json);
  } catch {
    return el('pre', null, json);
  }
  return jsonView(value);
}

function node(value, key, depth) {
  if (value === null || typeof value !== 'object' || isNumber(value)) {
    return el('div.leaf', null, name(key), scalar(value));
  }
  const isArray = Array.isArray(value);
  const entries = isArray ? value.map((each, i) => [String(i), each]) : Object.entries(value);
  const count = isArray ? `[${entries.length}]` : `{${entries.length}}`;
  if (entries.length === 0) {
    return el('div.leaf', null, name(key), isArray ? '[]' : '{}');
  }
  const details = el('details', { open: depth < 2 && entries.length <= OPEN_LIMIT });
  const list = el('div.entries');
  details.append(el('summary', null, name(key), el('span.muted', null, count)), list);
  const build = () => {
    if (details.open && !list.hasChildNodes()) {
      page(list, entries, 0, depth + 1);
    }
  };
  build();
  details.addEventListener('toggle', build);
  return details;
}

function page(list, entries, from, depth) {
  const to = Math.min(entries.length, from + SHOWN);
  list.append(...entries.slice(from, to).map(([key, value]) => node(value, key, depth)));
  if (to < entries.length) {
    const more = el('button.small', { type: 'button' }, `Show ${Math.min(SHOWN, entries.length - to)} more of ${entries.length}`);
    more.addEventListener('click', () => {
      more.remove();
      page(list, entries, to, depth);
    });
    list.append(more);
  }
}

function name(key) {
  return key === null ? null : el('span.key', null, key, ': ');
}

function scalar(value) {
  const kind = value === null ? 'null' : isNumber(value) ? 'number' : typeof value;
  return el(`span.${kind}`, null, value === '' ? '""' : text(value));
}
