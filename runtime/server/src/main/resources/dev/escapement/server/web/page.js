// The frame of the inspector's pages: session and announcements.
import { openSession } from './api.js';
import { report } from './failure.js';
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
