package dev.escapement.http.client;

/**
 * A server-sent event.
 *
 * @param name the field {@code event}; {@code message} if it is absent
 * @param data the lines of the field {@code data}, joined with line feeds
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
public record ServerSentEvent(String name, String data) {}
