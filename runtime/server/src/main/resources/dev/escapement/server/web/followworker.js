// One stream of changes for all tabs: a browser opens at most six connections to a host. The pages send the token of the
// session, because a worker has no access to their storage.
import { EventStream } from './event-stream.js';

const ports = [];
let stream = null;
let token = null;

function send(message) {
  ports.forEach((port) => port.postMessage(message));
}

/** Opens the stream with a token, unless it is open with the same one. */
function follow(current) {
  if (stream !== null && current === token) {
    return;
  }
  stream?.close();
  token = current;
  stream = new EventStream(new URL('../api/questions/follow', self.location.href), {
    headers: () => (token ? { 'Escapement-Anti-Forgery': token } : {}),
    open: () => send('changed'),
    event: () => send('changed'),
    lost: (status) => {
      if (status >= 400 && status < 500) {
        stream = null; // opens again with the next message of a page
      }
      send('lost');
    },
  });
}

self.addEventListener('connect', (event) => {
  const port = event.ports[0];
  ports.push(port);
  port.addEventListener('message', (message) => follow(message.data.token));
  port.start();
});
