package dev.escapement.loop;

import dev.escapement.json.ConstantSet;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonReader;
import dev.escapement.json.JsonWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JSON form of events. Written by hand, because the processor's tests need this module before there is one. */
final class EventCodec implements JsonCodec<Event> {

    private static final ConstantSet KINDS =
            ConstantSet.of(EventKinds.ALL.stream().map(RecordCodec::kind).toArray(String[]::new));

    private final Map<String, RecordCodec<? extends Event>> byKind = new HashMap<>();
    private final Map<Class<?>, RecordCodec<? extends Event>> byType = new HashMap<>();

    EventCodec() {
        for (RecordCodec<? extends Event> codec : EventKinds.ALL) {
            byKind.put(codec.kind(), codec);
            byType.put(codec.type(), codec);
        }
    }

    @Override
    public @Nullable Event read(JsonReader in) {
        String kind = in.readDiscriminator(EventProperties.EVENT.name(), KINDS);
        return kind == null ? null : Objects.requireNonNull(byKind.get(kind)).read(in);
    }

    @Override
    public void write(JsonWriter out, Event event) {
        write(out, Objects.requireNonNull(byType.get(event.getClass())), event);
    }

    private static <E extends Event> void write(JsonWriter out, RecordCodec<E> codec, Event event) {
        codec.write(out, codec.type().cast(event));
    }
}
