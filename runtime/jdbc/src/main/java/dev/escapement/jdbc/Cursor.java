package dev.escapement.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * The position after an entry in the order of a page.
 *
 * @param since the time of the entry
 * @param number the number of a question in its thread; 0 for a thread
 * @param keys the stored form of the id of the thread, and of the call of a question
 */
record Cursor(Instant since, int number, List<String> keys) {

    /** The order in which a cursor can be used. */
    enum PageOrder {
        NEWEST_THREADS,
        OLDEST_THREADS,
        QUESTIONS
    }

    private static final char SEPARATOR = '\0';

    /** Returns the text of this cursor. */
    String text(PageOrder order) {
        String plain = order.name()
                + SEPARATOR
                + StoreClock.micros(since)
                + SEPARATOR
                + number
                + SEPARATOR
                + String.join("\0", keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the cursor in a text. */
    static Cursor of(String text, PageOrder order) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split("\0", -1));
            int keys = order == PageOrder.QUESTIONS ? 2 : 1;
            if (parts.get(0).equals(order.name()) && parts.size() == keys + 3) {
                Instant since = StoreClock.instant(Long.parseLong(parts.get(1)));
                return new Cursor(since, Integer.parseInt(parts.get(2)), parts.subList(3, parts.size()));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(message(), e);
        }
        throw new IllegalArgumentException(message());
    }

    private static String message() {
        return "The cursor was not returned by this index for the same order. Use the cursor of the previous page.";
    }
}
