// JSON without loss: numbers that a JavaScript number cannot hold digit by digit remain their source text.

const exact = typeof JSON.rawJSON === 'function';

/** Whether this browser keeps and writes all digits. Without it, values with numbers cannot be edited. */
export const canEditNumbers = exact;

/** Parses JSON. A number whose text differs from that of the JavaScript number becomes a raw number. */
export function parse(text) {
  return JSON.parse(text, (key, value, context) => {
    if (exact && typeof value === 'number' && context?.source !== undefined && String(value) !== context.source) {
      return JSON.rawJSON(context.source);
    }
    return value;
  });
}

/** Writes JSON, raw numbers digit by digit. */
export function stringify(value, indent) {
  return JSON.stringify(value, null, indent);
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Returns the number with these digits, or the text itself if it is not a JSON number: the server then reports it. */
export function number(text) {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) {
    return text;
  }
  return exact && String(Number(trimmed)) !== trimmed ? JSON.rawJSON(trimmed) : Number(trimmed);
}

/** Whether a value is a number, raw or not. */
export function isNumber(value) {
  return typeof value === 'number' || (exact && JSON.isRawJSON(value));
}

/** Returns a scalar as text: strings as they are, numbers with all digits. */
export function text(value) {
  if (typeof value === 'string') {
    return value;
  }
  return stringify(value);
}

/** Whether two values have the same JSON, independent of the order of properties. */
export function same(one, other) {
  return stringify(sorted(one)) === stringify(sorted(other));
}

function sorted(value) {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (value !== null && typeof value === 'object' && !isNumber(value)) {
    return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
  }
  return value;
}
