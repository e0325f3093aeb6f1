// The inbox: the questions waiting for the current person, and the selected one. Updates never touch the open panel.
import { get, openSession, Problem, query, Unreachable } from './api.js';
import { banner, showBanner } from './banner.js';
import { whyClosed } from './context.js';
import { el, fill } from './dom.js';
import { followQuestions } from './follow.js';
import { helpDialog, listenToKeys } from './keys.js';
import { keyOf, QuestionPanel, versionOf } from './question.js';
import { QuestionList } from './questionlist.js';
import { signOutButton } from './signout.js';
import { capital } from './words.js';

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

const list = new QuestionList({
  open: (question) => select(question, true),
  more: showMore,
  changed: () => {
    announced = null; // a change of the view brings no new question
    refresh();
  },
});
const back = el('button.back.small', { type: 'button', onclick: showList }, 'Back to the list');
const place = el('div', null);
const detail = el('section.question', { 'aria-label': 'Question' }, back, place);

const page = {
  decided(panel, done) {
    panels.delete(keyOf(panel.question));
    questions = questions.filter((each) => versionOf(each) !== versionOf(panel.question));
    const was = panel.title();
    const next = nextAfter(panel.question);
    select(next, next !== null);
    say(next ? `${capital(done)}: ${was} The next question is open.` : `${capital(done)}: ${was} Nothing else waits for you.`);
    list.show(questions, more);
    if (!next) {
      list.focusHeading();
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
  let panel = panels.get(selected);
  if (question && (!panel || versionOf(panel.question) !== versionOf(question))) {
    panel = new QuestionPanel(question, page);
    panels.set(selected, panel);
  }
  fill(place, panel ? panel.element : el('p.muted', null, 'Select a question.'));
  const hash = selected === null ? '' : `#${selected}`;
  if (location.hash !== hash) {
    history.replaceState(null, '', location.pathname + location.search + hash);
  }
  list.select(selected);
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
  if (!list.focus(key)) {
    list.focusFirst();
  }
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
    const page = await get(`api/questions${query({ limit: PAGE, after, mine: list.isMine })}`);
    all.push(...page.questions);
    after = page.next;
  } while (after && all.length < limit);
  banner.hidden = true;
  questions = all;
  more = Boolean(after);
  list.show(questions, more);
  announce();
  if (first) {
    first = false;
    openFirst();
  }
  await closeAnswered();
}

/** Announces new questions once; not the first load. */
function announce() {
  const versions = new Set(questions.map(versionOf));
  const added = announced === null ? 0 : [...versions].filter((version) => !announced.has(version)).length;
  announced = versions;
  if (added > 0) {
    status.textContent = added === 1 ? '1 new question.' : `${added} new questions.`;
  }
}

const REPLACED = 'The agent has asked again: another question replaces this one. Select it in the list.';

/** Tells the person at the page if the open question was decided or replaced; forgets other panels without a question. */
async function closeAnswered() {
  const versions = new Map(questions.map((each) => [keyOf(each), versionOf(each)]));
  for (const [key, panel] of [...panels]) {
    if (versions.get(key) === versionOf(panel.question)) {
      continue;
    }
    if (key !== selected) {
      panels.delete(key);
    } else if (panel.open && !panel.sending) {
      const words = versions.has(key) ? REPLACED : await whyClosed(panel.question, session.name);
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
let sessionStarted = () => {};
const signOut = signOutButton((error) => connectionFailed(error));
signOut.hidden = true;

function connectionFailed(error) {
  if (error instanceof Problem && error.status === 401) {
    const state = session === null
      ? 'You are not signed in. Sign in in another tab, or open the link that the server printed; then continue here.'
      : 'Your session has ended. Sign in again in another tab, or open the link that the server printed; then continue here. Nothing typed is lost.';
    if (session === null) {
      fill(place);
    }
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
    signOut.hidden = false;
    sessionStarted();
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
  list.focus(selected);
}

async function begin() {
  main.classList.add('inbox');
  document.querySelector('header').after(banner);
  const help = helpDialog();
  document.querySelector('.bar .end').append(
    el('span.muted', { id: 'last' }),
    el('button.small', { type: 'button', onclick: () => help.showModal() }, 'Keyboard', el('kbd', { 'aria-hidden': 'true' }, '?')),
    signOut);
  document.body.append(help);
  fill(main, list.element, detail);
  fill(place, el('p.muted', null, 'Loading…'));
  listenToKeys({ list, help, step, panel: () => panels.get(selected), showList });
  addEventListener('hashchange', () => {
    const question = fromHash();
    if (question) {
      select(question, true);
    }
  });
  sessionStarted = followQuestions(() => session !== null && refresh());
  await restart();
}

begin();
