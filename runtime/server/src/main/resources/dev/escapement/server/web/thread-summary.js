// The head of the thread page: state, labels, usage, relatives, questions, and the actions on the whole thread.
import { el, fill } from './dom.js';
import { get, segment } from './api.js';
import { openCancel, openExtend, openMessage } from './thread-dialogs.js';
import { text } from './json.js';
import { report } from './failure.js';
import { threadLink } from './thread-state.js';
import { deadlineElement, duration, timeElement } from './time.js';
import { agentPath, firstLine, number, simpleName } from './words.js';

const TONES = { RUNNABLE: '', WAITING: 'warn', FINISHED: 'good', STOPPED: 'bad' };

/** Returns the tag that shows the phase of a thread. */
export function phaseTag({ phase, parked }) {
  return el(`span.tag.phase${TONES[phase] ? `.${TONES[phase]}` : ''}`, null, parked ? `${phase.toLowerCase()}, parked` : phase.toLowerCase());
}

/** Returns the tags for labels. */
export function labelTags(labels) {
  return Object.entries(labels ?? {}).map(([name, value]) => el('span.tag', null, `${name}: ${value}`));
}

/** Shows the head of the page. */
export function showSummary(element, thread, { exportJson, changed }) {
  fill(
    element,
    el('div.title-line', null, el('h2', null, agentPath(thread)), phaseTag(thread), labelTags(thread.labels)),
    el('p.muted.mono', null, thread.id),
    thread.reason ? el('p.caution.bad', null, thread.reason) : null,
    thread.erased ? el('p.caution', null, 'The content of this thread was erased.') : null,
    facts(thread),
    el('div.actions', null, buttons(thread, () => changed().catch(report)), el('button.small', { type: 'button', onclick: exportJson }, 'Export JSON')),
  );
}

function facts(thread) {
  const usage = thread.usage ?? {};
  const budget = thread.budget ?? {};
  const rows = [
    ['Input', thread.trigger ? `trigger ${thread.trigger}: ${firstLine(thread.input)}` : firstLine(thread.input ?? '')],
    ['Events', number(thread.size)],
    ['Changed', thread.updatedAt ? timeElement(thread.updatedAt) : null],
    ['Steps in this turn', limited(usage.steps, budget.steps)],
    ['Requests in this turn', limited(usage.modelCalls, budget.modelCalls)],
    ['Working time in this turn', usage.seconds === undefined ? null : time(usage.seconds, budget.seconds)],
    ['Tokens', `${number(usage.inputTokens)} in, ${number(usage.outputTokens)} out${budget.tokens === undefined ? '' : `, limit ${number(budget.tokens)}`}`],
    ['Cost', limited(usage.cost, budget.cost)],
    ['Parent', thread.parent ? el('a', { href: threadLink(thread.parent.threadId) }, thread.parent.threadId) : null],
    ['Copy of', thread.origin ? el('a', { href: threadLink(thread.origin.threadId, Math.max(0, thread.origin.position - 1)) }, `${thread.origin.threadId}, up to event ${thread.origin.position - 1}`) : null],
  ];
  return el('dl.numbers', null, rows.filter(([, value]) => value !== null && value !== '').map(([name, value]) => el('div', null, el('dt', null, name), el('dd', null, value))));
}

function limited(used, limit) {
  const digits = used === undefined ? '0' : text(used);
  return limit === undefined ? number(digits) : `${number(digits)} of ${number(text(limit))}`;
}

function time(used, limit) {
  const words = duration(Number(text(used)) * 1000);
  return limit === undefined ? words : `${words} of ${duration(Number(text(limit)) * 1000)}`;
}

function buttons(thread, done) {
  const button = (action, style, name, open) =>
    thread.permitted.includes(action) ? el(`button.small${style}`, { type: 'button', onclick: () => open(thread.id, done) }, name) : null;
  return [
    button('message', '', 'Send a message…', openMessage),
    button('extend', '', 'Extend the budget…', openExtend),
    button('cancel', '.danger', 'Stop the thread…', openCancel),
  ];
}

/** Shows links to the threads that a thread started, as far as its events are loaded. */
export function showChildren(element, children) {
  if (element.childElementCount !== children.size) {
    element.hidden = children.size === 0;
    fill(element, [...children].map(([id, agent]) => el('li', null, el('a', { href: threadLink(id) }, `${simpleName(agent)} ${id}`))));
  }
}

/** Shows the questions of the thread and of the threads that it started, with links to the inbox. */
export async function showQuestions(element, id, signal) {
  const { questions } = await get(`api/threads/${segment(id)}/questions`, { signal });
  element.hidden = questions.length === 0;
  fill(element, el('h2', null, questions.length === 1 ? 'One open question' : `${questions.length} open questions`), el('ul', null, questions.map(question)));
}

function question({ threadId, callId, kind, text: words, tool, path, deadline }) {
  return el(
    'li',
    null,
    el('a', { href: `./#${encodeURIComponent(threadId)}/${encodeURIComponent(callId)}` }, firstLine(words || `${kind.toLowerCase()} for ${tool ?? 'the thread'}`)),
    el('span.muted', null, ` ${kind.toLowerCase()}${tool ? ` of ${tool}` : ''} · ${(path ?? []).map(simpleName).join(' › ')} `),
    deadline ? deadlineElement(deadline) : null,
  );
}
