package dev.escapement.thread;

import dev.escapement.codegen.ConstantSet;
import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonCodec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The JSON codec for events. Written by hand, because the processor's tests compile against this module and therefore
 * require it before the processor can generate code.
 */
final class EventCodec implements JsonCodec<Event> {

    private static final ConstantSet KINDS = ConstantSet.of(Arrays.stream(EventKind.values())
            .map(kind -> EventCodecs.of(kind).kind())
            .toArray(String[]::new));

    private final Map<String, RecordCodec<? extends Event>> byName = new HashMap<>();

    EventCodec() {
        for (EventKind kind : EventKind.values()) {
            byName.put(EventCodecs.of(kind).kind(), EventCodecs.of(kind));
        }
    }

    @Override
    public @Nullable Event read(JsonReader in) {
        String kind = in.readDiscriminator(EventProperties.EVENT.name(), KINDS);
        return kind == null ? null : Objects.requireNonNull(byName.get(kind)).read(in);
    }

    @Override
    public void write(JsonWriter out, Event event) {
        write(out, EventCodecs.of(event.kind()), event);
    }

    private static <E extends Event> void write(JsonWriter out, RecordCodec<E> codec, Event event) {
        codec.write(out, codec.type().cast(event));
    }
}
