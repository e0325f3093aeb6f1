// The inbox: the questions waiting for the current person, and the selected one. Updates never touch the open panel.
import { get, openSession, Problem, query, Unreachable } from './api.js';
import { banner, showBanner } from './banner.js';
import { whyClosed } from './context.js';
import { el, fill } from './dom.js';
import { followQuestions } from './follow.js';
import { helpDialog, listenToKeys } from './keys.js';
import { KINDS, keyOf, QuestionPanel, simple } from './question.js';
import { deadlineElement, timeElement } from './time.js';

const PAGE = 50;
const RETRY = 2000;

const main = document.getElementById('main');
const status = document.getElementById('status');
const who = document.getElementById('who');

let session = null;
let questions = [];
let limit = PAGE;
let more = false;
let selected = null;
let announced = null;
let first = true;
const panels = new Map();

const heading = el('h2', { id: 'waiting' }, 'Waiting for you');
const list = el('ol', null);
const moreButton = el('button.more', { type: 'button', hidden: true, onclick: showMore }, 'Show more');
const nothing = el('p', { hidden: true }, 'Nothing waits for you. New questions appear here by themselves.');
const listSection = el('section.list', { 'aria-labelledby': 'waiting' }, heading, nothing, list, moreButton);
const back = el('button.back.small', { type: 'button', onclick: showList }, 'Back to the list');
const place = el('div', null);
const detail = el('section.question', { 'aria-label': 'Question' }, back, place);

const page = {
  decided(panel, done) {
    panels.delete(keyOf(panel.question));
    questions = questions.filter((each) => keyOf(each) !== keyOf(panel.question));
    const was = panel.title();
    const next = nextAfter(panel.question);
    select(next, next !== null);
    say(next ? `${capital(done)}: ${was} The next question is open.` : `${capital(done)}: ${was} Nothing else waits for you.`);
    renderList();
    if (!next) {
      heading.tabIndex = -1;
      heading.focus();
    }
    refresh();
  },
  closed: () => refresh(),
  failed: (error) => connectionFailed(error),
  next() {
    panels.delete(selected);
    const at = questions[0] ?? null;
    select(at, true);
    refresh();
  },
};

function capital(words) {
  return words[0].toUpperCase() + words.slice(1);
}

function say(words) {
  status.textContent = words;
  document.getElementById('last').textContent = words;
}

function nextAfter(question) {
  return questions.find((each) => each.since >= question.since) ?? questions[0] ?? null;
}

/** Shows a question, or none, and keeps the panels with drafts. */
function select(question, focus) {
  selected = question ? keyOf(question) : null;
  main.dataset.open = String(selected !== null);
  if (question && !panels.has(selected)) {
    panels.set(selected, new QuestionPanel(question, page));
  }
  const panel = panels.get(selected);
  fill(place, panel ? panel.element : el('p.muted', null, 'Select a question.'));
  const hash = selected === null ? '' : `#${selected}`;
  if (location.hash !== hash) {
    history.replaceState(null, '', location.pathname + location.search + hash);
  }
  markCurrent();
  if (focus && panel) {
    panel.heading.focus();
  }
}

const narrow = matchMedia('(max-width: 48rem)');

/** Moves the focus to the list, which replaces the question on a narrow screen. */
function showList() {
  const key = selected;
  if (narrow.matches) {
    select(null, false);
  }
  (link(key) ?? list.querySelector('a') ?? main).focus();
}

function link(key) {
  return list.querySelector(`a[data-key="${CSS.escape(key ?? '')}"]`);
}

function markCurrent() {
  list.querySelectorAll('a').forEach((each) => {
    if (each.dataset.key === selected) {
      each.setAttribute('aria-current', 'true');
    } else {
      each.removeAttribute('aria-current');
    }
  });
}

/** Brings the list up to date. Rows of questions that remain are not replaced, so that the focus stays. */
function renderList() {
  const known = new Map([...list.children].map((row) => [row.firstChild.dataset.key, row]));
  const focused = list.contains(document.activeElement) ? document.activeElement.closest('a').dataset.key : null;
  const rows = questions.map((question) => known.get(keyOf(question)) ?? row(question));
  const stays = rows.length === list.children.length && rows.every((each, i) => each === list.children[i]);
  if (!stays) {
    fill(list, rows);
    if (focused !== null) {
      (link(focused) ?? list.querySelector('a') ?? main).focus();
    }
  }
  const count = more ? `${questions.length}+` : String(questions.length);
  fill(heading, 'Waiting for you ', el('span.tag', null, count));
  document.title = questions.length ? `(${count}) Inbox` : 'Inbox';
  nothing.hidden = questions.length > 0;
  moreButton.hidden = !more;
  markCurrent();
}

function row(question) {
  const open = (event) => {
    event.preventDefault();
    select(question, true);
  };
  return el('li', null, el('a', { href: `#${keyOf(question)}`, 'data-key': keyOf(question), onclick: open },
    el('span.line', null,
      el('span', null, `${KINDS[question.kind] ?? question.kind}${question.tool ? ` · ${question.tool}` : ''}`),
      question.deadline ? deadlineElement(question.deadline) : timeElement(question.since)),
    el('span.text', null, question.text),
    el('span.line', null, (question.path?.length ? question.path : [question.agent]).map(simple).join(' › '))));
}

function showMore() {
  limit += PAGE;
  refresh();
}

let running = false;
let again = false;

/** Loads the questions; at most one request at a time, and one more after it if something changed meanwhile. */
async function refresh() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    do {
      again = false;
      await load();
    } while (again);
  } catch (error) {
    connectionFailed(error);
  } finally {
    running = false;
  }
}

async function load() {
  const all = [];
  let after;
  do {
    const page = await get(`api/questions${query({ limit: PAGE, after })}`);
    all.push(...page.questions.map(normal));
    after = page.next;
  } while (after && all.length < limit);
  banner.hidden = true;
  questions = all;
  more = Boolean(after);
  renderList();
  announce();
  if (first) {
    first = false;
    openFirst();
  }
  await closeAnswered();
}

/** Returns a question with its constants in one spelling. */
function normal(question) {
  return { ...question, kind: question.kind.toUpperCase(), effect: question.effect?.toUpperCase() };
}

/** Announces new questions once; not the first load. */
function announce() {
  const keys = new Set(questions.map(keyOf));
  const added = announced === null ? 0 : [...keys].filter((key) => !announced.has(key)).length;
  announced = keys;
  if (added > 0) {
    status.textContent = added === 1 ? '1 new question.' : `${added} new questions.`;
  }
}

/** Tells the person at the page if another one has decided the open question; forgets other panels without a question. */
async function closeAnswered() {
  const keys = new Set(questions.map(keyOf));
  for (const [key, panel] of [...panels]) {
    if (keys.has(key)) {
      continue;
    }
    if (key !== selected) {
      panels.delete(key);
    } else if (panel.open && !panel.sending) {
      const words = await whyClosed(panel.question, session.name);
      if (panel.open && !panel.sending) {
        panel.close(words);
      }
    }
  }
}

/** Opens the linked question, or else the oldest one if there is room beside the list. */
function openFirst() {
  const linked = fromHash();
  if (!linked && location.hash.length > 1) {
    say('The linked question is no longer open.');
  }
  select(linked ?? (narrow.matches ? null : questions[0] ?? null), false);
}

function fromHash() {
  const key = location.hash.slice(1);
  return questions.find((each) => keyOf(each) === key) ?? null;
}

let retry = 0;

function connectionFailed(error) {
  if (error instanceof Problem && error.status === 401) {
    const state = session === null
      ? 'You are not signed in. Sign in in another tab, or open the link that the server printed; then continue here.'
      : 'Your session has ended. Sign in again in another tab, or open the link that the server printed; then continue here. Nothing typed is lost.';
    showBanner(state, 'Continue', restart);
  } else if (error instanceof Unreachable) {
    showBanner('The server does not answer. Trying again every 2 seconds; nothing typed is lost.', 'Try now', restart);
    clearTimeout(retry);
    retry = setTimeout(restart, RETRY);
  } else {
    showBanner(error.message, 'Try again', restart);
  }
}

/** Opens the session again, for a new token after a restart, and loads the questions. */
async function restart() {
  try {
    session = await openSession();
    fill(who, session.name);
    await refresh();
  } catch (error) {
    connectionFailed(error);
  }
}

function step(offset) {
  if (questions.length === 0) {
    return;
  }
  const at = questions.findIndex((each) => keyOf(each) === selected);
  const to = Math.min(Math.max(at + offset, 0), questions.length - 1);
  select(questions[to], false);
  link(selected)?.focus();
  link(selected)?.scrollIntoView({ block: 'nearest' });
}

async function begin() {
  main.classList.add('inbox');
  document.querySelector('header').after(banner);
  const help = helpDialog();
  document.querySelector('.bar .end').append(
    el('span.muted', { id: 'last' }),
    el('button.small', { type: 'button', onclick: () => help.showModal() }, 'Keyboard', el('kbd', { 'aria-hidden': 'true' }, '?')));
  document.body.append(help);
  fill(main, listSection, detail);
  fill(place, el('p.muted', null, 'Loading…'));
  listenToKeys({ list, help, step, panel: () => panels.get(selected), showList });
  addEventListener('hashchange', () => {
    const question = fromHash();
    if (question) {
      select(question, true);
    }
  });
  await restart();
  followQuestions(() => session !== null && refresh());
}

begin();
