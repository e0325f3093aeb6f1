package dev.escapement.run;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * The place of an entry in an index, after which the next page begins.
 *
 * @param order the order of the index
 * @param since the time of the entry
 * @param threadId the id of the thread
 * @param callId the id of the call; empty for a thread
 */
record IndexCursor(IndexOrder order, Instant since, String threadId, String callId) {

    /** The separator, which neither the order nor the time contain. */
    private static final String SEPARATOR = "\n";

    private static final int PARTS = 4;

    /** The order of an index. */
    enum IndexOrder {
        NEWEST_THREADS,
        OLDEST_THREADS,
        QUESTIONS
    }

    /** Returns the opaque text of this cursor. */
    String text() {
        String parts = String.join(
                SEPARATOR, order.name(), since.toString(), Integer.toString(threadId.length()), threadId + callId);
        ByteBuffer utf16 = ByteBuffer.allocate(parts.length() * Character.BYTES);
        utf16.asCharBuffer().put(parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(utf16.array());
    }

    /**
     * Returns a cursor.
     *
     * @throws IllegalArgumentException if the text is not a cursor for the order
     */
    static IndexCursor parse(String text, IndexOrder order) {
        try {
            String decoded = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text))
                    .asCharBuffer()
                    .toString();
            String[] parts = decoded.split(SEPARATOR, PARTS);
            int length = Integer.parseInt(parts[2]);
            IndexCursor cursor = new IndexCursor(
                    IndexOrder.valueOf(parts[0]),
                    Instant.parse(parts[1]),
                    parts[3].substring(0, length),
                    parts[3].substring(length));
            if (cursor.order == order && cursor.text().equals(text)) {
                return cursor;
            }
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException foreign) {
            throw new IllegalArgumentException(FileStoreMessages.FOREIGN_CURSOR, foreign);
        }
        throw new IllegalArgumentException(FileStoreMessages.FOREIGN_CURSOR);
    }
}
