package dev.escapement.jdbc;

import dev.escapement.json.Decoded;
import dev.escapement.run.CorruptThreadException;
import dev.escapement.run.PayloadCipher;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text of an event in the database: JSON, encrypted if the store has a cipher. */
record EventForm(@Nullable PayloadCipher cipher, String table) {

    /** Returns the text of an event. */
    String text(String threadId, Event event) {
        String json = Event.CODEC.encode(event);
        if (cipher == null) {
            return json;
        }
        String text = cipher.encrypt(threadId, json);
        if (!text.equals(KeyText.stored(text))) {
            throw new IllegalStateException("The cipher returned a text with U+0000, U+001A or a lone surrogate, which a"
                    + " database cannot store. Return Base64, for example.");
        }
        return text;
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
        if (cipher == null) {
            return text;
        }
        try {
            return cipher.decrypt(threadId, text);
        } catch (RuntimeException e) {
            RuntimeException unreadable =
                    CorruptThreadException.unreadable(table, threadId, number, "", List.of());
            unreadable.initCause(e);
            throw unreadable;
        }
    }

    /** Returns the text that replaces the text of an erased event. It contains the kind and the time if they are known. */
    String tombstone(String threadId, String text) {
        String hash = EventSums.hash(text);
        String json;
        try {
            json = cipher == null ? text : cipher.decrypt(threadId, text);
        } catch (RuntimeException lostKey) {
            json = "";
        }
        return Event.CODEC
                .decode(json)
                .fold(
                        accepted -> Tombstone.text(
                                accepted.value().kind().name().toLowerCase(Locale.ROOT),
                                accepted.value().at().toString(),
                                hash),
                        rejected -> Tombstone.text("", "", hash));
    }
}
