// The recent events of a thread in words, next to a question.
import { get, segment } from './api.js';
import { el, fill } from './dom.js';
import { callsIn, describe } from './events.js';
import { threadLink } from './thread-state.js';
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
  const tools = new Map(events.flatMap(({ event }) => callsIn(event).map((call) => [call.id, call.tool])));
  if (question.tool) {
    tools.set(question.callId, question.tool);
  }
  const link = el('a', { href: threadLink(question.threadId) }, 'Open the whole thread');
  fill(section,
    el('h3', null, 'What happened before'),
    el('p', null, link),
    el('dl.facts', null, el('dt', null, 'Request'), el('dd', null, thread.input || '(empty)')),
    el('ol', null, events.map(({ event }) => line(event, tools))));
}

function line(event, tools) {
  const { title, text } = describe(event, (callId) => tools.get(callId) ?? callId);
  return el('li', null, el('strong', null, title), text ? ` ${text}` : null, ' ', el('span.muted', null, timeElement(event.at)));
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
