package dev.escapement.thread;

import dev.escapement.codegen.ConstantSet;
import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The JSON codec for events. Written by hand, because the processor's tests compile against this module and therefore
 * require it before the processor can generate code.
 */
final class EventCodec implements JsonCodec<Event> {

    /** The kinds by their names in JSON. A class, so that a process that only creates events does not initialize codecs. */
    private static final class Kinds {

        static final Map<String, RecordCodec<? extends Event>> BY_NAME = Map.copyOf(inOrder());
        static final ConstantSet NAMES = ConstantSet.of(inOrder().keySet().toArray(String[]::new));

        private static Map<String, RecordCodec<? extends Event>> inOrder() {
            Map<String, RecordCodec<? extends Event>> codecs = new LinkedHashMap<>();
            for (EventKind kind : EventKind.values()) {
                RecordCodec<? extends Event> codec = EventCodecs.of(kind);
                codecs.put(codec.kind(), codec);
            }
            return codecs;
        }
    }

    @Override
    public @Nullable Event read(JsonReader in) {
        String kind = in.readDiscriminator(EventProperties.EVENT.name(), Kinds.NAMES);
        return kind == null
                ? null
                : Objects.requireNonNull(Kinds.BY_NAME.get(kind)).read(in);
    }

    @Override
    public void write(JsonWriter out, Event event) {
        write(out, EventCodecs.of(event.kind()), event);
    }

    private static <E extends Event> void write(JsonWriter out, RecordCodec<E> codec, Event event) {
        codec.write(out, codec.type().cast(event));
    }
}
