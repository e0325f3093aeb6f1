// The dialogs of decisions about a whole thread. Each calls a function after the server has accepted the decision.
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

function decide(threadId, decision) {
  return post(`api/threads/${segment(threadId)}/decisions`, decision);
}

/** Opens the dialog that extends the budget. A thread that waits because its budget is spent then continues. */
export function openExtend(threadId, done) {
  openDialog({
    title: 'Extend the budget',
    text: 'The amounts are added to the limits of the thread. Leave the other fields empty.',
    action: 'Extend',
    fields: FIELDS.map((each) => ({ type: 'number', ...each })),
    send: (values) => {
      const amounts = [...values].filter(([, text]) => text !== '').map(([name, text]) => [name, number(text)]);
      return decide(threadId, { type: 'extend', ...Object.fromEntries(amounts) });
    },
    done,
  });
}

/** Opens the dialog that sends a message. */
export function openMessage(threadId, done) {
  openDialog({
    title: 'Send a message',
    text: 'The agent receives the message with its next request.',
    action: 'Send',
    fields: [{ name: 'text', label: 'Message', type: 'textarea', isRequired: true }],
    send: (values) => decide(threadId, { type: 'message', text: values.get('text') }),
    done,
  });
}

/** Opens the dialog that stops a thread. */
export function openCancel(threadId, done) {
  openDialog({
    title: 'Stop this thread',
    text: 'The thread ends without a result. Threads that it started are stopped as well.',
    action: 'Stop the thread',
    isDangerous: true,
    fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
    send: (values) => decide(threadId, { type: 'cancel', reason: values.get('reason') }),
    done,
  });
}
