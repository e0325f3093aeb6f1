package dev.escapement.loop;

import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonReader;
import dev.escapement.json.JsonWriter;
import dev.escapement.json.PropertySet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON form of threads. */
final class AgentThreadCodec implements JsonCodec<AgentThread> {

    private static final PropertySet THREAD = PropertySet.required("id", "events");

    @Override
    public @Nullable AgentThread read(JsonReader in) {
        if (!in.beginObject(THREAD)) {
            return null;
        }
        String id = null;
        List<Event> events = List.of();
        while (in.nextProperty()) {
            switch (in.name()) {
                case "id" -> id = in.readString();
                default -> events = readEvents(in);
            }
        }
        if (!in.endObject() || id == null) {
            return null;
        }
        try {
            return new AgentThread(id, events);
        } catch (IllegalArgumentException e) {
            in.refused(e);
            return null;
        }
    }

    private static List<Event> readEvents(JsonReader in) {
        List<Event> events = new ArrayList<>();
        if (in.beginArray()) {
            while (in.nextElement()) {
                Event event = Event.CODEC.read(in);
                if (event != null) {
                    events.add(event);
                }
            }
            in.endArray();
        }
        return events;
    }

    @Override
    public void write(JsonWriter out, AgentThread thread) {
        out.beginObject();
        out.name("id");
        out.writeString(thread.id());
        out.name("events");
        out.beginArray();
        for (Event event : thread.events()) {
            Event.CODEC.write(out, event);
        }
        out.endArray();
        out.endObject();
    }
}
