package dev.escapement.loop;

import dev.escapement.json.JsonCodec;
import dev.escapement.loop.RecordCodec.Property;
import java.util.List;

/** The JSON form of threads. */
final class AgentThreadCodec {

    private static final Property<String> ID = new Property<>("id", Forms.TEXT);
    private static final Property<List<Event>> EVENTS = new Property<>("events", Forms.list(Event.CODEC));

    static final JsonCodec<AgentThread> INSTANCE = RecordCodec.builder(AgentThread.class)
            .required(ID, AgentThread::id)
            .required(EVENTS, AgentThread::events)
            .build(v -> new AgentThread(v.get(ID), v.get(EVENTS)));

    private AgentThreadCodec() {}
}
