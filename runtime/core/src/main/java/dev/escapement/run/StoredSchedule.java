package dev.escapement.run;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.json.JsonCodec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The definition and the next tick of a schedule.
 *
 * @param definition the definition of the ticks
 * @param next the time of the next tick
 */
record StoredSchedule(String definition, Instant next) {

    static final JsonCodec<StoredSchedule> CODEC = JsonCodec.of(StoredSchedule::read, StoredSchedule::write);

    private static final PropertySet PROPERTIES =
            PropertySet.required("definition", "next").open();

    /** Returns this schedule after a registration, which replaces it if the definition differs. */
    StoredSchedule registered(StoredSchedule other) {
        return definition.equals(other.definition) ? this : other;
    }

    /** Returns whether a schedule is at a tick whose time has passed. */
    static boolean isDue(@Nullable StoredSchedule schedule, ThreadQueue.Tick tick, Instant now) {
        return new StoredSchedule(tick.definition(), tick.at()).equals(schedule)
                && !tick.at().isAfter(now);
    }

    private static @Nullable StoredSchedule read(JsonReader in) {
        if (!in.beginObject(PROPERTIES)) {
            return null;
        }
        String definition = null;
        Instant next = null;
        while (in.nextProperty()) {
            switch (in.name()) {
                case "definition" -> definition = in.readString();
                default -> next = StoredValues.TIME.read(in);
            }
        }
        return in.endObject() && definition != null && next != null ? new StoredSchedule(definition, next) : null;
    }

    private static void write(JsonWriter out, StoredSchedule schedule) {
        out.beginObject();
        out.property("definition", schedule.definition);
        out.name("next");
        StoredValues.TIME.write(out, schedule.next);
        out.endObject();
    }
}
