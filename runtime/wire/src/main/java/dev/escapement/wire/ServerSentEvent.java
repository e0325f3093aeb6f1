package dev.escapement.wire;

/**
 * One event of an event stream.
 *
 * @param name what the field {@code event} says; {@code message} if it says nothing
 * @param data the lines of the field {@code data}, joined with line feeds
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
public record ServerSentEvent(String name, String data) {}
