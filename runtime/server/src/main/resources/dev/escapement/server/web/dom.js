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
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Replaces the children of an element. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

let last = 0;

/** Returns an id that is unique in the page. */
export function uid(prefix = 'x') {
  last += 1;
  return `${prefix}-${last}`;
}
