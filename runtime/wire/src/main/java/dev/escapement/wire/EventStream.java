package dev.escapement.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes an event stream in pieces, cut wherever the network cuts it, and gives its events. Comments and the fields
 * {@code id} and {@code retry} are skipped: no stream of a model can be resumed. Bytes that are not UTF-8 become U+FFFD, as
 * the standard wants it. Not safe for use by many threads.
 *
 * <p>The standard discards an event that is not followed by an empty line. Providers, and what stands between, end streams
 * without one behind an event that is whole, so {@link #end()} gives that event; whoever reads it has to expect half an
 * event there if the connection was lost.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
public final class EventStream {

    private static final int DEFAULT_MAX_EVENT_BYTES = 32 << 20;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final int maxEventBytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int eventBytes;
    private boolean isFirstLine = true;
    private boolean isAfterCarriageReturn;
    private String name = "";
    private @Nullable StringBuilder data;

    /** A stream whose events have up to 32 MiB. */
    public EventStream() {
        this(DEFAULT_MAX_EVENT_BYTES);
    }

    /**
     * A stream.
     *
     * @param maxEventBytes how long an event may be with all of its fields and comments, 1 or more
     */
    public EventStream(int maxEventBytes) {
        if (maxEventBytes < 1) {
            throw new IllegalArgumentException("an event has at least 1 byte, not " + maxEventBytes);
        }
        this.maxEventBytes = maxEventBytes;
    }

    /**
     * Takes the next piece.
     *
     * @param piece bytes in UTF-8; read to its end
     * @return the events that end in this piece, in order
     * @throws MalformedJsonException if an event is too long
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
     * Takes the next piece.
     *
     * @param piece bytes in UTF-8
     * @return the events that end in this piece, in order
     * @throws MalformedJsonException if an event is too long
     */
    public List<ServerSentEvent> feed(byte[] piece) {
        return feed(ByteBuffer.wrap(piece));
    }

    /**
     * Takes note that nothing more comes.
     *
     * @return the last event, if there was no empty line behind it
     */
    public Optional<ServerSentEvent> end() {
        Optional<ServerSentEvent> last = line.size() == 0 ? Optional.empty() : endLine();
        return last.isPresent() ? last : endEvent();
    }

    private void take(byte next) {
        if (++eventBytes > maxEventBytes) {
            throw new MalformedJsonException(
                    "event stream", "events of at most " + maxEventBytes + " bytes", "a longer one");
        }
        line.write(next);
    }

    private Optional<ServerSentEvent> endLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (isFirstLine && text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        isFirstLine = false;
        if (text.isEmpty()) {
            return endEvent();
        }
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        field(field, value.startsWith(" ") ? value.substring(1) : value);
        return Optional.empty();
    }

    private void field(String field, String value) {
        if (field.equals("event")) {
            name = value;
        } else if (field.equals("data")) {
            data = data == null ? new StringBuilder(value) : data.append('\n').append(value);
        }
    }

    private Optional<ServerSentEvent> endEvent() {
        Optional<ServerSentEvent> event = data == null
                ? Optional.empty()
                : Optional.of(new ServerSentEvent(name.isEmpty() ? "message" : name, data.toString()));
        name = "";
        data = null;
        eventBytes = 0;
        return event;
    }
}
