// The frame of the inspector's pages: session, errors and announcements.
import { openSession, Problem, Unreachable } from './api.js';
import { el } from './dom.js';
import { signOutButton } from './signout.js';

/**
 * Opens the session and starts a page.
 *
 * @param {(session: {name: string, roles: string[]}, main: HTMLElement) => Promise<void>} start shows the page
 */
export async function openPage(start) {
  const main = document.getElementById('main');
  const skip = document.querySelector('.skip');
  // The fragment of the URL holds the state of the page, so the link must not change it.
  skip?.addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  try {
    const session = await openSession();
    document.getElementById('who').textContent = session.name ?? '';
    document.querySelector('.bar .end').append(signOutButton(report));
    await start(session, main);
  } catch (error) {
    report(error);
  }
}

/** Announces a text to screen readers. */
export function announce(text) {
  document.getElementById('status').textContent = text;
}

/** Shows an error above the page until the next one or until it is dismissed. */
export function report(error) {
  if (error.name === 'AbortError') {
    return;
  }
  clearReport();
  const close = el('button.small', { type: 'button', onclick: clearReport }, 'Dismiss');
  const banner = el('div.banner.bad', { id: 'failure', role: 'alert' }, sentence(error), close);
  document.getElementById('main').before(banner);
}

/** Removes the error. */
export function clearReport() {
  document.getElementById('failure')?.remove();
}

function sentence(error) {
  if (error instanceof Unreachable) {
    return 'The server does not answer. Check that it runs, then reload the page.';
  }
  if (error instanceof Problem && error.status === 401) {
    return 'Your session has ended. Open the link that the server printed at its start, or sign in again.';
  }
  return error.message;
}
