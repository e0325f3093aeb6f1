// Dialogs with a form: a person confirms with a button or leaves with Escape.
import { el, uid } from './dom.js';

/**
 * Opens a dialog with fields and sends its values. A refused request is shown in the dialog, which remains open.
 *
 * @param {{title: string, text: string, action: string, isDangerous?: boolean, fields: {name: string, label: string, type?: string, step?: string, isRequired?: boolean, hint?: string}[], send: (values: Map<string, string>) => Promise<void>, done?: () => void}} content the fields, and the
 *     function to call after the dialog of an accepted request has closed
 */
export function openDialog({ title, text, action, isDangerous = false, fields, send, done = () => {} }) {
  const titleId = uid('dialog');
  const failure = el('p.violation', { role: 'alert' });
  const inputs = fields.map(field);
  const submit = el(isDangerous ? 'button.danger' : 'button.primary', { type: 'submit' }, action);
  const form = el(
    'form',
    { method: 'dialog' },
    el('h2', { id: titleId }, title),
    el('p', null, text),
    inputs.map((each) => each.element),
    failure,
    el('p.actions', null, submit, el('button', { type: 'button', onclick: () => dialog.close() }, 'Back')),
  );
  const dialog = el('dialog', { 'aria-labelledby': titleId }, form);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    submit.disabled = true;
    try {
      await send(new Map(inputs.map(({ name, input }) => [name, input.value.trim()])));
      dialog.close();
      done();
    } catch (error) {
      failure.textContent = [error.message, ...(error.violations ?? []).map((each) => `${each.path}: expected ${each.expected}.`)].join(' ');
    } finally {
      submit.disabled = false;
    }
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function field({ name, label, type = 'text', step = 1, isRequired = false, hint = null }) {
  const id = uid('field');
  const hintId = hint ? `${id}-hint` : null;
  const attributes = { id, name, required: isRequired, 'aria-describedby': hintId };
  const input = type === 'textarea' ? el('textarea', attributes) : el('input', { type, min: type === 'number' ? 0 : null, step: type === 'number' ? step : null, ...attributes });
  const element = el('div.field', null, el('label', { for: id }, label), hint ? el('p.hint', { id: hintId }, hint) : null, input);
  return { name, input, element };
}
