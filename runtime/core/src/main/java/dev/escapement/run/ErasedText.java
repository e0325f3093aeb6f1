package dev.escapement.run;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.json.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a thread's file after the content of the thread was erased: a header without labels, a line with the
 * original checksum, the kind and the time of each event, and the standing. The checksum of the standing depends on all
 * lines before it.
 */
final class ErasedText {

    private ErasedText() {}

    /**
     * Returns the text.
     *
     * @param text the text before, which the method may change
     * @param lines the lines of the text
     * @param now the time of the erasure
     * @param texts converts the events
     */
    static byte[] of(byte[] text, VerifiedLines lines, Instant now, EventText texts) {
        ByteArrayOutputStream erased = new ByteArrayOutputStream();
        byte[] header = Objects.requireNonNull(lines.header()).withoutContent().line();
        erased.writeBytes(header);
        ChecksumChain[] last = {ChecksumChain.ofHeader(header)};
        new ThreadFilePart(VerifiedLines.NONE, text, lines).forEach((line, number) -> {
            if (line.hasEvent()) {
                ChecksumChain sum = Objects.requireNonNull(line.given(last[0]));
                byte[] tombstone = tombstone(texts.json(line, number));
                sum.writeTo(tombstone);
                erased.writeBytes(tombstone);
                last[0] = last[0].afterErased(tombstone, 0, tombstone.length - 1);
            }
        });
        byte[] end = StoredLine.withoutChecksum(StoredStanding.CODEC.encode(standing(lines, now)), "");
        last[0].next(end).writeTo(end);
        erased.writeBytes(end);
        return erased.toByteArray();
    }

    private static StoredStanding standing(VerifiedLines lines, Instant now) {
        StoredStanding before = Objects.requireNonNull(lines.standing());
        Standing.Phase phase =
                before.standing().phase() == Standing.Phase.FINISHED ? Standing.Phase.FINISHED : Standing.Phase.STOPPED;
        return StoredStanding.after(before, lines.events(), now, new Standing(phase, Optional.empty(), List.of()));
    }

    private static byte[] tombstone(String event) {
        Stamp stamp = Stamp.CODEC.decode(event).fold(accepted -> accepted.value(), rejected -> new Stamp("", ""));
        return StoredLine.withoutChecksum("", "{\"erased\":" + Stamp.CODEC.encode(stamp) + '}');
    }

    /**
     * The properties of an event that remain after its content was erased.
     *
     * @param event the kind; empty if the event does not contain it
     * @param at the time; empty if the event does not contain it
     */
    private record Stamp(String event, String at) {

        private static final JsonCodec<Stamp> CODEC = JsonCodec.of(Stamp::read, Stamp::write);

        private static @Nullable Stamp read(JsonReader in) {
            if (!in.beginMap()) {
                return null;
            }
            String event = "";
            String at = "";
            while (in.nextEntry()) {
                switch (in.name()) {
                    case "event" -> event = Objects.requireNonNullElse(in.readString(), "");
                    case "at" -> at = Objects.requireNonNullElse(in.readString(), "");
                    default -> in.readJson();
                }
            }
            return in.endMap() ? new Stamp(event, at) : null;
        }

        private static void write(JsonWriter out, Stamp stamp) {
            out.beginObject();
            out.property("event", stamp.event);
            out.property("at", stamp.at);
            out.endObject();
        }
    }
}
