// The button that ends the session.
import { endSession } from './api.js';
import { el } from './dom.js';
import { report } from './failure.js';

/** Creates the button. If the session continues, the reason is shown above the page. */
export function signOutButton() {
  const signOut = async () => {
    try {
      if (await endSession()) {
        location.reload(); // nothing of the session remains on the page
      } else {
        report(new Error('The session belongs to the application of this server. Sign out there.'));
      }
    } catch (error) {
      report(error);
    }
  };
  return el('button.small', { type: 'button', onclick: signOut }, 'Sign out');
}
