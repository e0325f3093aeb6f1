// The details of one event: all properties, with arguments and results as JSON, and links to what belongs to it.
import { el } from './dom.js';
import { callsIn, describe, hasRequest } from './events.js';
import { text } from './json.js';
import { jsonTextView, jsonView } from './json-view.js';
import { fragment, threadLink } from './thread-state.js';
import { at } from './time.js';
import { amounts, answerWords, number, took } from './words.js';

/** The properties that are JSON text. */
const JSON_TEXTS = ['payload', 'result', 'reply', 'editedArguments', 'fallback', 'schema'];

/** The properties that are texts for people or for the model. */
const TEXTS = ['input', 'text', 'question', 'reason', 'message'];

/**
 * Creates the details of an event.
 *
 * @param {number} position the position of the event
 * @param {object} event the event
 * @param {{id: string, pages: import('./event-pages.js').EventPages, may: (action: string) => boolean, fork: (position: number) => void}} context
 * @returns {Node[]}
 */
export function eventDetails(position, event, context) {
  const { title } = describe(event, context.pages.tool);
  return [
    el('h2', null, title),
    facts(position, event, context),
    actions(position, event, context),
    call(event, context),
    texts(event),
    calls(event),
    JSON_TEXTS.filter((name) => event[name] !== undefined).map((name) => block(words(name), jsonTextView(event[name]))),
    event.files?.length > 0 ? block('Files', el('ul', null, event.files.map(file))) : null,
    el('details', { class: 'raw' }, el('summary', null, 'The stored event'), jsonView(event)),
  ];
}

function facts(position, event, { pages, id }) {
  const rows = [
    ['Position', `${position}`],
    ['Time', el('time', { title: event.at }, at(event.at))],
    ['Call', event.callId ? [event.callId, ' of ', el('code', null, pages.tool(event.callId))] : null],
    ['Decided by', event.by || null],
    ['Decision', event.answer ? answerWords(event.answer) : null],
    ['Extension', event.more ? amounts(event.more) : null],
    ['Hash of the arguments', event.argumentsSha256 ? el('span.mono', null, event.argumentsSha256) : null],
    ['Deadline', event.deadline ? el('time', { title: event.deadline }, at(event.deadline)) : null],
    ['Attempt', event.attempt ? `${event.attempt}` : null],
    ['Effect', event.effect],
    ['Idempotency key', event.idempotencyKey ? el('span.mono', null, event.idempotencyKey) : null],
    ['Tokens', event.usage ? tokens(event.usage) : null],
    ['Cost', event.usage?.cost === undefined ? null : text(event.usage.cost)],
    ['Duration', event.took ? took(event.took) : null],
    ['Model', event.exchange?.model ? `${event.exchange.provider} ${event.exchange.model}` : null],
    ['Hash of the request', event.exchange?.requestSha256 ? el('span.mono', null, event.exchange.requestSha256) : null],
    ['Thread', event.threadId ? el('a', { href: threadLink(event.threadId) }, event.threadId) : null],
    ['Unknown outcome', event.mayHaveTakenEffect ? 'The step may have taken effect.' : null],
    ['Copy of', event.origin ? el('a', { href: threadLink(event.origin.threadId) }, event.origin.threadId) : null],
    ['Related', related(event, pages, id)],
  ];
  const present = rows.filter(([, value]) => value !== null && value !== undefined);
  return el('dl.facts', null, present.map(([name, value]) => [el('dt', null, name), el('dd', null, value)]));
}

function tokens({ inputTokens, outputTokens, cachedTokens }) {
  const cached = cachedTokens ? ` (${number(cachedTokens)} of them cached)` : '';
  return `${number(inputTokens)} in${cached}, ${number(outputTokens)} out`;
}

/** Returns a link to the event that introduced the call of an event, if it is loaded. */
function related(event, pages, id) {
  const position = event.callId ? pages.introduced(event.callId) : undefined;
  return position === undefined ? null : el('a', { href: fragment({ id, event: position }) }, `Event ${position} introduced the call`);
}

function actions(position, event, { id, may, fork }) {
  const buttons = [];
  if (hasRequest(event)) {
    buttons.push(el('a.button', { href: fragment({ id, event: position, view: 'input' }) }, 'Show the model’s input'));
  }
  if (may('fork')) {
    buttons.push(el('button', { type: 'button', onclick: () => fork(position) }, 'Fork after this event'));
  }
  return buttons.length > 0 ? el('p.actions', null, buttons) : null;
}

/** Shows the arguments of the call of an event. */
function call(event, { pages }) {
  const known = event.callId ? pages.call(event.callId) : undefined;
  return known ? block(`Arguments of ${known.tool}`, jsonTextView(known.arguments)) : null;
}

function texts(event) {
  return TEXTS.filter((name) => event[name]).map((name) => block(words(name), el('pre', null, event[name])));
}

function calls(event) {
  return callsIn(event).map((each) => block(`Call ${each.id}: ${each.tool}`, jsonTextView(each.arguments ?? '')));
}

function file({ name, mediaType, size, sha256 }) {
  return el('li', null, `${name || 'without a name'} (${mediaType}, ${size} bytes) `, el('span.mono', null, sha256));
}

function block(title, content) {
  return el('section', null, el('h3', null, title), content);
}

function words(name) {
  return name.charAt(0).toUpperCase() + name.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
