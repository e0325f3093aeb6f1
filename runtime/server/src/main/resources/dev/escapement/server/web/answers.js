// Decisions about a step whose outcome is unknown: what happened, or what shall happen, in the words of a person.
import { get } from './api.js';
import { el, fill } from './dom.js';
import { createForm, FieldError } from './form.js';
import { parse } from './json.js';
import { capital } from './words.js';

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
  const permitted = panel.question.answers ?? Object.keys(ANSWERS);
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
      const known = await tools;
      if (known.length && select.value === 'next') {
        forms = nextForms(known, place);
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

/** Returns the forms for a call: the list of tools, and the form of the selected one's arguments. Shows both. */
function nextForms(tools, place) {
  const forms = new Map([['tool', createForm({ type: 'string', enum: tools.map((tool) => tool.name) }, undefined, 'Tool')]]);
  const below = el('div', null);
  forms.get('tool').element.addEventListener('change', () => {
    const { schema } = tools.find((tool) => tool.name === forms.get('tool').value()) ?? {};
    forms.set('json', createForm((typeof schema === 'string' ? parse(schema) : schema) ?? {}, undefined, 'Arguments'));
    fill(below, forms.get('json').element);
  });
  fill(place, forms.get('tool').element, below);
  return forms;
}

async function loadTools(agent) {
  try {
    const { agents } = await get('api/agents');
    return agents.find((each) => each.name === agent)?.tools ?? [];
  } catch {
    return [];
  }
}
