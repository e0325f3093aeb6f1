// One stream of changes for all tabs: a browser opens at most six connections to a host.
const RETRY = 3000;
const ports = [];
let source = null;

function send(message) {
  ports.forEach((port) => port.postMessage(message));
}

function follow() {
  source = new EventSource(new URL('../api/questions/follow', self.location.href));
  source.addEventListener('open', () => send('changed'));
  source.addEventListener('changed', () => send('changed'));
  source.addEventListener('error', () => {
    send('lost');
    if (source.readyState === EventSource.CLOSED) {
      // A refusal, for example without a session, ends the stream for good.
      setTimeout(follow, RETRY);
    }
  });
}

self.addEventListener('connect', (event) => {
  const port = event.ports[0];
  ports.push(port);
  port.start();
  if (source === null) {
    follow();
  }
});
