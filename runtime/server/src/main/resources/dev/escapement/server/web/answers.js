// Decisions about a step whose outcome is unknown: what happened, or what shall happen, in the words of a person.
import { get } from './api.js';
import { el, fill } from './dom.js';
import { createForm, FieldError } from './form.js';

const TEXT = (description) => ({ type: 'string', description });

const ANSWERS = {
  run_again: ['Run the step again', {}],
  returned: ['The step has succeeded, with this result', { json: { description: 'The result' } }],
  failed: ['The step has failed', { reason: TEXT('The reason, for the agent') }],
  next: ['Continue with another tool', { tool: TEXT('The name of the tool'), json: { description: 'Its arguments' } }],
  question: ['Ask a person', { text: TEXT('The question') }],
  finished: ['Finish the thread with this result', { json: { description: 'The result' } }],
};

/** Returns the form of a panel for a decision. */
export function answerForm(panel) {
  const permitted = (panel.question.answers ?? Object.keys(ANSWERS)).map((each) => each.toLowerCase());
  const select = el('select', { id: 'answer-kind' },
    el('option', { value: '' }, 'Choose…'),
    permitted.map((each) => el('option', { value: each }, ANSWERS[each]?.[0] ?? each)));
  const place = el('div', null);
  const tools = loadTools(panel.question.agent);
  let forms = new Map();
  const update = async () => {
    const kind = select.value;
    const parts = Object.entries(ANSWERS[kind]?.[1] ?? {});
    forms = new Map(parts.map(([name, schema]) => [name, createForm(schema, undefined, name === 'json' ? 'JSON' : capital(name))]));
    fill(place, [...forms.values()].map((form) => form.element));
    if (kind === 'next') {
      const names = (await tools).map((tool) => tool.name);
      if (names.length && select.value === 'next') {
        forms.set('tool', createForm({ type: 'string', enum: names }, undefined, 'Tool'));
        fill(place, [...forms.values()].map((form) => form.element));
      }
    }
  };
  select.addEventListener('change', update);
  const show = (violations) => [...forms].reduce((left, [name, form]) => form.show(left, `$.answer.${name}`), violations);
  const submit = () => {
    if (select.value === '') {
      panel.tell('Choose what happened.');
      select.focus();
      return;
    }
    try {
      const parts = [...forms].map(([name, form]) => [name, form.value()]);
      const answer = Object.fromEntries([['type', select.value], ...parts.filter(([, value]) => value !== undefined)]);
      panel.send('decided', { ...panel.bound('answer'), answer }, show);
    } catch (error) {
      if (!(error instanceof FieldError)) {
        throw error;
      }
    }
  };
  const element = el('section.panel', { 'aria-label': 'Decide' },
    el('div.field', null, el('label', { for: 'answer-kind' }, 'What happened, or what shall happen?'), select),
    place,
    el('div.actions', null, el('button.primary', { type: 'button', onclick: submit }, 'Send the decision', el('kbd', { 'aria-hidden': 'true' }, 'Ctrl+Enter'))));
  return { element, submit, focus: () => select.focus() };
}

async function loadTools(agent) {
  try {
    const { agents } = await get('api/agents');
    return agents.find((each) => each.name === agent)?.tools ?? [];
  } catch {
    return [];
  }
}

function capital(name) {
  return name[0].toUpperCase() + name.slice(1);
}
