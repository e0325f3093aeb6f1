package dev.escapement.fake.client;

import dev.escapement.model.Delta;
import dev.escapement.model.ModelReply;
import dev.escapement.http.client.EventStream;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ServerSentEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Gives replies to readers as they would arrive. */
public final class ReplyFeed {

    private ReplyFeed() {}

    public static ModelReply body(ReplyReader reader, String body) {
        reader.body(ProviderJson.parse(body));
        return reader.reply().build();
    }

    public static ModelReply stream(ReplyReader reader, String stream) {
        return events(reader, events(stream.getBytes(StandardCharsets.UTF_8)));
    }

    public static ModelReply events(ReplyReader reader, List<ServerSentEvent> events) {
        events.forEach(reader::event);
        return reader.reply().build();
    }

    /** The events of a stream that arrives in pieces. */
    public static List<ServerSentEvent> events(byte[] stream, int... cuts) {
        EventStream parser = new EventStream();
        List<ServerSentEvent> events = new ArrayList<>();
        int from = 0;
        for (int cut : cuts) {
            events.addAll(parser.feed(Arrays.copyOfRange(stream, from, cut)));
            from = cut;
        }
        events.addAll(parser.feed(Arrays.copyOfRange(stream, from, stream.length)));
        parser.end().ifPresent(events::add);
        return events;
    }

    /** The reply as somebody who watches would put it together. */
    public static final class Watcher implements Consumer<Delta> {
        public final StringBuilder text = new StringBuilder();
        public final StringBuilder thinking = new StringBuilder();
        public final List<String> tools = new ArrayList<>();
        public final List<StringBuilder> arguments = new ArrayList<>();

        @Override
        public void accept(Delta delta) {
            if (delta instanceof Delta.Text more) {
                text.append(more.text());
            } else if (delta instanceof Delta.Thinking more) {
                thinking.append(more.text());
            } else if (delta instanceof Delta.CallBegun begun) {
                if (begun.index() != tools.size()) {
                    throw new AssertionError("call " + begun.index() + " begins after " + tools);
                }
                tools.add(begun.tool());
                arguments.add(new StringBuilder());
            } else if (delta instanceof Delta.Arguments more) {
                arguments.get(more.index()).append(more.fragment());
            }
        }

        public List<String> calls() {
            List<String> calls = new ArrayList<>();
            for (int i = 0; i < tools.size(); i++) {
                calls.add(tools.get(i) + " " + arguments.get(i));
            }
            return calls;
        }
    }
}
