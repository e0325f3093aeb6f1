// The recent events of a thread as short sentences, next to a question.
import { get, segment } from './api.js';
import { el, fill } from './dom.js';
import { ago, timeElement } from './time.js';

const SHOWN = 12;

/** Returns the last events of a thread, oldest first. */
export async function lastEvents(threadId, size, count = SHOWN) {
  const from = Math.max(0, size - count);
  const page = await get(`api/threads/${segment(threadId)}/events?from=${from}&limit=${count}`);
  return page.events;
}

/** Fills a section with the input of the thread and its recent events. */
export async function showContext(section, question) {
  const path = `api/threads/${segment(question.threadId)}`;
  const thread = await get(path);
  const events = await lastEvents(question.threadId, thread.size);
  const link = el('a', { href: `thread.html#${segment(question.threadId)}` }, 'Open the whole thread');
  fill(section,
    el('h3', null, 'What happened before'),
    el('p', null, link),
    el('dl.facts', null, el('dt', null, 'Request'), el('dd', null, thread.input || '(empty)')),
    el('ol', null, events.map(({ event }) => el('li', null, sentence(event), ' ', el('span.muted', null, timeElement(event.at))))));
}

const SENTENCES = {
  started: (event) => `The thread started, with the agent ${event.agent}.`,
  context_fetched: (event) => `Fetched the context ${event.source}.`,
  context_failed: (event) => `The context ${event.source} failed.`,
  request_failed: () => 'A request to the model failed.',
  model_replied: (event) => [event.text, calls(event.calls)].filter(Boolean).join(' ') || 'The model replied.',
  text_rejected: () => 'The reply of the model was rejected.',
  call_rejected: (event) => `A call was rejected: ${event.reason}`,
  gate_denied: (event) => `A gate denied the call: ${event.reason}`,
  gate_failed: (event) => `A gate failed: ${event.reason}`,
  gate_passed: () => 'A gate permitted the call.',
  approval_asked: (event) => `Approval requested: ${event.question}`,
  approved: (event) => `${event.by} approved${event.editedArguments ? ' with edited arguments' : ''}.`,
  refused: (event) => `${event.by} refused: ${event.reason}`,
  step_started: () => 'The step started.',
  step_returned: (event) => `Result: ${shortened(event.result)}`,
  call_selected: (event) => `The step selected ${event.next?.tool} next.`,
  step_failed: (event) => `The step failed: ${event.message}`,
  step_in_doubt: () => 'The outcome of the step is unknown.',
  reply_asked: (event) => `Question: ${event.question}`,
  reply_received: (event) => `Reply: ${shortened(event.reply)}`,
  expired: () => 'The question expired.',
  answered_by_person: (event) => `${event.by} decided about the call.`,
  person_asked: (event) => `Question: ${event.question}`,
  message_received: (event) => `Message: ${shortened(event.text)}`,
  budget_extended: (event) => `${event.by} extended the budget.`,
  finished: () => 'The thread finished.',
  stopped: (event) => `The thread stopped: ${event.reason}`,
};

/** Returns an event as a sentence. Kinds of later versions appear by their names. */
export function sentence(event) {
  return (SENTENCES[event.event] ?? (() => String(event.event).replaceAll('_', ' ')))(event);
}

function calls(list) {
  return list?.length ? `The model calls ${list.map((call) => call.tool).join(', ')}.` : '';
}

function shortened(text) {
  const value = String(text ?? '');
  return value.length > 200 ? `${value.slice(0, 200)}… (${value.length} characters; see the thread)` : value;
}

const OUTCOMES = {
  approved: (by, event) => `${by} approved this${event.editedArguments ? ' with edited arguments' : ''}`,
  refused: (by, event) => `${by} refused this${event.reason ? ` (“${event.reason}”)` : ''}`,
  reply_received: () => 'A reply arrived',
  message_received: () => 'A message arrived',
  answered_by_person: (by) => `${by} decided this`,
  expired: () => 'The question expired',
  stopped: (by, event) => `The thread was stopped${event.by ? ` by ${by}` : ''}`,
  finished: () => 'The thread has finished',
};

/**
 * Returns a sentence about why a question is no longer open, from the events of its thread.
 *
 * @param {object} question the question
 * @param {string} self the name of the person at the page
 */
export async function whyClosed(question, self) {
  try {
    const thread = await get(`api/threads/${segment(question.threadId)}`);
    const events = (await lastEvents(question.threadId, thread.size, 100)).map(({ event }) => event);
    const asked = events.findLastIndex((event) => event.at === question.since);
    const event = events
      .slice(asked + 1)
      .find((each) => OUTCOMES[each.event] && (each.callId === undefined || !question.callId || each.callId === question.callId));
    if (event) {
      const by = event.by === self ? 'You' : event.by || 'Another person';
      return `${OUTCOMES[event.event](by, event)} ${ago(event.at)}. Nothing remains to be decided here.`;
    }
  } catch {
    // The sentence below suffices.
  }
  return 'This question is no longer open. Nothing remains to be decided here.';
}
