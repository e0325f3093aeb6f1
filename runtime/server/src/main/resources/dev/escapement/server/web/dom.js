// Elements without innerHTML: all text becomes text nodes, so stored text can never become markup.

/**
 * Creates an element.
 *
 * @param {string} tag the tag name, with optional classes: "p.hint"
 * @param {object|null} attributes attributes by name; a function becomes a listener ("onclick"), true an empty attribute;
 *     null, undefined and false are left out
 * @param {...(Node|string|Array|null|undefined)} children nodes and texts
 * @returns {HTMLElement}
 */
export function el(tag, attributes, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length > 0) {
    element.classList.add(...classes);
  }
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') {
      element.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }
  element.append(...nodes(children));
  return element;
}

function nodes(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false)
    .flatMap((child) => (typeof child === 'string' ? visible(child) : child));
}

// Controls but tab and line ends, marks of the direction of writing, and spaces without a width. Joiners are part of emoji.
const INVISIBLE = /([\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff])/;

/**
 * Returns a text as nodes in which characters that would hide or reorder others appear as their code points, so that a
 * person decides about what the text contains.
 *
 * @param {string} text the text
 * @returns {(Node|string)[]}
 */
export function visible(text) {
  if (!INVISIBLE.test(text)) {
    return [text];
  }
  return text.split(INVISIBLE).map((part, i) =>
    (i % 2 === 0 ? part : el('span.code-point', null, `U+${part.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`)));
}

/** Replaces the children of an element. */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
  return element;
}

let last = 0;

/** Returns an id that is unique in the page. */
export function uid(prefix = 'x') {
  last += 1;
  return `${prefix}-${last}`;
}
