// A form for a JSON Schema of our dialect. The server validates: the form shows its violations at the fields.
import { el, uid } from './dom.js';
import { canEditNumbers, isNumber, number, parse, stringify, text } from './json.js';
import { constraints, discriminator, kindOf, pattern, resolve, segments } from './schema.js';
import { arrayNode, choiceNode, mapNode, setNode, structureNode } from './formgroups.js';

/** A field whose text is not JSON. */
export class FieldError extends Error {
  constructor(node) {
    super('The text is not JSON.');
    this.node = node;
  }
}

/**
 * Creates a form.
 *
 * A node of the form has: element; read(), which returns the value, undefined if it is left out; child(segment), the
 * node below it or undefined; rename(label); report(text) and clear(), which show and remove a violation; focus().
 *
 * @param {object} schema the schema
 * @param {*} value the initial value; undefined for none
 * @param {string} label the label of the whole value
 * @returns {{element: HTMLElement, value: function(): *, show: function(Array, string): Array, clear: function()}}
 */
export function createForm(schema, value, label) {
  const context = { root: schema, render };
  const root = render(context, schema, value, label);
  const reported = new Set();
  const clear = () => {
    reported.forEach((node) => node.clear());
    reported.clear();
  };
  const report = (node, words) => {
    node.report(words);
    reported.add(node);
  };
  return {
    element: root.element,
    focus: () => root.focus(),
    clear,
    value() {
      try {
        return root.read();
      } catch (error) {
        if (error instanceof FieldError) {
          clear();
          report(error.node, error.message);
          error.node.focus();
        }
        throw error;
      }
    },
    /** Shows violations below the prefix, for example "$.arguments"; returns those outside of it. */
    show(violations, prefix) {
      clear();
      const outside = [];
      let first = null;
      for (const violation of violations) {
        if (!violation.path.startsWith(prefix)) {
          outside.push(violation);
          continue;
        }
        let node = root;
        for (const segment of segments(violation.path.slice(prefix.length))) {
          const child = node.child(segment);
          if (!child) {
            break;
          }
          node = child;
        }
        report(node, `Expected ${violation.expected}, found ${violation.actual}.`);
        first ??= node;
      }
      first?.focus();
      return outside;
    },
  };
}

/** Creates the node for a value that is present. */
function render(context, schema, value, label) {
  const resolved = resolve(context.root, schema).schema;
  const kind = kindOf(context.root, resolved);
  switch (value === undefined || fits(context.root, kind, resolved, value) ? kind : 'raw') {
    case 'text':
      return textNode(resolved, value, label);
    case 'number':
      return canEditNumbers ? numberNode(resolved, value, label) : fixedNode(value, label);
    case 'boolean':
      return booleanNode(resolved, value, label);
    case 'enum':
      return enumNode(resolved, value, label);
    case 'set':
      return setNode(context, resolved, value, label);
    case 'array':
      return arrayNode(context, resolved, value, label);
    case 'map':
      return mapNode(context, resolved, value, label);
    case 'structure':
      return structureNode(context, resolved, value, label);
    case 'choice':
      return choiceNode(context, resolved, value, label);
    default:
      return rawNode(resolved, value, label);
  }
}

/** Whether a control can hold a value. Values of other shapes are edited as JSON, so that nothing is lost. */
function fits(root, kind, schema, value) {
  const object = value !== null && typeof value === 'object' && !Array.isArray(value) && !isNumber(value);
  switch (kind) {
    case 'text':
    case 'enum':
      return typeof value === 'string';
    case 'number':
      return isNumber(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    case 'set':
      return Array.isArray(value) && value.every((each) => typeof each === 'string');
    case 'choice': {
      const { name, branches } = discriminator(root, schema);
      return object && branches.has(value[name]);
    }
    default:
      return object;
  }
}

/** Creates a field of one control with its label, hint and place for violations. */
export function field(control, label, hints, read) {
  const id = uid('field');
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const hint = hints.filter(Boolean).join('; ');
  const error = el('p.violation', { id: errorId, hidden: true });
  control.id = id;
  const describe = (...ids) => {
    const list = ids.filter(Boolean).join(' ');
    if (list) {
      control.setAttribute('aria-describedby', list);
    } else {
      control.removeAttribute('aria-describedby');
    }
  };
  describe(hint && hintId);
  const check = control.type === 'checkbox';
  const caption = el('label', { for: id, class: check ? 'choice' : null }, check ? [control, label] : label);
  return {
    element: el('div.field', null, caption, hint ? el('p.hint', { id: hintId }, hint) : null, check ? null : control, error),
    read,
    child: () => undefined,
    rename: (words) => { caption.lastChild.data = words; },
    focus: () => control.focus(),
    report(words) {
      control.setAttribute('aria-invalid', 'true');
      error.textContent = error.textContent ? `${error.textContent} ${words}` : words;
      error.hidden = false;
      describe(hint && hintId, errorId);
    },
    clear() {
      control.removeAttribute('aria-invalid');
      error.textContent = '';
      error.hidden = true;
      describe(hint && hintId);
    },
  };
}

/** Returns the hints of a schema: its description and constraints. */
export function hints(schema) {
  return [schema.description, ...constraints(schema)];
}

function textNode(schema, value, label) {
  const initial = value ?? schema.default ?? '';
  const single = !/[\r\n]/.test(initial) && initial.length <= 60 && (schema.pattern || schema.format || schema.maxLength <= 60);
  let control;
  if (single) {
    control = el('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', pattern: pattern(schema) });
    if (schema.format === 'date') {
      control.type = 'date';
      control.value = initial;
      control.type = control.value === initial ? 'date' : 'text';
    }
  } else {
    control = el('textarea.growing', { rows: initial.includes('\n') ? 4 : 1 });
  }
  control.value = initial;
  // A control can normalise what it holds (line ends): an untouched field keeps its text.
  const shown = control.value;
  return field(control, label, hints(schema), () => (control.value === shown ? initial : control.value));
}

function numberNode(schema, value, label) {
  const initial = value ?? schema.default;
  const shown = initial === undefined ? '' : text(initial);
  const mode = schema.type === 'integer' ? 'numeric' : 'decimal';
  const control = el('input', { type: 'text', inputmode: mode, autocomplete: 'off' });
  control.value = shown;
  const words = schema.type === 'integer' ? 'a whole number' : 'a number';
  return field(control, label, [...hints(schema), words], () =>
    control.value === shown && initial !== undefined ? initial : number(control.value));
}

function booleanNode(schema, value, label) {
  const control = el('input', { type: 'checkbox' });
  control.checked = (value ?? schema.default) === true;
  return field(control, label, hints(schema), () => control.checked);
}

function enumNode(schema, value, label) {
  const initial = value ?? schema.default;
  const known = schema.enum.includes(initial);
  const control = el('select', null,
    known ? null : el('option', { value: '' }, initial === undefined ? 'Choose…' : text(initial)),
    schema.enum.map((each) => el('option', { value: each }, each)));
  control.value = known ? initial : '';
  return field(control, label, hints(schema), () => (control.value === '' && !schema.enum.includes('') ? initial ?? '' : control.value));
}

/** Creates a text area with JSON, for a shape that has no control of its own. */
function rawNode(schema, value, label) {
  const control = el('textarea.growing.mono', { rows: 3, spellcheck: 'false' });
  control.value = value === undefined ? '' : stringify(value, 2);
  const shown = control.value;
  const node = field(control, label, [...hints(schema), 'JSON'], () => {
    if (control.value === shown) {
      return value;
    }
    try {
      return parse(control.value);
    } catch {
      throw new FieldError(node);
    }
  });
  return node;
}

/** Creates a field that cannot be edited, because this browser would lose digits. */
function fixedNode(value, label) {
  const control = el('input', { type: 'text', readonly: true });
  control.value = value === undefined ? '' : text(value);
  return field(control, label, ['this browser cannot edit numbers without loss'], () => value);
}
