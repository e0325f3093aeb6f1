package dev.escapement.fake.client;

import dev.escapement.http.client.EventStream;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.model.ModelReply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A feed of replies to readers, divided as on the network. */
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

    /** Returns the events of a stream that arrives in pieces. */
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
}
