// Read-only presentation of JSON values: complete, as nested lists, text nodes only.
import { el } from './dom.js';
import { isNumber, same, stringify, text } from './json.js';
import { resolve, kindOf, discriminator } from './schema.js';

/**
 * Creates a complete presentation of a value. Nothing is cut.
 *
 * @param {*} value the value; undefined if absent
 * @param {object} schema the schema, for descriptions; an empty one suits all values
 * @param {object} root the document with $defs
 */
export function view(value, schema = {}, root = schema) {
  const resolved = resolve(root, schema).schema;
  if (Array.isArray(value)) {
    return value.length === 0
      ? empty('empty list')
      : el('ol.values', null, value.map((item) => el('li', null, view(item, resolved.items ?? {}, root))));
  }
  if (value !== null && typeof value === 'object' && !isNumber(value)) {
    return entries(value, shape(value, resolved, root), root);
  }
  return scalar(value);
}

function shape(value, schema, root) {
  if (kindOf(root, schema) === 'choice') {
    const { name, branches } = discriminator(root, schema);
    return branches.get(value[name]) ?? {};
  }
  return schema;
}

function entries(value, schema, root) {
  const known = Object.keys(schema.properties ?? {});
  const names = [...known, ...Object.keys(value).filter((name) => !known.includes(name))];
  if (names.length === 0) {
    return empty('no entries');
  }
  return el('dl.values', null, names.map((name) => {
    const property = schema.properties?.[name] ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {});
    const description = resolve(root, property).schema.description;
    return [
      el('dt', null, name, description ? el('span.hint', null, ` ${description}`) : null),
      el('dd', null, Object.hasOwn(value, name) ? view(value[name], property, root) : empty('left out')),
    ];
  }));
}

function scalar(value) {
  if (value === undefined) {
    return empty('left out');
  }
  if (value === null) {
    return empty('null');
  }
  if (value === '') {
    return empty('empty text');
  }
  return el('span.value', null, text(value));
}

function empty(words) {
  return el('em.muted', null, words);
}

/**
 * Returns the differences of two values, in order.
 *
 * @returns {Array<{path: string, was: *, now: *}>} undefined for an absent value
 */
export function changes(was, now, path = '') {
  if (was !== undefined && now !== undefined && same(was, now)) {
    return [];
  }
  if (isContainer(was) && isContainer(now) && Array.isArray(was) === Array.isArray(now)) {
    const names = [...new Set([...Object.keys(was), ...Object.keys(now)])];
    return names.flatMap((name) => changes(own(was, name), own(now, name), join(path, name, Array.isArray(was))));
  }
  return was === undefined && now === undefined ? [] : [{ path: path || 'value', was, now }];
}

function own(value, name) {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function join(path, name, index) {
  return index ? `${path}[${Number(name) + 1}]` : path ? `${path} › ${name}` : name;
}

function isContainer(value) {
  return value !== null && typeof value === 'object' && !isNumber(value);
}

/** Creates a list of differences: the name, the old and the new value. */
export function changeList(list) {
  return el('table.changes', null,
    el('thead', null, el('tr', null, ['Argument', 'Was', 'Now'].map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', null, list.map(({ path, was, now }) => el('tr', null,
      el('th', { scope: 'row' }, path),
      el('td.was', null, short(was)),
      el('td.now', null, short(now))))));
}

function short(value) {
  return isContainer(value) ? el('pre', null, stringify(value, 2)) : scalar(value);
}
