// The dialog that extends the budget of a thread. A thread that waits because its budget is spent then continues.
import { post, segment } from './api.js';
import { openDialog } from './dialogs.js';
import { number } from './json.js';

const FIELDS = [
  { name: 'steps', label: 'More steps' },
  { name: 'modelCalls', label: 'More requests' },
  { name: 'tokens', label: 'More tokens' },
  { name: 'cost', label: 'More cost', step: 'any' },
  { name: 'seconds', label: 'More working time in seconds' },
];

/**
 * Opens the dialog.
 *
 * @param {string} threadId the id of the thread
 * @param {function()} done the function to call after the extension
 */
export function openExtend(threadId, done) {
  openDialog({
    title: 'Extend the budget',
    text: 'The amounts are added to the limits of the thread. Leave the other fields empty.',
    action: 'Extend',
    fields: FIELDS.map((each) => ({ type: 'number', ...each })),
    send: (values) => {
      const amounts = [...values].filter(([, text]) => text !== '').map(([name, text]) => [name, number(text)]);
      return post(`api/threads/${segment(threadId)}/decisions`, { type: 'extend', ...Object.fromEntries(amounts) });
    },
    done,
  });
}
