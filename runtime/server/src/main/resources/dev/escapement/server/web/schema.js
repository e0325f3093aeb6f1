// Reading of JSON Schema in the dialect that Escapement prints.
import { isNumber, text } from './json.js';

/**
 * Follows references and separates "or null".
 *
 * @param {object} root the document with $defs
 * @param {object} schema a schema in it
 * @returns {{schema: object, nullable: boolean}} a schema without $ref, and whether null is permitted, too
 */
export function resolve(root, schema) {
  let current = schema ?? {};
  let nullable = false;
  for (let depth = 0; depth < 64; depth += 1) {
    if (typeof current.$ref === 'string') {
      const { $ref, ...own } = current;
      const name = $ref.replace(/^#(\/\$defs\/)?/, '');
      const target = name === '' ? root : root.$defs?.[name];
      if (!target) {
        return { schema: {}, nullable };
      }
      current = { ...target, ...own };
    } else if (Array.isArray(current.anyOf) && current.anyOf.some(isNull)) {
      nullable = true;
      const branches = current.anyOf.filter((branch) => !isNull(branch));
      const { anyOf, ...own } = current;
      current = branches.length === 1 ? { ...branches[0], ...own } : { ...own, anyOf: branches };
    } else if (Array.isArray(current.type) && current.type.includes('null')) {
      nullable = true;
      const types = current.type.filter((type) => type !== 'null');
      current = { ...current, type: types.length === 1 ? types[0] : types };
      if (Array.isArray(current.enum)) {
        current.enum = current.enum.filter((value) => value !== null);
      }
    } else {
      return { schema: current, nullable };
    }
  }
  return { schema: {}, nullable };
}

function isNull(schema) {
  return schema.type === 'null';
}

/** Returns the kind of control for a resolved schema; "raw" for a shape outside the dialect, which is edited as JSON. */
export function kindOf(root, schema) {
  if (Array.isArray(schema.anyOf)) {
    return discriminator(root, schema) ? 'choice' : 'raw';
  }
  switch (schema.type) {
    case 'string':
      return Array.isArray(schema.enum) ? 'enum' : 'text';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return isSet(root, schema) ? 'set' : 'array';
    case 'object':
      return schema.properties ? 'structure' : isSchema(schema.additionalProperties) ? 'map' : 'raw';
    default:
      return 'raw';
  }
}

function isSet(root, schema) {
  const items = resolve(root, schema.items);
  return schema.uniqueItems === true && !items.nullable && items.schema.type === 'string' && Array.isArray(items.schema.enum);
}

function isSchema(value) {
  return value !== null && typeof value === 'object';
}

/**
 * Returns the property that tells the branches of a choice apart, and the branches by its values.
 *
 * @returns {{name: string, branches: Map<string, object>}|null} null if the branches have no such property
 */
export function discriminator(root, schema) {
  const resolved = schema.anyOf.map((branch) => resolve(root, branch).schema);
  const constant = (branch, name) => {
    const values = branch.properties?.[name]?.enum;
    return Array.isArray(values) && values.length === 1 ? values[0] : undefined;
  };
  for (const name of Object.keys(resolved[0]?.properties ?? {})) {
    const values = resolved.map((branch) => constant(branch, name));
    if (values.every((value) => typeof value === 'string') && new Set(values).size === values.length) {
      return { name, branches: new Map(resolved.map((branch, i) => [values[i], branch])) };
    }
  }
  return null;
}

// The limits of Java's types are no help to a person.
const TYPE_LIMITS = new Set([
  '-128', '127', '-32768', '32767', '-2147483648', '2147483647', '-9223372036854775808', '9223372036854775807',
]);

/** Returns the constraints of a scalar, an array or a map as short texts. */
export function constraints(schema) {
  const limit = (value) => (isNumber(value) && !TYPE_LIMITS.has(text(value)) ? text(value) : null);
  const texts = [];
  const add = (value, words) => value !== null && texts.push(words(value));
  add(limit(schema.minimum), (value) => `at least ${value}`);
  add(limit(schema.exclusiveMinimum), (value) => `more than ${value}`);
  add(limit(schema.maximum), (value) => `at most ${value}`);
  add(limit(schema.exclusiveMaximum), (value) => `less than ${value}`);
  add(limit(schema.multipleOf), (value) => `a multiple of ${value}`);
  add(range(schema.minLength, schema.maxLength), (value) => counted(value, 'character', 'characters'));
  add(range(schema.minItems, schema.maxItems), (value) => counted(value, 'item', 'items'));
  add(range(schema.minProperties, schema.maxProperties), (value) => counted(value, 'entry', 'entries'));
  add(FORMATS[schema.format] ?? null, (value) => value);
  return texts;
}

function counted(value, one, many) {
  return `${value} ${value.endsWith(' 1') ? one : many}`;
}

const FORMATS = {
  date: 'a date, like 2026-11-30',
  'date-time': 'a date and time with offset, like 2026-11-30T18:30:00Z',
  time: 'a time, like 18:30:00',
  duration: 'a duration, like PT1H30M',
  uuid: 'a UUID',
  email: 'an email address',
  uri: 'a URI',
};

function range(min, max) {
  if (min !== undefined && max !== undefined) {
    return text(min) === text(max) ? `exactly ${text(min)}` : `${text(min)} to ${text(max)}`;
  }
  if (min !== undefined) {
    return text(min) === '0' ? null : `at least ${text(min)}`;
  }
  return max !== undefined ? `at most ${text(max)}` : null;
}

/** Returns the pattern of a string if an HTML input can check it, which compiles it with the flag v; else null. */
export function pattern(schema) {
  if (typeof schema.pattern !== 'string') {
    return null;
  }
  try {
    new RegExp(`^(?:${schema.pattern})$`, 'v');
  } catch {
    return null;
  }
  // An input matches the whole text, a JSON Schema any part of it.
  const whole = /^\^(?:.*)\$$/s.test(schema.pattern) && !schema.pattern.includes('|');
  return whole ? schema.pattern.slice(1, -1) : `[\\s\\S]*(?:${schema.pattern})[\\s\\S]*`;
}

/** Parses a path of a violation, for example $.items[0]["a key"].qty, to its names and indexes. */
export function segments(path) {
  const found = [];
  for (const match of path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.([^.[]+)/g)) {
    found.push(match[1] ?? match[3] ?? unquoted(match[2]));
  }
  return found;
}

function unquoted(quoted) {
  try {
    return JSON.parse(quoted);
  } catch {
    return quoted.slice(1, -1);
  }
}
