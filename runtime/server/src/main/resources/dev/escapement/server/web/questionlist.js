// The list of open questions: those that the current person may decide, or all that the person may read.
import { el, fill } from './dom.js';
import { KINDS, keyOf, versionOf } from './question.js';
import { deadlineElement, timeElement } from './time.js';
import { agentPath } from './words.js';

/** The list. Its rows survive updates, so that the focus stays. */
export class QuestionList {
  #open;
  #heading = el('h2', { id: 'waiting', tabindex: '-1' }, 'Waiting for you');
  #list = el('ol', null);
  #nothing = el('p', { hidden: true });
  #more;
  #all = el('input', { type: 'checkbox', id: 'all-questions' });
  #selected = null;

  /**
   * @param {{open: function(object), more: function(), changed: function()}} page the functions to call with the question
   *     of a selected row, for more rows, and after a change between the own questions and all
   */
  constructor({ open, more, changed }) {
    this.#open = open;
    this.#more = el('button.more', { type: 'button', hidden: true, onclick: more }, 'Show more');
    this.#all.checked = new URLSearchParams(location.search).get('all') === 'true';
    this.#all.addEventListener('change', () => {
      history.replaceState(null, '', `${location.pathname}${this.isMine ? '' : '?all=true'}${location.hash}`);
      changed();
    });
    this.element = el('section.list', { 'aria-labelledby': 'waiting' },
      this.#heading,
      el('label.choice.scope', { for: 'all-questions' }, this.#all, 'All open questions'),
      this.#nothing, this.#list, this.#more);
  }

  /** Whether only questions that the current person may decide are shown. */
  get isMine() {
    return !this.#all.checked;
  }

  /** Shows questions, with a button if there are more. */
  show(questions, isMore) {
    const known = new Map([...this.#list.children].map((row) => [row.firstChild.dataset.version, row]));
    const focused = this.contains(document.activeElement) ? document.activeElement.closest('a').dataset.key : null;
    const rows = questions.map((question) => known.get(versionOf(question)) ?? this.#row(question));
    const stays = rows.length === this.#list.children.length && rows.every((each, i) => each === this.#list.children[i]);
    if (!stays) {
      fill(this.#list, rows);
      if (focused !== null && !this.focus(focused)) {
        (this.#list.querySelector('a') ?? this.#heading).focus();
      }
    }
    const count = isMore ? `${questions.length}+` : String(questions.length);
    fill(this.#heading, this.isMine ? 'Waiting for you ' : 'All open questions ', el('span.tag', null, count));
    document.title = questions.length ? `(${count}) Inbox` : 'Inbox';
    this.#nothing.textContent = `${this.isMine ? 'Nothing waits for you.' : 'There are no open questions.'} New questions appear here by themselves.`;
    this.#nothing.hidden = questions.length > 0;
    this.#more.hidden = !isMore;
    this.select(this.#selected);
  }

  #row(question) {
    const open = (event) => {
      event.preventDefault();
      this.#open(question);
    };
    const names = { 'data-key': keyOf(question), 'data-version': versionOf(question) };
    return el('li', null, el('a', { href: `#${keyOf(question)}`, ...names, onclick: open },
      el('span.line', null,
        el('span', null, `${KINDS[question.kind] ?? question.kind}${question.tool ? ` · ${question.tool}` : ''}`),
        question.deadline ? deadlineElement(question.deadline) : timeElement(question.since)),
      el('span.text', null, question.text),
      el('span.line', null, agentPath(question))));
  }

  /** Marks the row of the open question; none for null. */
  select(key) {
    this.#selected = key;
    this.#list.querySelectorAll('a').forEach((each) => {
      if (each.dataset.key === key) {
        each.setAttribute('aria-current', 'true');
      } else {
        each.removeAttribute('aria-current');
      }
    });
  }

  /** Moves the focus to a row; returns whether it is in the list. */
  focus(key) {
    const link = this.#list.querySelector(`a[data-key="${CSS.escape(key ?? '')}"]`);
    link?.focus();
    link?.scrollIntoView({ block: 'nearest' });
    return Boolean(link);
  }

  /** Moves the focus to the first row, or to the heading of an empty list. */
  focusFirst() {
    (this.#list.querySelector('a') ?? this.#heading).focus();
  }

  /** Moves the focus to the heading. */
  focusHeading() {
    this.#heading.focus();
  }

  /** Whether an element is in a row. */
  contains(element) {
    return this.#list.contains(element);
  }
}
