package dev.escapement.thread;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonCodec;
import dev.escapement.thread.RecordCodec.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON codec for threads. Initializes the codecs of the events on first use, so that applications that keep threads
 * in memory do not load them.
 */
final class AgentThreadCodec implements JsonCodec<AgentThread> {

    /** A holder of the record codec, initialized when the first thread is read or written. */
    private static final class Form {

        private static final Property<String> ID = new Property<>("id", ValueCodecs.TEXT);
        private static final Property<List<Event>> EVENTS = new Property<>("events", ValueCodecs.list(Event.CODEC));

        static final JsonCodec<AgentThread> CODEC = RecordCodec.builder(AgentThread.class)
                .required(ID, AgentThread::id)
                .required(EVENTS, AgentThread::events)
                .build(v -> new AgentThread(v.get(ID), v.get(EVENTS)));
    }

    @Override
    public @Nullable AgentThread read(JsonReader in) {
        return Form.CODEC.read(in);
    }

    @Override
    public void write(JsonWriter out, AgentThread value) {
        Form.CODEC.write(out, value);
    }
}
