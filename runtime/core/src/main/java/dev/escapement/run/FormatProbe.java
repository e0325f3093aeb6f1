package dev.escapement.run;

import dev.escapement.codegen.JsonReader;
import dev.escapement.json.JsonCodec;
import dev.escapement.thread.EventKind;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The properties that identify the release that wrote a line. Other properties are ignored, so that lines of later
 * releases can be identified.
 *
 * @param thread the id in a header; empty if the line does not contain one
 * @param version the format version in a header; 0 if the line does not contain one
 * @param event the kind of the event; empty if the line does not contain one
 */
record FormatProbe(String thread, int version, String event) {

    private static final FormatProbe EMPTY = new FormatProbe("", 0, "");

    private static final JsonCodec<FormatProbe> CODEC = JsonCodec.of(FormatProbe::read, (out, probe) -> {
        throw new UnsupportedOperationException("A probe is only read.");
    });

    /** Returns the properties in a line; without values if the line is not a JSON object of the expected form. */
    static FormatProbe of(String json) {
        return CODEC.decode(json).fold(accepted -> accepted.value(), rejected -> EMPTY);
    }

    /** Returns whether the line is an event of a kind that a later release has added. */
    boolean hasUnknownEvent() {
        return !event.isEmpty()
                && Arrays.stream(EventKind.values())
                        .noneMatch(kind -> kind.name().toLowerCase(Locale.ROOT).equals(event));
    }

    private static @Nullable FormatProbe read(JsonReader in) {
        if (!in.beginMap()) {
            return null;
        }
        String thread = "";
        int version = 0;
        String event = "";
        while (in.nextEntry()) {
            switch (in.name()) {
                case "thread" -> thread = text(in);
                case "version" -> version = in.readInt();
                case "event" -> event = text(in);
                default -> in.readJson();
            }
        }
        return in.endMap() ? new FormatProbe(thread, version, event) : null;
    }

    private static String text(JsonReader in) {
        String text = in.readString();
        return text == null ? "" : text;
    }
}
