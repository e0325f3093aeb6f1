package dev.escapement.jdbc;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.run.CorruptThreadException;
import dev.escapement.run.PayloadCipher;
import dev.escapement.thread.Event;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of an event in the database: its JSON, or the object {@code {"cipher":"…"}} with the encrypted JSON. Text that
 * is not encrypted can be read with and without a cipher.
 *
 * @param table the name of the table, for messages
 */
record EventForm(@Nullable PayloadCipher cipher, String table) {

    private static final String ENCRYPTED = "{\"cipher\":";

    private static final JsonCodec<String> CODEC = JsonCodec.of(EventForm::read, EventForm::write);

    /** Returns the text of an event, given its JSON. */
    String text(String threadId, String json) {
        return cipher == null ? json : CODEC.encode(cipher.encrypt(threadId, json));
    }

    /**
     * Returns the event in a text.
     *
     * @param number the number of the event, counted from 1
     * @throws CorruptThreadException if the text cannot be decrypted or is not an event
     */
    Event event(String threadId, int number, String text) {
        String json = json(threadId, number, text);
        return Event.CODEC.decode(json).fold(Decoded.Accepted::value, rejected -> {
            throw CorruptThreadException.unreadable(table, threadId, number, json, rejected.violations());
        });
    }

    private String json(String threadId, int number, String text) {
        if (!text.startsWith(ENCRYPTED)) {
            return text;
        }
        String encrypted = CODEC.decode(text).fold(Decoded.Accepted::value, rejected -> {
            throw CorruptThreadException.unreadable(table, threadId, number, text, rejected.violations());
        });
        if (cipher == null) {
            throw CorruptThreadException.undecryptable(table, threadId, number, null);
        }
        try {
            return cipher.decrypt(threadId, encrypted);
        } catch (RuntimeException e) {
            throw CorruptThreadException.undecryptable(table, threadId, number, e);
        }
    }

    /** Returns the text that replaces the text of an erased event. It contains the kind and the time if they are known. */
    String tombstone(String threadId, String text) {
        String hash = EventSums.hash(text);
        try {
            Event event = event(threadId, 0, text);
            return Tombstone.text(
                    event.kind().name().toLowerCase(Locale.ROOT), event.at().toString(), hash);
        } catch (RuntimeException unreadable) {
            return Tombstone.text("", "", hash);
        }
    }

    private static @Nullable String read(JsonReader in) {
        if (!in.beginObject(PropertySet.required("cipher"))) {
            return null;
        }
        String text = null;
        while (in.nextProperty()) {
            text = in.readString();
        }
        return in.endObject() ? text : null;
    }

    private static void write(JsonWriter out, String text) {
        out.beginObject();
        out.property("cipher", text);
        out.endObject();
    }
}
