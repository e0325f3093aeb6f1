// One question: its text, the call with all arguments, and the forms for a decision. Drafts live as long as the panel.
import { post, Problem, segment } from './api.js';
import { showContext } from './context.js';
import { el, fill, uid } from './dom.js';
import { createForm, FieldError } from './form.js';
import { openExtend } from './thread-dialogs.js';
import { changeList, changes, view } from './values.js';
import { deadlineElement, timeElement } from './time.js';
import { answerForm } from './answers.js';
import { threadLink } from './thread-state.js';
import { agentPath } from './words.js';

export const KINDS = { APPROVAL: 'Approval', REPLY: 'Question', DECISION: 'Unclear outcome', MESSAGE: 'Message' };

const EFFECTS = {
  READ: ['This step only reads.', false],
  IDEMPOTENT: ['Caution: this step changes something. A repeated run changes nothing more.', false],
  WRITE: ['Caution: this step changes something, and a repeated run may change it again.', false],
  TRANSACTIONAL: ['Caution: this step writes to the database of the application.', false],
  DESTRUCTIVE: ['Caution: this step cannot be undone.', true],
};

/** Returns the name of a question that is unique among the open ones. */
export function keyOf(question) {
  return `${segment(question.threadId)}/${segment(question.callId ?? '')}`;
}

/** Returns the identity of a question, which differs from that of a later question with the same name. */
export function versionOf(question) {
  return `${keyOf(question)} ${question.since} ${question.argumentsSha256 ?? ''}`;
}

/** The panel of one question. */
export class QuestionPanel {
  /**
   * @param {object} question the question
   * @param {{decided: function(QuestionPanel, string), closed: function(QuestionPanel), failed: function(Error)}} page the
   *     functions to call after a decision, after finding the question closed, and after a failure of the connection
   */
  constructor(question, page) {
    this.question = question;
    this.page = page;
    this.open = true;
    this.mode = el('div', null);
    this.outcome = el('div', { role: 'alert' });
    this.heading = el('h2', { tabindex: '-1', id: uid('question') }, this.title());
    this.context = el('section.context', { 'aria-label': 'What happened before' }, el('p.muted', null, 'Loading…'));
    this.element = el('article', { 'aria-labelledby': this.heading.id },
      this.heading, this.facts(), this.text(), this.caution(), this.outcome, this.mode, this.context);
    this.permitted = new Set(question.permitted ?? []);
    this.idle();
    this.reload();
  }

  /** Loads the events before the question again. */
  reload() {
    showContext(this.context, this.question).catch(() =>
      fill(this.context, el('p.muted', null, 'The earlier events could not be loaded.')));
  }

  title() {
    const { kind, tool } = this.question;
    return kind === 'APPROVAL' ? `Approve ${tool}?` : `${KINDS[kind] ?? kind}${tool ? `: ${tool}` : ''}`;
  }

  facts() {
    const { path, agent, threadId, since, deadline, labels } = this.question;
    const fact = (name, ...content) => [el('dt', null, name), el('dd', null, ...content)];
    return el('dl.facts', null,
      fact('Agent', agentPath({ path, agent })),
      fact('Thread', el('a', { href: threadLink(threadId) }, threadId)),
      fact('Waiting since', timeElement(since)),
      deadline ? fact('Deadline', deadlineElement(deadline)) : null,
      Object.entries(labels ?? {}).map(([name, value]) => fact(name, value)));
  }

  text() {
    return [
      el('p.text', null, this.question.text),
      this.question.toolDescription ? el('p.muted', null, this.question.toolDescription) : null,
    ];
  }

  caution() {
    const [words, bad] = EFFECTS[this.question.effect] ?? [];
    return words ? el(bad ? 'p.caution.bad' : 'p.caution', null, words) : null;
  }

  /** Shows the arguments and the buttons. */
  idle() {
    const { kind } = this.question;
    const buttons = [];
    const button = (permission, name, key, style, action) => {
      if (this.permitted.has(permission)) {
        buttons.push(el(style ? `button.${style}` : 'button', { type: 'button', 'data-key': key, 'aria-keyshortcuts': key, onclick: action },
          name, key ? el('kbd', { 'aria-hidden': 'true' }, key) : null));
      }
    };
    button('approve', 'Approve', 'a', 'primary', () => this.send('approved', this.bound('approve')));
    button('edit', 'Edit', 'e', '', () => this.edit());
    button('refuse', 'Refuse', 'r', '', () => this.refuse());
    const direct = kind === 'REPLY' && this.permitted.has('reply') ? this.replyForm()
      : kind === 'MESSAGE' && this.permitted.has('message') ? this.messageForm()
      : kind === 'DECISION' && this.permitted.has('answer') ? answerForm(this)
      : null;
    if (kind === 'MESSAGE') {
      // Without a message, a thread whose budget is spent continues after an extension.
      button('extend', 'Extend the budget…', 'x', '', () => this.extend());
    }
    button('cancel', 'Stop the thread', '', 'danger', () => this.cancel());
    const nothing = buttons.length === 0 && !direct;
    this.cancelMode = null;
    this.submit = direct?.submit ?? null;
    fill(this.mode,
      this.argumentsView(),
      direct?.element,
      nothing ? el('p.hint', null, 'You may read this question, but not decide it.') : el('div.actions', null, buttons));
  }

  argumentsView() {
    const { arguments: args, argumentsSchema, argumentsSha256 } = this.question;
    if (args === undefined || args === null) {
      return null;
    }
    return el('section.panel', { 'aria-label': 'Arguments' },
      el('h3', null, 'Arguments'),
      view(args, argumentsSchema ?? {}),
      argumentsSha256 ? el('p.hint', null, 'A decision applies to exactly these arguments, SHA-256 ', el('code', null, argumentsSha256.slice(0, 12)), '.') : null);
  }

  /** Shows a form in place of the buttons. Escape and the button Cancel return; Ctrl+Enter and the main button send. */
  enter(name, content, sendName, submit, style = 'primary') {
    this.submit = submit;
    this.cancelMode = () => {
      this.idle();
      (this.mode.querySelector(`[data-key="${name}"]`) ?? this.heading).focus();
    };
    fill(this.mode, content, el('div.actions', null,
      el(`button.${style}`, { type: 'button', onclick: () => submit() }, sendName, el('kbd', { 'aria-hidden': 'true' }, 'Ctrl+Enter')),
      el('button', { type: 'button', onclick: () => this.cancelMode() }, 'Cancel', el('kbd', { 'aria-hidden': 'true' }, 'Esc'))));
  }

  edit() {
    const { arguments: args, argumentsSchema } = this.question;
    this.draft ??= createForm(argumentsSchema ?? {}, args, 'Arguments');
    this.enter('e', el('section.panel', { 'aria-label': 'Edit the arguments' }, this.draft.element), 'Review the changes', () => this.review());
    this.draft.focus();
  }

  review() {
    let edited;
    try {
      edited = this.draft.value();
    } catch (error) {
      if (error instanceof FieldError) {
        return;
      }
      throw error;
    }
    const list = changes(this.question.arguments, edited);
    if (list.length === 0) {
      this.tell('Nothing is changed yet. Change an argument, or cancel and approve the arguments as they are.');
      return;
    }
    const heading = el('h3', { tabindex: '-1' }, list.length === 1 ? '1 change' : `${list.length} changes`);
    this.tell();
    this.enter('e', el('section.panel', null, heading, changeList(list)), 'Approve with these changes', () =>
      this.send('approved with changes', { ...this.bound('approve_edited'), arguments: edited }, (violations) => {
        this.edit();
        return this.draft.show(violations, '$.arguments');
      }));
    this.cancelMode = () => this.edit();
    heading.focus();
  }

  refuse() {
    this.textMode('r', 'Reason for the refusal', 'The agent receives this text.', 'Refuse', 'danger', (reason, show) =>
      this.send('refused', { ...this.bound('refuse'), reason }, show));
  }

  cancel() {
    this.textMode('', 'Reason for stopping the thread', 'The thread ends and cannot continue.', 'Stop the thread', 'danger', (reason, show) =>
      this.send('stopped', { type: 'cancel', reason }, show));
  }

  extend() {
    openExtend(this.question.threadId, () => {
      this.open = false;
      this.page.decided(this, 'extended');
    });
  }

  textMode(key, label, hint, sendName, style, send) {
    const form = createForm({ type: 'string', description: hint }, undefined, label);
    this.enter(key, form.element, sendName, () => send(form.value(), (violations) => form.show(violations, '$.reason')), style);
    form.focus();
  }

  replyForm() {
    const form = createForm(this.question.replySchema ?? {}, undefined, 'Your reply');
    return this.directForm(form, 'Send the reply', (reply) =>
      this.send('replied', { ...this.bound('reply'), reply }, (violations) => form.show(violations, '$.reply')));
  }

  messageForm() {
    const form = createForm({ type: 'string' }, undefined, 'Your message');
    return this.directForm(form, 'Send the message', (text) =>
      this.send('sent', { type: 'message', text, argumentsSha256: this.question.argumentsSha256 }, (violations) => form.show(violations, '$.text')));
  }

  /** Returns a form that is visible at once, with its button. */
  directForm(form, name, send) {
    const submit = () => {
      try {
        send(form.value());
      } catch (error) {
        if (!(error instanceof FieldError)) {
          throw error;
        }
      }
    };
    const element = el('section.panel', { 'aria-label': name }, form.element, el('div.actions', null,
      el('button.primary', { type: 'button', onclick: submit }, name, el('kbd', { 'aria-hidden': 'true' }, 'Ctrl+Enter'))));
    return { element, submit, focus: () => form.focus() };
  }

  bound(type) {
    return { type, callId: this.question.callId, argumentsSha256: this.question.argumentsSha256 };
  }

  /** Sends a decision. Only one is on its way at a time; everything typed remains if it fails. */
  async send(done, decision, violations = () => null) {
    if (this.sending || !this.open) {
      return;
    }
    this.sending = true;
    this.element.setAttribute('aria-busy', 'true');
    this.tell();
    try {
      await post(`api/threads/${segment(this.question.threadId)}/decisions`, decision);
      this.open = false;
      this.page.decided(this, done);
    } catch (error) {
      this.refused(error, violations);
    } finally {
      this.sending = false;
      this.element.removeAttribute('aria-busy');
    }
  }

  refused(error, violations) {
    if (!(error instanceof Problem) || error.status === 401) {
      this.tell('Your decision has not arrived. It is still here: send it again.');
      this.page.failed(error);
    } else if (error.status === 409 || error.status === 404) {
      this.close(error.message);
      this.page.closed(this);
    } else {
      const outside = error.violations.length ? violations(error.violations) ?? error.violations : [];
      const list = outside.map((each) => el('li', null, `${each.path}: expected ${each.expected}, found ${each.actual}.`));
      this.tell(error.violations.length ? 'The server did not accept this. Correct the marked fields.' : error.message,
        list.length ? el('ul', null, list) : null);
    }
  }

  /** Shows why the question cannot be decided any more. Text that was typed remains readable. */
  close(words) {
    this.open = false;
    this.mode.querySelectorAll('button, select, input[type="checkbox"]').forEach((each) => { each.disabled = true; });
    this.mode.querySelectorAll('input, textarea').forEach((each) => { each.readOnly = true; });
    this.tell(words, el('div.actions', null, el('button', { type: 'button', onclick: () => this.page.next() }, 'Next question')));
    this.reload();
  }

  tell(...content) {
    fill(this.outcome, content.length ? el('div.outcome', null, content.map((each) => (typeof each === 'string' ? el('p', null, each) : each))) : null);
  }

  /** Handles a key that was pressed outside of fields; returns whether it did. */
  press(key) {
    const button = this.mode.querySelector(`button[data-key="${CSS.escape(key)}"]:not(:disabled)`);
    if (!button) {
      if (key === 'r' && this.submit) {
        this.mode.querySelector('input, textarea, select')?.focus();
        return true;
      }
      return false;
    }
    if (key === 'a') {
      button.focus(); // Enter approves: one stray key must not.
    } else {
      button.click();
    }
    return true;
  }
}
