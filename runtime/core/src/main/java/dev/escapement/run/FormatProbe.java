package dev.escapement.run;

import dev.escapement.Effect;
import dev.escapement.codegen.JsonReader;
import dev.escapement.json.JsonCodec;
import dev.escapement.model.StopReason;
import dev.escapement.thread.Answer;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.RequestFailed;
import dev.escapement.thread.StopCause;
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
 * @param unknownConstant the first constant that this release does not know, such as an effect; empty if there is none
 */
record FormatProbe(String thread, int version, String event, String unknownConstant) {

    private static final FormatProbe EMPTY = new FormatProbe("", 0, "", "");

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

    /** Returns whether the line is an event with a constant that a later release has added. */
    boolean hasUnknownConstant() {
        return !unknownConstant.isEmpty();
    }

    private static @Nullable FormatProbe read(JsonReader in) {
        if (!in.beginMap()) {
            return null;
        }
        String thread = "";
        int version = 0;
        String event = "";
        String unknown = "";
        while (in.nextEntry()) {
            switch (in.name()) {
                case "thread" -> thread = text(in);
                case "version" -> version = in.readInt();
                case "event" -> event = text(in);
                case "effect" -> unknown = firstUnknown(unknown, text(in), Effect.values());
                case "stop" -> unknown = firstUnknown(unknown, text(in), StopReason.values());
                case "part" -> unknown = firstUnknown(unknown, text(in), RequestFailed.Part.values());
                case "cause" -> unknown = firstUnknown(unknown, text(in), StopCause.values());
                case "answer" -> unknown = firstUnknown(unknown, answerKind(in), Answer.Kind.values());
                default -> in.readJson();
            }
        }
        return in.endMap() ? new FormatProbe(thread, version, event, unknown) : null;
    }

    private static String answerKind(JsonReader in) {
        String kind = "";
        if (in.beginMap()) {
            while (in.nextEntry()) {
                if (in.name().equals("kind")) {
                    kind = text(in);
                } else {
                    in.readJson();
                }
            }
            in.endMap();
        }
        return kind;
    }

    /** Returns the unknown constant that was found earlier, or a constant if it is none of the known ones. */
    private static String firstUnknown(String earlier, String constant, Enum<?>... known) {
        boolean isKnown = constant.isEmpty()
                || Arrays.stream(known).anyMatch(one -> one.name().equalsIgnoreCase(constant));
        return !earlier.isEmpty() || isKnown ? earlier : constant;
    }

    private static String text(JsonReader in) {
        String text = in.readString();
        return text == null ? "" : text;
    }
}
