package dev.escapement.run;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.json.JsonCodec;
import dev.escapement.thread.Event;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of the events in the file of a thread, which a cipher can encrypt. Text that is not encrypted can be read
 * with and without a cipher.
 *
 * @param file the file
 * @param id the id of the thread
 * @param cipher the cipher; empty to store events in clear
 */
record EventText(Path file, String id, Optional<PayloadCipher> cipher) {

    private static final JsonCodec<String> ENCRYPTED =
            JsonCodec.of(EventText::readEncrypted, EventText::writeEncrypted);

    /** Returns the JSON object that stores an event. */
    String stored(Event event) {
        String json = Event.CODEC.encode(event);
        return cipher.map(to -> ENCRYPTED.encode(to.encrypt(id, json))).orElse(json);
    }

    /**
     * Returns the JSON of the event in a line, and changes the text of the line.
     *
     * @param number the number of the line, from 1
     * @throws CorruptThreadException if the event cannot be decrypted
     */
    String json(StoredLine line, int number) {
        boolean isEncrypted = line.isEncrypted();
        ByteBuffer stored = line.event();
        return isEncrypted
                ? decrypted(stored, number)
                : JsonLine.text(stored, () -> CorruptThreadException.encoding(file, id, number));
    }

    /**
     * Returns the event in a line, and changes the text of the line.
     *
     * @throws CorruptThreadException if the line is not an event
     * @throws NewerThreadException if the line is an event of an unknown kind
     */
    Event event(StoredLine line, int number) {
        String json = json(line, number);
        return Event.CODEC.decode(json).fold(accepted -> accepted.value(), rejected -> {
            throw CorruptThreadException.unreadable(file.toString(), id, number, json, rejected.violations());
        });
    }

    private String decrypted(ByteBuffer stored, int number) {
        String encrypted = JsonLine.read(
                stored,
                ENCRYPTED,
                () -> CorruptThreadException.encoding(file, id, number),
                (json, violations) -> CorruptThreadException.event(file, id, number, violations));
        PayloadCipher from = cipher.orElseThrow(() -> CorruptThreadException.encrypted(file, id, number, null));
        try {
            return from.decrypt(id, encrypted);
        } catch (RuntimeException e) {
            throw CorruptThreadException.encrypted(file, id, number, e);
        }
    }

    private static @Nullable String readEncrypted(JsonReader in) {
        if (!in.beginObject(PropertySet.required("cipher"))) {
            return null;
        }
        String text = null;
        while (in.nextProperty()) {
            text = in.readString();
        }
        return in.endObject() ? text : null;
    }

    private static void writeEncrypted(JsonWriter out, String text) {
        out.beginObject();
        out.property("cipher", text);
        out.endObject();
    }
}
