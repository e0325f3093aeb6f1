// The failure of an action, shown above the page.
import { Problem, Unreachable } from './api.js';
import { el } from './dom.js';

/**
 * Shows an error above the page until the next one or until it is dismissed.
 *
 * @returns {HTMLElement|null} the banner; null for the error of an aborted request, which is not shown
 */
export function report(error) {
  if (error.name === 'AbortError') {
    return null;
  }
  clearReport();
  const close = el('button.small', { type: 'button', onclick: clearReport }, 'Dismiss');
  const banner = el('div.banner.bad', { id: 'failure', role: 'alert' }, sentence(error), close);
  document.getElementById('main').before(banner);
  return banner;
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
