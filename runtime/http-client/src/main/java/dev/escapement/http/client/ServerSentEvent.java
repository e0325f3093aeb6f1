package dev.escapement.http.client;

/**
 * An event of an event stream.
 *
 * @param name the field {@code event}; {@code message} if it is absent
 * @param data the lines of the field {@code data}, joined with line feeds
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
public record ServerSentEvent(String name, String data) {}
