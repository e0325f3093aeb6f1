// The start of a thread: with text, or with a trigger and the form of its payload.
import { post, query, segment } from './api.js';
import { el, fill, uid } from './dom.js';
import { createForm } from './form.js';
import { parse } from './json.js';
import { threadLink } from './thread-state.js';
import { simpleName } from './words.js';

/** Creates the closed section that starts a thread. */
export function startForm(agents) {
  const options = agents.filter((agent) => agent.startable !== false).flatMap((agent) => [
    { agent, trigger: null, title: `${agent.simpleName ?? simpleName(agent.name)}: text` },
    ...(agent.triggers ?? []).map((trigger) => ({ agent, trigger, title: `${agent.simpleName ?? simpleName(agent.name)}: trigger ${trigger.name}` })),
  ]);
  const choice = el('select', { id: uid('start') }, options.map((option, i) => el('option', { value: i }, option.title)));
  const label = el('input', { id: uid('label'), type: 'text', placeholder: 'name:value', autocomplete: 'off' });
  const fields = el('div');
  const failure = el('p.violation', { role: 'alert' });
  const submit = el('button.primary', { type: 'submit' }, 'Start');
  let input = null;
  // The same key for repeated attempts: a start whose response was lost does not start a second thread.
  let key = newKey();

  const choose = () => {
    const { trigger } = options[Number(choice.value)];
    input = trigger ? triggerInput(trigger) : textInput();
    fill(fields, input.element);
    failure.textContent = '';
    key = newKey();
  };
  const form = el(
    'form',
    null,
    el('div.field', null, el('label', { for: choice.id }, 'Start'), choice),
    fields,
    el('div.field', null, el('label', { for: label.id }, 'Label'), el('p.hint', null, 'Optional, as name:value.'), label),
    failure,
    el('p.actions', null, submit),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    failure.textContent = '';
    submit.disabled = true;
    try {
      const thread = await start(options[Number(choice.value)], input.value(), label.value.trim(), key);
      location.assign(threadLink(thread.id));
    } catch (error) {
      const outside = input.show(error.violations ?? []);
      failure.textContent = [error.message, ...outside.map((each) => `${each.path}: expected ${each.expected}.`)].join(' ');
    } finally {
      submit.disabled = false;
    }
  });
  form.addEventListener('input', () => (key = newKey()));
  choice.addEventListener('change', choose);
  if (options.length === 0) {
    return null;
  }
  choose();
  return el('details.start', null, el('summary', null, 'Start a thread'), el('div.panel', null, form));
}

/** Returns a random key. Browsers offer randomUUID only on secure origins. */
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function start({ agent, trigger }, value, label, key) {
  const headers = { 'Idempotency-Key': key };
  if (trigger) {
    const path = `api/agents/${segment(agent.name)}/triggers/${segment(trigger.name)}${query({ label })}`;
    return post(path, value, { headers });
  }
  const [name, ...rest] = label.split(':');
  const labels = label ? { [name]: rest.join(':') } : {};
  return post('api/threads', { agent: agent.name, input: value, labels }, { headers });
}

function textInput() {
  const id = uid('text');
  const area = el('textarea', { id, required: true });
  const element = el('div.field', null, el('label', { for: id }, 'Text'), area);
  return { element, value: () => area.value, show: (violations) => violations };
}

function triggerInput(trigger) {
  const schema = typeof trigger.schema === 'string' ? parse(trigger.schema) : trigger.schema;
  const form = createForm(schema, undefined, 'Payload');
  const element = el('div', null, trigger.description ? el('p.hint', null, trigger.description) : null, form.element);
  return { element, value: () => form.value(), show: (violations) => form.show(violations, '$') };
}
