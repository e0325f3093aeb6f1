// The button that ends the session.
import { endSession } from './api.js';
import { el } from './dom.js';
import { report } from './failure.js';

/**
 * Creates the button.
 *
 * @param {function(Error)} failed shows the error of a request without a usable answer
 */
export function signOutButton(failed) {
  const signOut = async () => {
    try {
      if (await endSession()) {
        location.reload(); // nothing of the session remains on the page
      } else {
        report(new Error('The session belongs to the application of this server. Sign out there.'));
      }
    } catch (error) {
      failed(error);
    }
  };
  return el('button.small', { type: 'button', onclick: signOut }, 'Sign out');
}
