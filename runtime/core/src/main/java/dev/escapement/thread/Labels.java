package dev.escapement.thread;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The rules for the names and values of labels, which every store can index. */
final class Labels {

    private Labels() {}

    /** Throws an exception unless a text is permitted in a label. */
    static void require(String what, String text) {
        Objects.requireNonNull(text, what);
        if (text.isEmpty() || text.length() > Start.MAX_LABEL) {
            throw new IllegalArgumentException("The " + what + " of a label must have 1 to " + Start.MAX_LABEL
                    + " UTF-16 code units, not " + text.length() + ".");
        } else if (text.indexOf('\0') >= 0
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException(
                    "The " + what + " of a label must not contain U+0000 or a lone surrogate.");
        }
    }
}
