// The nodes of a form that contain others: objects, choices, arrays, maps and sets.
import { el, fill, uid } from './dom.js';
import { field, hints } from './form.js';
import { discriminator, resolve } from './schema.js';

/** Creates a fieldset with a legend, a hint and a place for violations. */
function group(label, hintTexts, content, parts) {
  const error = el('p.violation', { id: uid('error'), hidden: true });
  const hint = hintTexts.filter(Boolean).join('; ');
  const hintId = uid('hint');
  const legend = el('legend', null, label);
  const element = el('fieldset', { tabindex: '-1', 'aria-describedby': hint ? hintId : null },
    legend, hint ? el('p.hint', { id: hintId }, hint) : null, error, content);
  return {
    element,
    child: () => undefined,
    rename: (words) => { legend.textContent = words; },
    focus: () => (element.querySelector('input, select, textarea, button') ?? element).focus(),
    report(words) {
      error.textContent = error.textContent ? `${error.textContent} ${words}` : words;
      error.hidden = false;
      element.setAttribute('aria-describedby', [hint && hintId, error.id].filter(Boolean).join(' '));
    },
    clear() {
      error.textContent = '';
      error.hidden = true;
    },
    ...parts,
  };
}

const SET = 'set';
const NULL = 'null';
const OUT = 'left out';

/** Creates a value that can also be null or left out: a list of these states, and the value itself if it is set. */
function stateful(context, schema, value, label, nullable, optional, present) {
  if (!nullable && !optional) {
    return context.render(context, schema, present ? value : undefined, label);
  }
  const initial = !present ? (optional ? OUT : NULL) : value === null && nullable ? NULL : SET;
  const control = el('select', null,
    el('option', { value: SET }, 'give a value'),
    nullable ? el('option', { value: NULL }, 'null') : null,
    optional ? el('option', { value: OUT }, 'leave out') : null);
  control.value = initial;
  const place = el('div.nested', null);
  let inner = null;
  let name = label;
  const update = () => {
    if (control.value === SET) {
      inner ??= context.render(context, schema, present && value !== null ? value : undefined, name);
      fill(place, inner.element);
    } else {
      fill(place);
    }
  };
  control.addEventListener('change', update);
  const state = field(control, `${label}: given?`, [], () => undefined);
  update();
  const isSet = () => control.value === SET;
  return {
    element: el('div.stateful', null, state.element, place),
    read: () => (isSet() ? inner.read() : control.value === NULL ? null : undefined),
    child: (segment) => (isSet() ? inner.child(segment) : undefined),
    rename(words) {
      state.rename(`${words}: given?`);
      name = words;
      inner?.rename(words);
    },
    focus: () => (isSet() ? inner : state).focus(),
    report: (words) => (isSet() ? inner : state).report(words),
    clear() {
      state.clear();
      inner?.clear();
    },
  };
}

/** Creates the node of an item or a map's value, which cannot be left out. */
function element(context, schema, value, label, present) {
  return stateful(context, schema, value, label, resolve(context.root, schema).nullable, false, present);
}

/** Creates the node of an object with known properties. Properties that the schema does not know are kept. */
export function structureNode(context, schema, value, label, hidden = null) {
  const initial = isObject(value) ? value : {};
  const nodes = new Map();
  for (const [name, property] of Object.entries(schema.properties)) {
    if (name !== hidden) {
      const { nullable } = resolve(context.root, property);
      const optional = !(schema.required ?? []).includes(name);
      const present = Object.hasOwn(initial, name);
      nodes.set(name, stateful(context, property, initial[name], name, nullable, optional, present));
    }
  }
  const unknown = Object.keys(initial).filter((name) => !Object.hasOwn(schema.properties, name));
  const content = [...nodes.values()].map((node) => node.element);
  return group(label, [schema.description], content, {
    read() {
      const read = [...nodes].map(([name, node]) => [name, node.read()]).filter(([, each]) => each !== undefined);
      return Object.fromEntries([...read, ...unknown.map((name) => [name, initial[name]])]);
    },
    child: (segment) => nodes.get(segment),
  });
}

function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Creates the node of a choice: a list of the branches, and the properties of the selected one. */
export function choiceNode(context, schema, value, label) {
  const { name, branches } = discriminator(context.root, schema);
  const initial = isObject(value) && branches.has(value[name]) ? value[name] : '';
  const select = el('select', null,
    initial ? null : el('option', { value: '' }, 'Choose…'),
    [...branches.keys()].map((each) => el('option', { value: each }, each)));
  select.value = initial;
  const place = el('div', null);
  let inner = null;
  const update = () => {
    const branch = branches.get(select.value);
    inner = branch ? structureNode(context, branch, select.value === initial ? value : undefined, select.value, name) : null;
    fill(place, inner && (Object.keys(branch.properties).length > 1 || branch.description) ? inner.element : null);
  };
  select.addEventListener('change', update);
  const kind = field(select, `${label}: ${name}`, [], () => select.value);
  update();
  return group(label, hints(schema), [kind.element, place], {
    read: () => (inner ? Object.fromEntries([[name, select.value], ...Object.entries(inner.read())]) : value ?? {}),
    child: (segment) => (segment === name ? kind : inner?.child(segment)),
    focus: () => select.focus(),
  });
}

/** Creates a list of rows with buttons to remove each and to add one. */
function rows(context, label, initial, add, rowNode) {
  const list = el('div.items', null);
  const entries = [];
  const button = el('button.small', { type: 'button', onclick: () => append(add()).focus() }, `Add to ${label}`);
  const renumber = () => entries.forEach((entry, i) => entry.renumber(i + 1));
  const append = (value) => {
    const entry = rowNode(value);
    const remove = el('button.small.remove', { type: 'button' });
    const row = el('div.item', null, entry.element, remove);
    entry.renumber = (i) => {
      entry.numbered?.(i);
      remove.textContent = `Remove ${entry.named ? entry.named() : `${label} ${i}`}`;
    };
    entry.element.addEventListener('input', renumber);
    remove.addEventListener('click', () => {
      const at = entries.indexOf(entry);
      entries.splice(at, 1);
      row.remove();
      renumber();
      // The focus moves to the next row's button, or to the button that adds.
      (list.children[at]?.querySelector(':scope > .remove') ?? button).focus();
    });
    entries.push(entry);
    list.append(row);
    renumber();
    return entry;
  };
  initial.forEach(append);
  return { content: [list, button], entries };
}

/** Creates the node of an array. */
export function arrayNode(context, schema, value, label) {
  const initial = (Array.isArray(value) ? value : []).map((each) => ({ each, present: true }));
  const { content, entries } = rows(context, label, initial, () => ({ present: false }), ({ each, present }) => {
    const node = element(context, schema.items, each, `${label} item`, present);
    return { ...node, numbered: (i) => node.rename(`${label} item ${i}`) };
  });
  return group(label, hints(schema), content, {
    read: () => entries.map((entry) => entry.read()),
    child: (segment) => entries[Number(segment)],
  });
}

/** Creates the node of a map: a key and a value in each row. */
export function mapNode(context, schema, value, label) {
  const initial = Object.entries(isObject(value) ? value : {}).map(([key, each]) => ({ key, each, present: true }));
  const { content, entries } = rows(context, label, initial, () => ({ key: '', present: false }), ({ key, each, present }) => {
    const keys = schema.propertyNames?.enum;
    const control = keys
      ? el('select', null, keys.map((name) => el('option', { value: name }, name)))
      : el('input', { type: 'text', autocomplete: 'off' });
    control.value = key || (keys?.[0] ?? '');
    const keyNode = field(control, `${label}: key`, [], () => control.value);
    const node = element(context, schema.additionalProperties, each, `${label}: value`, present);
    return {
      ...node,
      element: el('div', null, keyNode.element, node.element),
      focus: () => (present ? node : keyNode).focus(),
      named: () => `${label} ${control.value}`,
      key: () => control.value,
    };
  });
  return group(label, hints(schema), content, {
    read: () => Object.fromEntries(entries.map((entry) => [entry.key(), entry.read()])),
    child: (segment) => entries.find((entry) => entry.key() === segment),
  });
}

/** Creates the node of a set of constants: a check box for each. */
export function setNode(context, schema, value, label) {
  const items = resolve(context.root, schema.items).schema;
  const initial = Array.isArray(value) ? value : [];
  const boxes = [...new Set([...items.enum, ...initial])].map((each) => {
    const box = el('input', { type: 'checkbox' });
    box.checked = initial.includes(each);
    return { each, box };
  });
  const content = el('div', null, boxes.map(({ each, box }) => el('label.choice', null, box, each)));
  return group(label, hints(schema), content, {
    read() {
      // The selected ones keep their order; new ones follow.
      const selected = boxes.filter(({ box }) => box.checked).map(({ each }) => each);
      return [...initial.filter((each) => selected.includes(each)), ...selected.filter((each) => !initial.includes(each))];
    },
  });
}
