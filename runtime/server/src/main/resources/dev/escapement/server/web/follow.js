// Changes of the open questions: a stream through a shared worker, and polling as a fallback and as a safety net.
import { currentToken } from './session.js';

const SLOW = 30000;
const FAST = 5000;

/**
 * Calls a function whenever the open questions may have changed, and regularly; not while the page is hidden.
 *
 * @param {function} changed the function
 * @returns {function} a function to call after each start of a session
 */
export function followQuestions(changed) {
  let pending = false;
  const call = () => {
    if (document.hidden) {
      pending = true;
    } else {
      pending = false;
      changed();
    }
  };
  document.addEventListener('visibilitychange', () => pending && call());
  const port = connect(call);
  const open = () => port?.postMessage({ token: currentToken() });
  // Another tab has opened a new link: its token replaces the one of this tab.
  addEventListener('storage', open);
  setInterval(() => {
    open();
    call();
  }, port ? SLOW : FAST);
  return open;
}

function connect(call) {
  if (!('SharedWorker' in window)) {
    return null;
  }
  try {
    const worker = new SharedWorker(trusted(new URL('./followworker.js', import.meta.url).href), {
      type: 'module',
      name: 'escapement-questions',
    });
    // Both messages are a reason to look: after a loss, the page finds out whether the server or the session is gone.
    worker.port.addEventListener('message', call);
    worker.port.start();
    return worker.port;
  } catch {
    return null;
  }
}

/** Returns a script URL that the policy on trusted types accepts. The only caller passes a constant. */
function trusted(href) {
  const policy = window.trustedTypes?.createPolicy('escapement-worker', { createScriptURL: (value) => value });
  return policy ? policy.createScriptURL(href) : href;
}
