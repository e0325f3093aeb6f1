// Requests to the API. Paths are relative to the folder above this file, so that the pages work under any prefix.
import { parse, stringify } from './json.js';
import { currentToken, forgetToken, HEADER, keepToken, useToken } from './session.js';

/** The folder of the pages. */
export const base = new URL('../', import.meta.url);

/** A refused request: the fields of the problem in the response (RFC 9457). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || `The server answered with the status ${status}.`);
    this.status = status;
    this.violations = Array.isArray(body.violations) ? body.violations : [];
  }
}

/** A request without an answer: the server is not reachable. */
export class Unreachable extends Error {}

/** Returns the URL of a path of the API, for example "api/threads/1". */
export function url(path) {
  return new URL(path, base);
}

/** Encodes a segment of a path. */
export function segment(value) {
  return encodeURIComponent(value);
}

/** Returns the query string of the values that are present. An array is repeated. */
export function query(values) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== '') {
        parameters.append(name, each);
      }
    }
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}

/**
 * Sends a GET request.
 *
 * @returns {Promise<object|null>} the JSON of the response; null if it has no content
 */
export function get(path, options = {}) {
  return send('GET', path, undefined, options);
}

/** The name of the person for whom the page was opened; null before that. */
let person = null;

/**
 * Sends a POST request with a JSON body. After a restart of the server, renews the token against forgery once, unless another
 * person has signed in since the page was opened: that person did not decide what the page sends.
 */
export async function post(path, body, options = {}) {
  const token = currentToken();
  try {
    return await send('POST', path, body, options);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 403 || token === '') {
      throw error;
    }
    await renewToken();
    if (currentToken() === token) {
      throw error;
    }
    return send('POST', path, body, options);
  }
}

async function renewToken() {
  const session = await readSession();
  if (person !== null && session.name !== person) {
    const detail = `You are now signed in as ${session.name}, but this page was opened by ${person}. Nothing was sent. Reload the page.`;
    throw new Problem(403, { detail });
  }
  useToken(session.antiForgeryToken);
}

/** Returns the header with the token of the session, if there is one. */
export function tokenHeader() {
  const token = currentToken();
  return token ? { [HEADER]: token } : {};
}

async function send(method, path, body, { signal, headers = {} } = {}) {
  const all = { Accept: 'application/json', ...tokenHeader(), ...headers };
  if (method === 'POST') {
    all['Content-Type'] = 'application/json';
  }
  let response;
  let content;
  try {
    response = await fetch(url(path), {
      method,
      headers: all,
      body: body === undefined ? undefined : stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      signal,
    });
    content = await response.text();
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Unreachable('The server does not answer.');
  }
  const value = parsed(content);
  if (!response.ok) {
    throw new Problem(response.status, value ?? {});
  }
  return value;
}

function parsed(content) {
  if (content === '') {
    return null;
  }
  try {
    return parse(content);
  } catch {
    return null;
  }
}

/**
 * Opens the session: exchanges the token in the fragment, if there is one, and returns the current session.
 *
 * @returns {Promise<{name: string, roles: string[]}>}
 * @throws {Problem} with status 401 if there is no session
 */
export async function openSession() {
  const link = /^#t=(.+)$/.exec(location.hash)?.[1];
  if (link) {
    // At once: the token must not remain in the address bar, the history or a bookmark.
    history.replaceState(null, '', location.pathname + location.search);
    await startSession(decodeURIComponent(link));
  }
  const session = await readSession();
  useToken(session.antiForgeryToken);
  person = session.name;
  return session;
}

async function startSession(token) {
  try {
    const session = await post('api/session', { token });
    keepToken(session.antiForgeryToken ?? '');
  } catch (error) {
    // A link is valid once. A session that it began earlier in this browser continues.
    if (!(error instanceof Problem) || error.status !== 401) {
      throw error;
    }
  }
}

async function readSession() {
  const token = currentToken();
  try {
    return await get('api/session');
  } catch (error) {
    if (error instanceof Problem && error.status === 401) {
      forgetToken(token);
    }
    throw error;
  }
}

/**
 * Ends the session.
 *
 * @returns {Promise<boolean>} false if the sign-in of the server's application continues
 */
export async function endSession() {
  const token = currentToken();
  await post('api/session/end', {});
  try {
    await get('api/session');
    return false;
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) {
      throw error;
    }
    forgetToken(token);
    return true;
  }
}
