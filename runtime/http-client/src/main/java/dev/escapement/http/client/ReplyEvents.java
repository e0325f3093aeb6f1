package dev.escapement.http.client;

import dev.escapement.model.spi.ReplyBuilder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A filter between a response body and the reader of a reply. It detects errors in any framing, and omits text that is
 * not part of a reply, such as comments in data fields and status messages after the end. Other text before the end of
 * a reply without a stop reason is a fault of the provider.
 */
final class ReplyEvents {

    private static final String END = "[DONE]";

    /** The parts of the text of errors, which most events do not have. */
    private static final List<String> MARKS =
            List.of("\"error", "\"message\"", "\"detail\"", "\"msg\"", "\"Error\"", "\"base_resp\"");

    private final ReplyReader reader;
    private String last = "";
    private String junk = "";
    private boolean isInterrupted;
    private @Nullable ProviderJson error;
    private @Nullable ErrorBody lateError;

    ReplyEvents(ReplyReader reader) {
        this.reader = reader;
    }

    /** Returns the text that the reader received last. */
    String last() {
        return last;
    }

    /** Returns the last text that was omitted; empty if there is none. */
    String junk() {
        return junk;
    }

    /** Returns the last error that followed a complete reply, which it does not affect. */
    Optional<ErrorBody> lateError() {
        return Optional.ofNullable(lateError);
    }

    /**
     * Passes a JSON body to the reader. Several values, separated by white space or in a list, are events, and so is a
     * chunk of a stream. Text after the first value is ignored if it is not JSON.
     *
     * @throws ProviderErrorException if the body is an error
     */
    void json(String text) {
        last = text;
        List<ProviderJson> values = values(text);
        if (values.size() == 1 && !isChunk(values.get(0))) {
            check(values.get(0), "message");
            reader.body(values.get(0));
        } else {
            values.forEach(value -> event(new ServerSentEvent("message", value.raw())));
        }
    }

    /** Returns whether the only value of a body is the first chunk of a stream that ended after it. */
    private static boolean isChunk(ProviderJson value) {
        ProviderJson choices = value.get("choices");
        return value.get("object").textOrJson().endsWith(".chunk")
                && choices.isArray()
                && !choices.items().isEmpty()
                && choices.items().get(0).get("delta").isObject();
    }

    private static List<ProviderJson> values(String text) {
        List<ProviderJson> values = ProviderJson.parseSequence(text);
        ProviderJson first = values.get(0);
        return first.isArray()
                        && !first.items().isEmpty()
                        && first.items().get(0).isObject()
                ? first.items()
                : values;
    }

    /**
     * Passes events to the reader.
     *
     * @throws ProviderErrorException if an event is an error
     */
    void read(List<ServerSentEvent> events) {
        events.forEach(this::event);
    }

    /**
     * Passes the last event to the reader if the stream ended before the event's closing empty line. A malformed event
     * is ignored, because it may be incomplete.
     */
    void readLast(EventStream stream) {
        try {
            stream.end().ifPresent(this::event);
        } catch (MalformedReplyException half) {
            last = "";
        }
    }

    private void event(ServerSentEvent event) {
        if (reader.isOver()) {
            return;
        }
        String data = event.data().strip();
        if (isSeveral(data)) { // servers that omit the empty line between events
            data.lines().forEach(line -> event(new ServerSentEvent(event.name(), line)));
            return;
        }
        if (data.equals(END) && isInterrupted && !reader.isEnded()) {
            throw new ProviderErrorException("", HtmlTitle.of(junk).orElse(junk), true);
        }
        boolean isError = event.name().equals("error") && !data.isEmpty();
        if (!data.startsWith("{") && !data.startsWith("[") && !isError) {
            junk = data.isEmpty() || data.startsWith(":") ? junk : data;
            isInterrupted |=
                    !data.isEmpty() && junk.equals(data) && event.name().equals("message"); // a ping has a name
            return;
        }
        boolean couldBeComplete = reader.isEnded();
        boolean isFinal = reader.isFinal();
        try {
            if (isError || mayBeError(data)) {
                checkData(data, event.name());
            }
            last = event.data();
            reader.event(event);
        } catch (MalformedReplyException fault) {
            if (!couldBeComplete) {
                throw fault;
            }
            junk = data;
        } catch (ProviderErrorException fault) {
            if (!isFinal) {
                throw fault;
            }
            lateError = fault.error();
        }
    }

    private static boolean isSeveral(String data) {
        return data.startsWith("{")
                && data.indexOf('\n') > 0
                && data.lines().skip(1).allMatch(line -> line.startsWith("{\"") || line.equals(END));
    }

    /** Returns whether the text of an event has the names of an error's members, which most events do not have. */
    private static boolean mayBeError(String data) {
        return MARKS.stream().anyMatch(data::contains);
    }

    private void checkData(String data, String name) {
        if (!data.startsWith("{") && !data.startsWith("[")) {
            throw ProviderErrors.ofText(data);
        }
        if (!data.equals(END)) {
            check(ProviderJson.parseFirst(data), name);
        }
    }

    private void check(ProviderJson value, String name) {
        boolean isError = name.equals("error") ? !ErrorBody.isEmpty(value) : ErrorBody.isError(value);
        if (isError) {
            error = value;
            last = value.raw();
            throw ProviderErrors.of(value);
        }
    }

    /**
     * Returns the reply that the last error contains, if any.
     *
     * @param status the status of the response
     */
    Optional<ReplyBuilder> rejected(int status) {
        try {
            return error == null ? Optional.empty() : reader.rejected(status, error);
        } catch (MalformedReplyException noReply) {
            return Optional.empty();
        }
    }
}
