// The model's input at one request, as the current code renders it, with the recorded and the current hash.
import { el, fill } from './dom.js';
import { get, segment } from './api.js';
import { jsonTextView, jsonView } from './json-view.js';

const RESULTS = {
  true: ['good', 'The current code renders the recorded request: the hashes match.'],
  false: ['bad', 'The current code renders another request: the hashes differ.'],
  null: ['warn', 'The hashes cannot be compared: the recorded or the current hash is unknown.'],
};

/**
 * Shows the request of an event.
 *
 * @param {HTMLElement} panel the element to fill
 * @param {string} id the id of the thread
 * @param {number} position the position of the reply or of the failed request
 * @param {AbortSignal} signal ends the loading
 */
export async function showRequest(panel, id, position, signal) {
  fill(panel, el('p.muted', null, 'Loading the request…'));
  const request = await get(`api/threads/${segment(id)}/requests/${position}`, { signal });
  const [tone, sentence] = RESULTS[String(request.matches ?? null)];
  fill(
    panel,
    el('h2', null, `Request of event ${position}`),
    el(`p.result.${tone}`, { 'data-matches': String(request.matches ?? null) }, sentence),
    el('dl.facts', null, hash('Recorded hash', [request.recordedSha256]), hash('Current hash', request.currentSha256 ?? [])),
    section('Prompt', request.prompt ? el('pre', null, request.prompt) : el('p.muted', null, 'Without a prompt.')),
    section(`Messages (${request.messages.length})`, el('ol.messages', null, request.messages.map(message))),
    section(`Tools (${(request.tools ?? []).length})`, el('ul.tools', null, (request.tools ?? []).map(tool))),
  );
}

function hash(title, values) {
  const known = values.filter(Boolean);
  return [el('dt', null, title), el('dd', null, known.length > 0 ? known.map((value) => el('div.mono', null, value)) : 'unknown')];
}

function section(title, ...content) {
  return el('section', null, el('h3', null, title), content);
}

function message({ role, text, calls = [], files = [], callId, failed, ...rest }) {
  return el(
    'li',
    null,
    el('span.tag', null, role ?? 'message'),
    callId ? el('span.muted', null, ` answers ${callId}`) : null,
    failed ? el('span.tag.bad', null, 'failed') : null,
    text ? el('pre', null, text) : null,
    calls.map((call) => el('div', null, el('p.hint', null, `Call ${call.id ?? ''}: `, el('code', null, call.tool)), jsonTextView(call.arguments ?? ''))),
    files.length > 0 ? jsonView(files) : null,
    Object.keys(rest).length > 0 ? jsonView(rest) : null,
  );
}

function tool(value) {
  if (typeof value === 'string') {
    return el('li', null, el('code', null, value));
  }
  const { name, description, schema } = value;
  return el(
    'li',
    null,
    el('details', null, el('summary', null, el('code', null, name), description ? ` ${description}` : ''), schemaView(schema)),
  );
}

function schemaView(schema) {
  return schema === undefined ? null : typeof schema === 'string' ? jsonTextView(schema) : jsonView(schema);
}
