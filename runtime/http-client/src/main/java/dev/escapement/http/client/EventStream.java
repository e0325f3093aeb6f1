package dev.escapement.http.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An incremental parser of server-sent event streams. Accepts chunks that are cut anywhere. Skips comments and the
 * fields {@code id} and {@code retry}, because streams of models cannot be resumed. Lines that are not UTF-8 are decoded
 * with the declared character set, in which invalid bytes become U+FFFD. A field {@code error}, which some servers write in
 * place of data, is an event of that name. A repeated name {@code data} is ignored. A line that begins with
 * <code>{</code> and the lines after it are data, because some servers omit the name of the field. Not safe for use by
 * several Java threads.
 *
 * <p>The standard discards an event without an empty line after it. Providers and proxies end streams without that line, so
 * {@link #end()} returns such an event. If the connection was lost, it may be incomplete.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
public final class EventStream {

    private static final int DEFAULT_MAX_EVENT_BYTES = 32 << 20;

    private final int maxEventBytes;
    private final Charset declared;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int eventBytes;
    private boolean isFirstLine = true;
    private boolean isAfterCarriageReturn;
    private boolean isUnnamedData;
    private String name = "";
    private @Nullable StringBuilder data;

    /** Creates a parser that accepts events of up to 32 MiB. */
    public EventStream() {
        this(DEFAULT_MAX_EVENT_BYTES);
    }

    /**
     * Creates a parser that accepts events of up to a given size.
     *
     * @param maxEventBytes the maximum size of an event including its fields and comments, 1 or more
     */
    public EventStream(int maxEventBytes) {
        this(maxEventBytes, StandardCharsets.UTF_8);
    }

    /** Creates a parser of a stream whose header declares a character set. */
    EventStream(int maxEventBytes, Charset declared) {
        if (maxEventBytes < 1) {
            throw new IllegalArgumentException(
                    "The limit of an event is " + maxEventBytes + " bytes. It must be 1 or more.");
        }
        this.maxEventBytes = maxEventBytes;
        this.declared = declared;
    }

    /**
     * Parses the next chunk of the stream from a buffer.
     *
     * @param piece bytes in UTF-8; fully consumed
     * @return the events that end in this piece, in order
     * @throws MalformedReplyException if an event is too long
     */
    public List<ServerSentEvent> feed(ByteBuffer piece) {
        List<ServerSentEvent> events = new ArrayList<>();
        while (piece.hasRemaining()) {
            byte next = piece.get();
            boolean isSecondHalfOfLineEnd = next == '\n' && isAfterCarriageReturn;
            isAfterCarriageReturn = next == '\r';
            if (next != '\n' && next != '\r') {
                take(next);
            } else if (!isSecondHalfOfLineEnd) {
                endLine().ifPresent(events::add);
            }
        }
        return events;
    }

    /**
     * Parses the next chunk of the stream from an array.
     *
     * @param piece bytes in UTF-8
     * @return the events that end in this piece, in order
     * @throws MalformedReplyException if an event is too long
     */
    public List<ServerSentEvent> feed(byte[] piece) {
        return feed(ByteBuffer.wrap(piece));
    }

    /**
     * Ends the stream and returns its last event if the event was not followed by an empty line.
     *
     * @return the event; empty if all events have been returned
     */
    public Optional<ServerSentEvent> end() {
        Optional<ServerSentEvent> last = line.size() == 0 ? Optional.empty() : endLine();
        return last.isPresent() ? last : endEvent();
    }

    private void take(byte next) {
        if (++eventBytes > maxEventBytes) {
            throw new MalformedReplyException(
                    "event stream", "events of at most " + maxEventBytes + " bytes", "a longer one");
        }
        line.write(next);
    }

    private Optional<ServerSentEvent> endLine() {
        String text = BodyText.decode(line.toByteArray(), declared, isFirstLine);
        line.reset();
        isFirstLine = false;
        if (text.isEmpty()) {
            return endEvent();
        }
        isUnnamedData |= isUnnamedData(text);
        if (isUnnamedData) {
            field("data", text);
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        field(field, value.startsWith(" ") ? value.substring(1) : value);
        return Optional.empty();
    }

    /** Returns whether a line is JSON, HTML or a sentence instead of a field. */
    private static boolean isUnnamedData(String text) {
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        return text.startsWith("{") || text.startsWith("<") || field.strip().indexOf(' ') > 0;
    }

    private void field(String field, String value) {
        if (field.equals("event")) {
            name = value;
        } else if (field.equals("error")) {
            name = field;
            data = new StringBuilder(value);
        } else if (field.equals("data")) {
            String text = unnamed(value);
            data = data == null ? new StringBuilder(text) : data.append('\n').append(text);
        }
    }

    /** Returns data without the name of the field, which gateways write again before each line of their upstream. */
    private static String unnamed(String value) {
        String text = value;
        while (text.startsWith("data:")) {
            text = text.substring("data:".length()).stripLeading();
        }
        return text;
    }

    private Optional<ServerSentEvent> endEvent() {
        Optional<ServerSentEvent> event = data == null
                ? Optional.empty()
                : Optional.of(new ServerSentEvent(name.isEmpty() ? "message" : name, data.toString()));
        name = "";
        data = null;
        isUnnamedData = false;
        eventBytes = 0;
        return event;
    }
}
