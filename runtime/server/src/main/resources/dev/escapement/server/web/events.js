// Descriptions of events in words. Pure functions without access to the page.
//
// A description is {title, text, tone}: a short title, one line of text that may be empty, and one of the tones neutral,
// model, person, step, question, good and bad, which the style sheet colours.

import { text } from './json.js';
import { amounts, answerWords, firstLine, number, simpleName, took } from './words.js';

/** The description of each kind of event. The keys are the kinds as in the stored JSON. */
const KINDS = {
  started: (e) => of('Started', e.trigger ? `trigger ${e.trigger}: ${e.payload ?? e.input}` : e.input, 'person'),
  context_fetched: (e) => of('Context fetched', `${e.source}: ${e.result}`),
  context_failed: (e) => of('Context failed', `${e.source}: ${e.message}`, 'bad'),
  request_failed: (e) => of(`Request failed (${e.part})`, e.message, 'bad'),
  model_replied: (e) => of(...reply(e), 'model'),
  text_rejected: (e) => of('Text rejected', e.reason, 'bad'),
  call_rejected: (e, tool) => of('Call rejected', `${tool(e.callId)}: ${e.reason}`, 'bad'),
  gate_passed: (e, tool) => of('Gate passed', tool(e.callId), 'good'),
  gate_denied: (e, tool) => of('Gate denied', `${tool(e.callId)}: ${e.reason}`, 'bad'),
  gate_failed: (e, tool) => of('Gate failed', `${tool(e.callId)}: ${e.reason}`, 'bad'),
  approval_asked: (e, tool) => of('Approval requested', `${tool(e.callId)}: ${e.question}`, 'question'),
  approved: (e, tool) => of(`Approved by ${e.by}`, tool(e.callId) + (e.editedArguments ? ', with edits' : ''), 'person'),
  refused: (e, tool) => of(`Refused by ${e.by}`, `${tool(e.callId)}: ${e.reason}`, 'person'),
  agent_updated: (e) => of('Agent updated', Object.keys(e.versions).join(', ')),
  step_started: (e, tool) => of('Step started', tool(e.callId) + attempt(e), 'step'),
  step_returned: (e, tool) => of('Step returned', result(tool(e.callId), e.result), 'step'),
  call_selected: (e, tool) => of('Call selected', `${e.next.tool} after ${tool(e.callId)}`, 'step'),
  step_failed: (e, tool) => of('Step failed', tool(e.callId) + effect(e) + `: ${e.message}`, 'bad'),
  step_in_doubt: (e, tool) => of('Outcome unknown', `${tool(e.callId)}: ${e.exception}`, 'bad'),
  reply_asked: (e, tool) => of('Reply requested', `${tool(e.callId)}: ${e.question}`, 'question'),
  reply_received: (e, tool) => of('Reply received', `${tool(e.callId)}: ${e.reply}`, 'person'),
  delegate_started: (e) => of('Delegate started', `${simpleName(e.agent)}: ${e.input}`, 'step'),
  delegate_ended: (e) => of(`Delegate ${e.succeeded ? 'finished' : 'failed'}`, e.result, e.succeeded ? 'step' : 'bad'),
  expired: (e, tool) => of('Question expired', tool(e.callId) + fallback(e), 'bad'),
  answered_by_person: (e, tool) => of(`Decided by ${e.by}`, `${tool(e.callId)}: ${answerWords(e.answer)}`, 'person'),
  person_asked: (e) => of('Person requested', e.question, 'question'),
  message_received: (e) => of('Message received', e.text, 'person'),
  budget_extended: (e) => of(`Budget extended by ${e.by}`, amounts(e.more), 'person'),
  finished: (e) => of('Finished', e.result, 'good'),
  stopped: (e) => of(`Stopped${e.by ? ` by ${e.by}` : ''} (${e.cause ?? 'cancelled'})`, e.reason, 'bad'),
};

function of(title, line, tone = 'neutral') {
  return { title, text: firstLine(line ?? ''), tone };
}

function reply(event) {
  const stop = (event.stop ?? 'complete') === 'complete' ? '' : ` (${event.stop.replaceAll('_', ' ')})`;
  const tools = event.calls.map((call) => call.tool).join(', ');
  const title = (tools ? `Model called ${tools}` : 'Model replied') + stop;
  return [title, event.text || event.calls.map((call) => call.arguments).join(' ')];
}

function attempt(event) {
  return ` (${event.effect}${event.attempt > 1 ? `, attempt ${event.attempt}` : ''})`;
}

function effect(event) {
  return event.mayHaveTakenEffect ? ' may have taken effect' : '';
}

function result(tool, json) {
  return json ? `${tool}: ${json}` : tool;
}

function fallback(event) {
  return event.fallback === undefined ? '' : `, default reply ${event.fallback}`;
}

/**
 * Describes an event. An event of a kind that this page does not know is described by its kind, never dropped.
 *
 * @param {object} event the stored event
 * @param {(callId: string) => string} tool returns the tool of a call, or the id of an unknown call
 * @returns {{title: string, text: string, tone: string}} the description
 */
export function describe(event, tool = (callId) => callId) {
  const known = Object.hasOwn(KINDS, event.event);
  return known ? KINDS[event.event](event, tool) : of(`Event ${event.event}`, JSON.stringify(event));
}

/** Returns the calls that an event introduces: those of a reply, and those that a step or a person selected. */
export function callsIn(event) {
  switch (event.event) {
    case 'model_replied':
      return event.calls;
    case 'call_selected':
      return [event.next];
    case 'answered_by_person':
      return event.nextId ? [{ id: event.nextId, tool: event.answer.tool, arguments: event.answer.json }] : [];
    default:
      return [];
  }
}

/** Returns whether an event records a request to the model, so that the model's input can be shown. */
export function hasRequest(event) {
  return event.event === 'model_replied' || event.event === 'request_failed';
}

/** Returns the tokens, cost and duration of an event in short words, or an empty text. */
export function measures(event) {
  const parts = [];
  if (event.usage) {
    parts.push(`${number(event.usage.inputTokens + event.usage.outputTokens)} tokens`);
    if (event.usage.cost !== undefined) {
      parts.push(`cost ${text(event.usage.cost)}`);
    }
  }
  if (event.took !== undefined) {
    parts.push(took(event.took));
  }
  return parts.join(' · ');
}
