// Keyboard: single keys outside of fields, which can be switched off, and Ctrl+Enter and Escape everywhere.
import { el } from './dom.js';

const SETTING = 'escapement.keys';

const KEYS = [
  ['j / ↓', 'Next question'],
  ['k / ↑', 'Previous question'],
  ['Enter', 'Open the question, or press the focused button'],
  ['a', 'Go to Approve; Enter approves'],
  ['e', 'Edit the arguments'],
  ['r', 'Refuse with a reason, or go to the reply'],
  ['x', 'Extend the budget of a thread that waits for a message'],
  ['Ctrl+Enter', 'Send the form'],
  ['Esc', 'Cancel the form, or go back to the list'],
  ['?', 'This help'],
];

/** Creates the dialog that lists the keys. */
export function helpDialog() {
  const box = el('input', { type: 'checkbox', id: 'keys-on', onchange: () => store(box.checked) });
  box.checked = enabled();
  return el('dialog', { 'aria-labelledby': 'keys-title' },
    el('h2', { id: 'keys-title' }, 'Keyboard'),
    el('table', null, el('tbody', null, KEYS.map(([key, words]) =>
      el('tr', null, el('th', { scope: 'row' }, el('kbd', null, key)), el('td', null, words))))),
    el('p', null, el('label.choice', { for: 'keys-on' }, box, 'Use single keys')),
    el('form', { method: 'dialog' }, el('button.primary', null, 'Close')));
}

function enabled() {
  try {
    return localStorage.getItem(SETTING) !== 'off';
  } catch {
    return true;
  }
}

function store(on) {
  try {
    localStorage.setItem(SETTING, on ? 'on' : 'off');
  } catch {
    // Without storage, the setting cannot be kept.
  }
}

/**
 * Listens to the keys of the page.
 *
 * @param {{list: import('./questionlist.js').QuestionList, help: HTMLDialogElement, step: function(number), panel: function(): object, showList: function()}} page
 */
export function listenToKeys(page) {
  document.addEventListener('keydown', (event) => {
    if (document.querySelector('dialog[open]') || event.isComposing || event.defaultPrevented) {
      return;
    }
    if (handle(event, page)) {
      event.preventDefault();
    }
  });
}

function handle(event, { list, help, step, panel, showList }) {
  const { key } = event;
  const open = panel();
  if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    if (open?.open && open.submit) {
      open.submit();
      return true;
    }
    return false;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return false;
  }
  if (key === 'Escape') {
    if (open?.open && open.cancelMode) {
      open.cancelMode();
    } else {
      showList();
    }
    return true;
  }
  if (isField(event.target)) {
    return false;
  }
  const inList = list.contains(event.target);
  if ((inList && key === 'ArrowDown') || (inList && key === 'ArrowUp')) {
    step(key === 'ArrowDown' ? 1 : -1);
    return true;
  }
  if (!enabled()) {
    return false;
  }
  switch (key) {
    case 'j':
      step(1);
      return true;
    case 'k':
      step(-1);
      return true;
    case '?':
      help.showModal();
      return true;
    case 'a':
    case 'e':
    case 'r':
    case 'x':
      return Boolean(open?.open && open.press(key));
    default:
      return false;
  }
}

function isField(element) {
  return element.matches?.('input:not([type="checkbox"]), textarea, select, [contenteditable]') ?? false;
}
