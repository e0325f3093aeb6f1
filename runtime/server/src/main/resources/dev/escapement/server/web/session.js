// The token of the session, which every request sends. The cookie alone opens nothing: other servers on the same host
// receive it as well. The storage of a page, unlike its cookies, belongs to one port.

const KEY = `escapement-token ${new URL('../', import.meta.url).pathname}`;

/** The name of the header with the token. */
export const HEADER = 'Escapement-Anti-Forgery';

let given = '';
let stored = '';

/** Returns the token; an empty text without one. All tabs share the one of a local session. */
export function currentToken() {
  if (given) {
    return given;
  }
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return stored;
  }
}

/** Keeps the token of a local session, which only its start returns. */
export function keepToken(token) {
  stored = token;
  try {
    localStorage.setItem(KEY, token);
  } catch {
    // Without storage, the session ends with this page.
  }
}

/** Removes a token that the server refused, or whose session was ended. A newer one of another tab remains. */
export function forgetToken(token) {
  given = '';
  if (currentToken() === token) {
    stored = '';
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Without storage, nothing remains.
    }
  }
}

/** Uses the token that the server returns to each reading of the session, if it does so; it then needs no storage. */
export function useToken(token) {
  given = token ?? '';
}
